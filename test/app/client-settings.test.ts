import { afterEach, describe, expect, jest, test } from "@jest/globals";
import { Probot } from "probot";
import { pino } from "pino";
import { makeOctokitClass } from "../../src/app/client-settings.ts";
import type { Pace } from "../../src/github/pace.ts";

const log = pino({ level: "silent" });

/** A client that is answered by a function, with the time between requests measured by a clock of jest's. */
async function clientOf(pace: Pace, answer: () => Response) {
  const fetch = jest.fn(async () => answer());
  const Octokit = makeOctokitClass(pace, 1);
  const probot = new Probot({ githubToken: "token", log, Octokit, request: { fetch } });
  return { octokit: await probot.auth(), fetch };
}

const created = (): Response => Response.json({ id: 1 }, { status: 201 });

function comment(octokit: Awaited<ReturnType<Probot["auth"]>>): Promise<unknown> {
  return octokit.rest.issues.createComment({ owner: "o", repo: "r", issue_number: 1, body: "b" });
}

afterEach(() => {
  jest.useRealTimers();
});

describe("our client settings", () => {
  test("wait for a secondary limit and go on by themselves", async () => {
    const answers = [
      Response.json(
        { message: "You have exceeded a secondary rate limit" },
        { status: 403, headers: { "retry-after": "5" } },
      ),
      created(),
    ];
    const { octokit, fetch } = await clientOf(
      { perMinute: 0, perHour: 0 },
      () => answers.shift() ?? created(),
    );

    await comment(octokit);

    expect(fetch).toHaveBeenCalledTimes(2);
  });

  test("leave a limit that lasts longer to the queue", async () => {
    const limited = () =>
      Response.json(
        { message: "You have exceeded a secondary rate limit" },
        { status: 403, headers: { "retry-after": "3600" } },
      );
    const { octokit, fetch } = await clientOf({ perMinute: 0, perHour: 0 }, limited);

    await expect(comment(octokit)).rejects.toMatchObject({ status: 403 });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test("space writes by the second that GitHub asks for, comments no more than others", async () => {
    jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick", "queueMicrotask"] });
    const { octokit, fetch } = await clientOf({ perMinute: 80, perHour: 500 }, created);
    const both = Promise.all([comment(octokit), comment(octokit)]);

    await jest.advanceTimersByTimeAsync(500);
    expect(fetch).toHaveBeenCalledTimes(1);

    await jest.advanceTimersByTimeAsync(1000);
    await both;
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});
