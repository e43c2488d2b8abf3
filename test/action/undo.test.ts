import { expect, jest, test } from "@jest/globals";
import { makeFolder } from "../cli/folder.ts";
import { runCli } from "../cli/run-cli.ts";
import { startSandbox } from "../sandbox/support.ts";
import { act, buildHarbour, CREW, MINUTES, PATH, push, WRITE } from "./fixture.ts";

// Each run starts a process.
jest.setTimeout(60_000);

test("what the Action posted is taken back with a workflow's token, and its issues stay closed", async () => {
  const sandbox = await startSandbox();
  const { world } = sandbox;
  buildHarbour(sandbox);
  await act(sandbox, "push", await push(sandbox, { [PATH]: MINUTES }));
  const token = world.addWorkflowToken(CREW, WRITE);
  const env = { GH_TOKEN: token, GHE_HOST: sandbox.host, GHE_PROTOCOL: "http" };
  const issue = () => world.issues(CREW).find(({ number }) => number !== 11);
  expect(world.comments(CREW, 11)).toHaveLength(1);
  expect(issue()).toMatchObject({ state: "open" });

  const run = (...args: readonly string[]) =>
    runCli([...args, "--yes", "--repository", CREW], makeFolder({}), env);
  const undone = await run("undo", "--all");
  const left = world.comments(CREW, 11).length;
  await push(sandbox, { [PATH]: MINUTES.replace("the timetable", "timetables") });
  await run("apply", PATH);

  expect(undone).toMatchObject({ exitCode: 0 });
  expect(left).toBe(0);
  expect(issue()).toMatchObject({ state: "closed", stateReason: "not_planned" });
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});
