import { expect, jest, test } from "@jest/globals";
import { setTimeout as wait } from "node:timers/promises";
import { makeFolder } from "../cli/folder.ts";
import { runCli } from "../cli/run-cli.ts";
import { makeApp } from "./app-process.ts";
import { MINUTES, startWorld, TARGET } from "./world.ts";

jest.setTimeout(90_000);

test("undo --app is planned and done by the app that runs on the data folder, under its own name", async () => {
  const { sandbox, registration } = await startWorld();
  const { world } = sandbox;
  world.commit(MINUTES, { "meetings/2026-03-02.md": "# Weekly meeting, 2026-03-02\n\n- #1 and #2\n" });
  const dataFolder = makeFolder({});
  const app = await makeApp(sandbox, registration, { dataFolder });
  const env = { PATH: "", DATA_FOLDER: dataFolder };
  const ask = async (...args: readonly string[]) => {
    const result = await runCli([...args, "--repository", MINUTES], makeFolder({}), env);
    while (!(await app.isIdle())) await wait(50);
    const comments = [1, 2].flatMap((number) => world.comments(TARGET, number));
    return { result, comments: comments.length, run: world.checkRuns(MINUTES).at(-1) };
  };
  await app.start();
  expect(await ask("backfill", "--app", "--yes")).toMatchObject({ comments: 2 });

  const asked = await ask("undo", "--app", "--all");
  const planned = await ask("undo", "--app", "--all", "--dry-run");
  const done = await ask("undo", "--app", "--all", "--yes");
  await app.stop();
  await sandbox.stop();

  expect(asked).toMatchObject({ comments: 2, result: { exitCode: 0, out: "" } });
  expect(planned).toMatchObject({
    comments: 2,
    result: { exitCode: 0, out: expect.stringContaining("Queued.") },
    run: { name: "Minutebook undo", conclusion: "action_required" },
  });
  expect(done).toMatchObject({ comments: 0, run: { name: "Minutebook undo", conclusion: "success" } });
});
