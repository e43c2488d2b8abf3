import { beforeEach, describe, expect, jest, test } from "@jest/globals";
import { sign } from "@octokit/webhooks-methods";
import { pino } from "pino";
import { Probot } from "probot";
import { acceptPreviousSecret } from "../../src/app/previous-secret.ts";

const payload = JSON.stringify({ zen: "Keep it logically awesome.", hook_id: 1, hook: {} });
const received = jest.fn();
let probot: Probot;

beforeEach(async () => {
  probot = await new Probot({
    githubToken: "token",
    secret: "present secret",
    log: pino({ level: "silent" }),
  }).ready();
  probot.on("ping", () => void received());
});

async function deliver(signature: string): Promise<void> {
  await probot.webhooks.verifyAndReceive({ id: "1", name: "ping", payload, signature });
}

describe("while the webhook secret is changed", () => {
  beforeEach(() => acceptPreviousSecret(probot, { present: "present secret", previous: "previous secret" }));

  test.each(["present secret", "previous secret"])(
    "a webhook signed with the %s is received",
    async (secret) => {
      await deliver(await sign(secret, payload));

      expect(received).toHaveBeenCalledTimes(1);
    },
  );

  test("one signed with any other is refused", async () => {
    await expect(deliver(await sign("another secret", payload))).rejects.toThrow(/signature does not match/);

    expect(received).not.toHaveBeenCalled();
  });

  test.each(["", "sha256=", "nonsense"])("one with the signature %j is refused", async (signature) => {
    await expect(deliver(signature)).rejects.toThrow(/signature does not match/);

    expect(received).not.toHaveBeenCalled();
  });
});

test("afterwards the previous secret is refused", async () => {
  await expect(deliver(await sign("previous secret", payload))).rejects.toThrow(/signature does not match/);
});
