import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { planSchema } from "../../../src/plan/schema.ts";
import { createSandbox, type Sandbox } from "../../../sandbox/sandbox.ts";
import { makeFolder } from "../folder.ts";
import { runCli } from "../run-cli.ts";

// The first look at GitHub's descriptions takes seconds on a busy machine.
jest.setTimeout(30_000);

const TEAM = "orchard/team";
const APPLE = "orchard/apple";
const config =
  "repository: orchard/apple\npeople: {Ada: ada-l}\ncomments: {when: mentioned, style: meeting, closed: always}\nminutes: ['calls/*.md']\n";
const minutes = "# Call 2026-03-02\n\n- #7 is ripe and goes in 1.0\n  - TODO: Ada to pick the apples of #7\n";

let sandbox: Sandbox;
let cwd: string;
let env: Record<string, string>;

beforeEach(async () => {
  let now = new Date("2026-01-01T00:00:00Z");
  sandbox = createSandbox({ now: () => now });
  const { world } = sandbox;
  world.addUser("ada-l");
  for (const name of [TEAM, APPLE]) world.addRepository(name);
  for (const name of [TEAM, APPLE]) world.addCollaborator(name, "ada-l", "admin");
  world.addIssue(APPLE, { number: 7, title: "Ripe?" });
  world.addMilestone(APPLE, { title: "1.0" });
  world.commit(TEAM, {
    ".github/minutebook.yml": config,
    "calls/1.md": minutes,
    "calls/2.md": "# Call 2026-03-09\n\n- #7\n",
  });
  now = new Date("2026-03-10T00:00:00Z");
  await sandbox.start();
  env = { GH_TOKEN: world.addUserToken("ada-l"), GHE_HOST: sandbox.host, GHE_PROTOCOL: "http" };
  cwd = makeFolder({ ".git/config": `[remote "origin"]\n\turl = https://localhost/${TEAM}.git\n` });
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

const comments = () => sandbox.world.comments(APPLE, 7);

describe("plan --github", () => {
  test("says what would be done, and does nothing", async () => {
    const { exitCode, out, err } = await runCli(["plan", "--github", "calls/1.md"], cwd, env);

    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(out).toContain("orchard/apple#7");
    expect(comments()).toEqual([]);
  });

  test("knows what is there already", async () => {
    await runCli(["apply", "--yes", "calls/1.md"], cwd, env);

    const { out } = await runCli(["plan", "--github", "--format", "json", "calls/1.md"], cwd, env);

    const actions: string[] = JSON.parse(out).steps.map(({ action }: { action: string }) => action);
    expect(new Set(actions)).toEqual(new Set(["keep"]));
  });

  test("shows what an update changes line by line, and nothing of the marker", async () => {
    await runCli(["apply", "--yes", "calls/1.md"], cwd, env);
    sandbox.world.commit(TEAM, { "calls/1.md": minutes.replace("pick the apples", "sell the apples") });

    const { out } = await runCli(["plan", "--github", "calls/1.md"], cwd, env);

    expect(out).toMatch(/~ comment on orchard\/apple#7/);
    expect(out).toMatch(/\| -.*pick the apples/);
    expect(out).toMatch(/\| \+.*sell the apples/);
    expect(out).toMatch(/\| \+title: Sell the apples/);
    expect(out).not.toContain("<!-- minutebook:");
  });

  test("takes no other configuration than that on GitHub", async () => {
    const { exitCode, err } = await runCli(["plan", "--github", "--config", "x.yml", "calls/1.md"], cwd, env);

    expect(exitCode).toBe(2);
    expect(err).toContain("option '--config <file>' cannot be used with option '--github'");
  });

  test("links to what it is about", async () => {
    const { out } = await runCli(["plan", "--github", "calls/1.md"], cwd, { ...env, LINKS: "yes" });

    expect(out).toContain(`<${sandbox.url}/orchard/apple/issues/7>comment on orchard/apple#7 “Ripe?”</>`);
  });
});

describe("a plan that is kept", () => {
  const keep = () => runCli(["plan", "--out", "plan.json", "calls/1.md"], cwd, env);

  test("is done as it was shown", async () => {
    expect(await keep()).toMatchObject({ exitCode: 0, err: "" });
    expect(comments()).toEqual([]);

    const { exitCode } = await runCli(["apply", "--plan", "plan.json", "--yes"], cwd, env);

    expect(exitCode).toBe(0);
    expect(comments()).toHaveLength(1);
  });

  test("is refused once the minutes have changed", async () => {
    await keep();
    sandbox.world.commit(TEAM, { "calls/2.md": "# Call 2026-03-09\n\n- nothing\n" });

    const { exitCode, err } = await runCli(["apply", "--plan", "plan.json", "--yes"], cwd, env);

    expect(exitCode).toBe(1);
    expect(err).toContain("The minutes changed after plan.json was made");
    expect(comments()).toEqual([]);
  });

  test("is refused once GitHub has changed", async () => {
    await keep();
    await runCli(["apply", "--yes", "calls/1.md"], cwd, env);

    const { exitCode, err } = await runCli(["apply", "--plan", "plan.json", "--yes"], cwd, env);

    expect(exitCode).toBe(1);
    expect(err).toContain("GitHub changed after plan.json was made, so nothing was done.");
    expect(err).toContain("Make it again with minutebook plan --out.");
  });

  test.each([
    ["is not there", null, "can't be read"],
    ["is no plan", '{"version": 2}', "isn't a plan from minutebook plan --out: repository"],
    ["has no version", "{}", "isn't a plan from minutebook plan --out: version"],
    [
      "is of an earlier version",
      '{"version": 1}',
      "has plan version 1; this version of Minutebook reads version 2",
    ],
  ])("that %s is reported", async (_name, text, message) => {
    if (text !== null) writeFileSync(join(cwd, "plan.json"), text);

    const { exitCode, err } = await runCli(["apply", "--plan", "plan.json"], cwd, env);

    expect(exitCode).toBe(1);
    expect(err).toContain(message);
  });
});

describe("apply", () => {
  test("--json prints one document on standard output, and all else on standard error", async () => {
    const { out, err } = await runCli(["apply", "--json", "--yes", "calls/1.md"], cwd, env);

    const { plan, results } = JSON.parse(out);
    expect(planSchema.parse(plan).repository).toBe(TEAM);
    expect(results).toContainEqual(
      expect.objectContaining({
        kind: "comment",
        action: "create",
        outcome: "done",
        url: expect.stringContaining(`${sandbox.url}/orchard/apple/issues/7#issuecomment-`),
      }),
    );
    expect(err).toContain("Plan for orchard/team");
    expect(JSON.parse((await runCli(["apply", "--json", "calls/2.md"], cwd, env)).out).results).toEqual([]);
  });

  test("posts what the plan says, under the user's own name", async () => {
    const { exitCode, out, err } = await runCli(["apply", "--yes", "calls/1.md"], cwd, env);

    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(out).toContain(`done`);
    expect(comments()).toMatchObject([{ author: { login: "ada-l" } }]);
    expect(sandbox.world.issues(APPLE).map(({ assignees }) => assignees.map(({ login }) => login))).toEqual([
      [],
      ["ada-l"],
    ]);
    expect(sandbox.world.milestone(APPLE, "1.0").description).toContain("2 March 2026");
  });

  test("posts nothing twice", async () => {
    await runCli(["apply", "--yes"], cwd, env);
    const before = [comments().length, sandbox.world.issues(APPLE).length];

    expect((await runCli(["apply", "--yes"], cwd, env)).exitCode).toBe(0);

    expect([comments().length, sandbox.world.issues(APPLE).length]).toEqual(before);
    expect(before).toEqual([2, 2]);
  });

  test("asks first", async () => {
    const { exitCode, err } = await runCli(["apply", "calls/1.md"], cwd, env);

    expect(exitCode).toBe(0);
    expect(err).toContain("Make these ");
    expect(err).toContain("Nothing was done.");
    expect(comments()).toEqual([]);

    await runCli(["apply", "calls/1.md"], cwd, { ...env, ANSWER: "yes" });
    expect(comments()).toHaveLength(1);
  });
});

describe("apply with the way back to the minutes", () => {
  beforeEach(() => {
    sandbox.world.commit(TEAM, {
      ".github/minutebook.yml": `${config}actions: {write-back: pull-request}\n`,
    });
  });

  test("offers the links of the issues, and says where", async () => {
    const { exitCode, out, err } = await runCli(["apply", "--yes", "calls/1.md"], cwd, env);

    const [pull] = sandbox.world.pulls(TEAM);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(sandbox.world.file(TEAM, "calls/1.md", pull?.headRef ?? "")).toContain("apples of #7 (#8)");
    expect(out).toContain(`pull request to calls/1.md ${sandbox.url}/${TEAM}/pull/${pull?.number}`);
  });

  test("says in its question that it does, and offers nothing without a yes", async () => {
    const { err } = await runCli(["apply", "calls/1.md"], cwd, env);

    expect(err).toContain(", and pull requests to the minutes?");
    expect(sandbox.world.pulls(TEAM)).toEqual([]);
  });

  test("offers them later where nothing else is left to do, with --yes alone", async () => {
    sandbox.world.commit(TEAM, { ".github/minutebook.yml": config });
    await runCli(["apply", "--yes", "calls/1.md"], cwd, env);
    sandbox.world.commit(TEAM, {
      ".github/minutebook.yml": `${config}actions: {write-back: pull-request}\n`,
    });

    await runCli(["apply", "calls/1.md"], cwd, { ...env, ANSWER: "yes" });
    expect(sandbox.world.pulls(TEAM)).toEqual([]);
    const { out } = await runCli(["apply", "--json", "--yes", "calls/1.md"], cwd, env);

    const [pull] = sandbox.world.pulls(TEAM);
    expect(JSON.parse(out).pullRequests).toEqual([
      { path: "calls/1.md", url: `${sandbox.url}/${TEAM}/pull/${pull?.number}`, cause: null },
    ]);
  });

  test("ends with GitHub's code where a pull request could not be written, and keeps what was posted", async () => {
    sandbox.faults.add({
      match: "pulls/create",
      times: 9,
      fault: { kind: "error", when: "before", status: 403 },
    });

    const { exitCode, out, err } = await runCli(["apply", "--yes", "calls/1.md"], cwd, env);

    expect(exitCode).toBe(4);
    expect(out).toContain("failed  pull request to calls/1.md");
    expect(err).toContain("Not all pull requests to the minutes were written. Run it again for the rest.");
    expect(comments()).toHaveLength(1);
  });

  test("opens none once it is stopped", async () => {
    const stopped = new AbortController();
    stopped.abort();
    const { exitCode, err } = await runCli(["apply", "--yes", "calls/1.md"], cwd, env, {
      interrupted: () => stopped.signal,
    });

    expect(exitCode).toBe(130);
    expect(err).toContain("Stopped with ");
    expect(sandbox.world.pulls(TEAM)).toEqual([]);
  });
});

describe("the token", () => {
  test("is that of GitHub's own command line where the environment has none", async () => {
    const { GH_TOKEN = "", ...rest } = env;
    const bin = makeFolder({ gh: `#!/bin/sh\n[ "$*" = "auth token" ] && echo ${GH_TOKEN}\n` });
    chmodSync(join(bin, "gh"), 0o755);

    const { exitCode } = await runCli(["plan", "--github", "calls/1.md"], cwd, {
      ...rest,
      PATH: `${bin}:/bin:/usr/bin`,
    });

    expect(exitCode).toBe(0);
  });
});

describe("what goes wrong", () => {
  test("without a token it says how to get one", async () => {
    const { exitCode, err } = await runCli(["apply"], cwd, { PATH: "" });

    expect(exitCode).toBe(4);
    expect(err).toContain("gh auth login");
  });

  test("with a token that GitHub refuses it says so", async () => {
    const { exitCode, err } = await runCli(["apply"], cwd, { ...env, GH_TOKEN: "wrong" });

    expect(exitCode).toBe(4);
    expect(err).toContain("error: GitHub:");
  });

  test("minutes that were not pushed are reported", async () => {
    const { exitCode, err } = await runCli(["apply", "calls/3.md"], cwd, env);

    expect(exitCode).toBe(1);
    expect(err).toContain("Push them first");
  });

  test("a configuration that is wrong posts nothing", async () => {
    sandbox.world.commit(TEAM, { ".github/minutebook.yml": "mod: auto\n" });

    const { exitCode, err } = await runCli(["apply", "--yes"], cwd, env);

    expect(exitCode).toBe(3);
    expect(err).toContain('Did you mean "mode"?');
  });
});
