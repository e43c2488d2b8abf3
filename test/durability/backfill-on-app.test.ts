import { expect, jest, test } from "@jest/globals";
import { makeFolder } from "../cli/folder.ts";
import { runCli } from "../cli/run-cli.ts";
import { setTimeout as wait } from "node:timers/promises";
import { makeApp } from "./app-process.ts";
import { MINUTES, startWorld, TARGET } from "./world.ts";

jest.setTimeout(90_000);

test("backfill --app is done by the app that runs on the data folder, under its own name", async () => {
  const { sandbox, registration } = await startWorld();
  const { world } = sandbox;
  world.commit(MINUTES, { "meetings/2026-03-02.md": "# Weekly meeting, 2026-03-02\n\n- #1 and #2\n" });
  const dataFolder = makeFolder({});
  const app = await makeApp(sandbox, registration, { dataFolder });
  const env = { PATH: "", DATA_FOLDER: dataFolder };
  await app.start();

  const args = ["backfill", "--app", "--repository", MINUTES];
  expect(await runCli(args, makeFolder({}), env)).toMatchObject({ exitCode: 0, out: "" });
  expect(await runCli([...args, "--dry-run"], makeFolder({}), env)).toMatchObject({ exitCode: 2 });
  const queued = await runCli([...args, "--yes"], makeFolder({}), env);
  while (!(await app.isIdle())) await wait(50);
  await app.stop();
  await sandbox.stop();

  expect(queued).toMatchObject({ exitCode: 0, out: expect.stringContaining("Queued.") });
  expect([1, 2].map((number) => world.comments(TARGET, number)[0]?.author?.login)).toEqual([
    "minutebook[bot]",
    "minutebook[bot]",
  ]);
  expect(world.checkRuns(MINUTES).at(-1)).toMatchObject({
    name: "Minutebook backfill",
    conclusion: "success",
  });
});

test("backfill --app without an app says so", async () => {
  const env = { PATH: "", DATA_FOLDER: "nowhere" };

  const result = await runCli(["backfill", "--app", "--yes", "--repository", MINUTES], makeFolder({}), env);

  expect(result).toMatchObject({ exitCode: 1, err: expect.stringContaining("There is no data folder") });
});
