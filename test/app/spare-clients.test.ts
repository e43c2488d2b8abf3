import { beforeEach, expect, test } from "@jest/globals";
import { pino } from "pino";
import { type Context, Probot, ProbotOctokit } from "probot";
import { spareClients } from "../../src/app/spare-clients.ts";
import { APP_KEY } from "../sandbox/support.ts";

const push = {
  id: "a delivery",
  name: "push",
  payload: { ref: "refs/heads/main", installation: { id: 3 } },
} as unknown as Parameters<Probot["receive"]>[0];

let made = 0;
let received: Context<"push">[] = [];
let probot: Probot;

beforeEach(async () => {
  const Octokit = ProbotOctokit.plugin(() => {
    made += 1;
  });
  const log = pino({ level: "silent" });
  probot = await new Probot({ appId: 7, privateKey: APP_KEY, secret: "s3cret", log, Octokit }).ready();
  probot.on("push", (context) => void received.push(context));
  await spareClients(probot);
  received = [];
  made = 0;
});

test("no client is made for a webhook", async () => {
  await probot.receive(push);
  await probot.receive(push);

  expect(received.map(({ id }) => id)).toEqual(["a delivery", "a delivery"]);
  expect(made).toBe(0);
});

test("the one that handlers are given is nobody's", async () => {
  await probot.receive(push);

  expect(await received[0]?.octokit.auth()).toMatchObject({ type: "unauthenticated" });
});

test("whoever asks for an installation's client still gets one", async () => {
  const client = await probot.auth(3);

  expect(made).toBe(1);
  expect(client).toBeInstanceOf(ProbotOctokit);
});
