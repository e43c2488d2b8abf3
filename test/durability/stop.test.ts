import { expect, jest, test } from "@jest/globals";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { makeApp, type AppProcess } from "./app-process.ts";
import { pushMinutes, startWorld, TARGET } from "./world.ts";

jest.setTimeout(120_000);

/** What a stop may take. */
const STOP_MS = 10_000;

const untilDone = async (app: AppProcess) => {
  while (!(app.looked() && (await app.isIdle()))) await wait(50);
};

test("a stop finishes the current step and leaves the rest for the next start", async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), "minutebook-stop-"));
  const { sandbox, registration } = await startWorld();
  const app = await makeApp(sandbox, registration, { dataFolder });
  const comments = () => [1, 2, 3].map((number) => sandbox.world.comments(TARGET, number).length);
  try {
    await app.start();
    await untilDone(app);
    sandbox.setWebhook(app.webhookUrl);
    const before = sandbox.world.issues(TARGET).length;
    let isAsked: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    // GitHub is slow with the first comment; meanwhile the app is stopped.
    const slowly = async () => {
      isAsked();
      await wait(2000);
    };
    sandbox.faults.add({ match: "issues/create-comment", fault: { kind: "call", before: slowly } });
    await pushMinutes(sandbox);
    await asked;

    const start = performance.now();
    expect(await app.stop()).toBe(0);
    expect(performance.now() - start).toBeLessThan(STOP_MS);
    expect(comments().toSorted()).toEqual([0, 0, 1]);

    await app.start();
    await untilDone(app);
    expect(comments()).toEqual([1, 1, 1]);
    expect(sandbox.world.issues(TARGET)).toHaveLength(before + 2);
    expect(sandbox.problems).toEqual([]);
  } finally {
    app.kill();
    await app.ended();
    await sandbox.stop();
    await rm(dataFolder, { recursive: true });
  }
});
