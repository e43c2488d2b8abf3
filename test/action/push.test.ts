import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { planSchema } from "../../src/plan/schema.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { createInstallationToken } from "../../sandbox/world/installations.ts";
import { startSandbox } from "../sandbox/support.ts";
import {
  act,
  buildHarbour,
  CONFIG,
  CREW,
  MINUTES,
  OTHER,
  PATH,
  push,
  pushPayload,
  READ,
  WRITE,
} from "./fixture.ts";

// Each run starts a process.
jest.setTimeout(60_000);

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
  buildHarbour(sandbox);
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

const comments = (name = CREW) => sandbox.world.comments(name, 11);
const issues = () => sandbox.world.issues(CREW).filter(({ number }) => number !== 11);

describe("a push of minutes", () => {
  test("is posted as github-actions[bot], and reported to later steps and on the summary", async () => {
    const result = await act(sandbox, "push", await push(sandbox, { [PATH]: MINUTES }));

    expect(result.log).not.toContain("::error");
    expect(result.exitCode).toBe(0);
    expect(comments()).toMatchObject([{ author: { login: "github-actions[bot]" } }]);
    expect(issues()).toMatchObject([{ title: "Print the timetable" }]);
    // A comment, an issue, its label.
    expect(result.outputs).toMatchObject({ created: "3", updated: "0", failed: "0", waiting: "false" });
    expect(JSON.parse(result.outputs.urls ?? "")).toContain(`${sandbox.url}/${CREW}/issues/12`);
    expect(result.summary).toMatch(/\| created \| \[comment on harbour\/crew/);
    const plan: unknown = JSON.parse(readFileSync(result.outputs.plan ?? "", "utf8"));
    expect(planSchema.parse(plan).repository).toBe(CREW);
  });

  test("is read by threads that end when their time is over: nothing is posted then, and it is reported", async () => {
    const payload = await push(sandbox, { [PATH]: MINUTES });
    const result = await act(sandbox, "push", payload, { with: { "read-seconds": "0.001" } });

    expect(result.exitCode).toBe(1);
    expect(result.summary).toMatch(/processing it took longer than 0\.001 s/);
    expect([comments().length, issues().length]).toEqual([0, 0]);
  });

  test("is not posted again when the job runs again", async () => {
    const payload = await push(sandbox, { [PATH]: MINUTES });
    await act(sandbox, "push", payload);

    const again = await act(sandbox, "push", payload);

    expect(again.exitCode).toBe(0);
    expect(again.outputs).toMatchObject({ created: "0", updated: "0", kept: "2" });
    expect([comments().length, issues().length]).toEqual([1, 1]);
  });

  test("is edited under an app's token as under the workflow's", async () => {
    sandbox.world.addInstallation("harbour");
    const [installation] = sandbox.state.installations.values();
    const token = (): string =>
      installation === undefined ? "" : createInstallationToken(sandbox.state, installation).value;
    const first = await push(sandbox, { [PATH]: MINUTES });
    await act(sandbox, "push", first, { with: { token: token() } });

    const edit = await push(sandbox, { [PATH]: MINUTES.replace("anew", "on Monday") });
    const result = await act(sandbox, "push", edit, { with: { token: token() } });

    expect(result.outputs).toMatchObject({ created: "0", updated: "1", kept: "1" });
    expect(comments()).toHaveLength(1);
    expect(comments()[0]?.body).toContain("on Monday");
  });

  test("with a secondary limit in the middle continues by itself", async () => {
    sandbox.faults.add({ match: /^POST .*\/comments$/, fault: { kind: "secondary-limit", retryAfterS: 1 } });

    const result = await act(sandbox, "push", await push(sandbox, { [PATH]: MINUTES }));

    expect(result.exitCode).toBe(0);
    expect(comments()).toHaveLength(1);
  });

  test("that was cancelled in the middle is done by the next run, nothing twice", async () => {
    const payload = await push(sandbox, { [PATH]: MINUTES });
    const onOutput = (log: string, cancel: () => void): void => {
      if (log.includes("A step is done")) cancel();
    };
    const cancelled = await act(sandbox, "push", payload, { onOutput });
    expect(cancelled.exitCode).toBe(1);
    expect(Number(cancelled.outputs.failed)).toBeGreaterThan(0);

    expect((await act(sandbox, "push", payload)).exitCode).toBe(0);
    expect([comments().length, issues().length]).toEqual([1, 1]);
  });

  test("is offered back to the minutes where the team wants it", async () => {
    const config = `${CONFIG}actions: {write-back: pull-request}\n`;
    sandbox.world.commit(CREW, { ".github/minutebook.yml": config });
    const permissions = { ...WRITE, contents: "write" } as const;

    await act(sandbox, "push", await push(sandbox, { [PATH]: MINUTES }), { permissions });

    expect(sandbox.world.pulls(CREW)).toMatchObject([{ title: `Link issues in ${PATH}` }]);
  });

  test("says what was posted where the minutes could not be offered their links, and fails", async () => {
    const config = `${CONFIG}actions: {write-back: pull-request}\n`;
    sandbox.world.commit(CREW, { ".github/minutebook.yml": config });
    const permissions = { ...WRITE, contents: "write" } as const;
    const broken = { kind: "error", when: "before", status: 503 } as const;
    sandbox.faults.add({ match: "git/create-commit", times: 100, fault: broken });

    const ran = await act(sandbox, "push", await push(sandbox, { [PATH]: MINUTES }), { permissions });

    expect(ran).toMatchObject({ exitCode: 1, outputs: { failed: "0" } });
    expect(Number(ran.outputs.created)).toBeGreaterThan(0);
    expect(ran.summary).toContain("couldn't open the pull request");
  });

  test("that brings many old minutes waits, and is posted once somebody approves", async () => {
    sandbox.world.commit(CREW, { ".github/minutebook.yml": `${CONFIG}mode: review\n` });
    const before = sandbox.world.head(CREW, "main");
    const payload = await push(sandbox, { [PATH]: MINUTES });

    const waiting = await act(sandbox, "push", payload);
    expect(waiting).toMatchObject({ exitCode: 0, outputs: { waiting: "true" } });
    expect(waiting.summary).toContain(`from: ${before}`);
    expect(comments()).toEqual([]);

    await act(sandbox, "workflow_dispatch", {}, { with: { approve: "true", from: before } });
    expect(comments()).toHaveLength(1);
  });
});

describe("what a push may be", () => {
  test("the first of a repository", async () => {
    const after = await sandbox.world.push(CREW, { [PATH]: MINUTES }, { by: "ada" });

    await act(sandbox, "push", pushPayload({ before: "0".repeat(40), after }));

    expect(comments()).toHaveLength(1);
  });

  test("a force push over a commit that is gone: that waits, since nobody knows what is old", async () => {
    const after = await sandbox.world.push(CREW, { [PATH]: MINUTES }, { by: "ada" });

    const result = await act(sandbox, "push", pushPayload({ before: "1".repeat(40), after }));

    expect(result.outputs.waiting).toBe("true");
    expect(comments()).toEqual([]);
  });

  test.each([
    ["to another branch", { ref: "refs/heads/proposal" }, "isn't to the default branch"],
    ["of a tag", { ref: "refs/tags/v1" }, "the push is for a tag"],
    ["of our own", { sender: "github-actions[bot]" }, "Minutebook pushed this itself"],
  ])("one %s, which starts nothing", async (_name, fields, reason) => {
    const before = sandbox.world.head(CREW, "main");
    const after = await sandbox.world.push(CREW, { [PATH]: MINUTES }, { by: "ada" });

    const result = await act(sandbox, "push", pushPayload({ before, after, ...fields }));

    expect(result.exitCode).toBe(0);
    expect(result.log).toContain(reason);
    expect(comments()).toEqual([]);
  });

  test.each(["push", "workflow_dispatch"])("nothing by %s in a fork", async (event) => {
    const payload = {
      ...(await push(sandbox, { [PATH]: MINUTES })),
      repository: { default_branch: "main", fork: true },
    };

    const result = await act(sandbox, event, payload);

    expect(result).toMatchObject({ exitCode: 0, outputs: { created: "0" } });
    expect(result.log).toContain("the repository is a fork.");
    expect(comments()).toEqual([]);
  });

  test("one that touches no minutes", async () => {
    const result = await act(sandbox, "push", await push(sandbox, { "README.md": "# New\n" }));

    expect(result).toMatchObject({ exitCode: 0, outputs: { created: "0", plan: "" } });
    expect(result.log).toContain("the push changes no minutes");
  });
});

describe("what goes wrong", () => {
  test("a wrong configuration is an error on its line, and nothing is posted", async () => {
    const payload = await push(sandbox, {
      [PATH]: MINUTES,
      ".github/minutebook.yml": "minutes: ['meetings/*.md']\nlables: [x]\n",
    });

    const result = await act(sandbox, "push", payload);

    expect(result.exitCode).toBe(1);
    expect(result.annotations).toContainEqual({
      level: "error",
      file: ".github/minutebook.yml",
      line: 2,
      message: expect.stringContaining('Unknown key "lables"'),
    });
    expect(comments()).toEqual([]);
  });

  test("once the configuration is fixed, the job that failed posts what was pushed when it is run again", async () => {
    const broken = await push(sandbox, { [PATH]: MINUTES, ".github/minutebook.yml": "lables: [x]\n" });
    expect((await act(sandbox, "push", broken)).summary).toContain("run this again");
    await push(sandbox, { ".github/minutebook.yml": CONFIG });

    expect((await act(sandbox, "push", broken)).exitCode).toBe(0);
    expect(comments()).toHaveLength(1);
  });

  test("a request that GitHub does not take fails, and the job does the work when it is run again", async () => {
    const payload = await push(sandbox, { [PATH]: MINUTES });
    const remove = sandbox.faults.add({
      match: /graphql/,
      fault: { kind: "error", when: "before", status: 400 },
      times: Infinity,
    });
    const result = await act(sandbox, "push", payload);
    remove();

    expect(result.exitCode).toBe(1);
    expect(result.summary).toContain("Run the job again");
    expect((await act(sandbox, "push", payload)).exitCode).toBe(0);
    expect(comments()).toHaveLength(1);
  });

  test("a token that may not write fails, naming the lines that the job needs", async () => {
    const result = await act(sandbox, "push", await push(sandbox, { [PATH]: MINUTES }), {
      permissions: READ,
    });

    expect(result.exitCode).toBe(1);
    expect(result.summary).toContain("permissions:\n  issues: write");
    expect(result.annotations).toContainEqual(
      expect.objectContaining({ level: "error", file: PATH, line: 3 }),
    );
    expect(Number(result.outputs.failed)).toBeGreaterThan(0);
  });

  test("a token that may not read fails, naming the lines that the job needs", async () => {
    const payload = await push(sandbox, { [PATH]: MINUTES });

    const result = await act(sandbox, "push", payload, { permissions: { issues: "write" } });

    expect(result.exitCode).toBe(1);
    expect(result.summary).toContain("contents: read");
  });

  test("the workflow's own token in another repository fails, asking for an app's", async () => {
    sandbox.world.commit(CREW, { ".github/minutebook.yml": `${CONFIG}repository: ${OTHER}\n` });

    const result = await act(sandbox, "push", await push(sandbox, { [PATH]: MINUTES }));

    expect(result.exitCode).toBe(1);
    expect(result.summary).toContain("pass the token of an app");
    expect(comments(OTHER)).toEqual([]);
  });

  test("a wrong input fails with what was expected", async () => {
    const result = await act(sandbox, "push", await push(sandbox, {}), { with: { mode: "later" } });

    expect(result.exitCode).toBe(1);
    expect(result.log).toContain('Unexpected mode "later", expected auto, plan or apply.');
  });
});
