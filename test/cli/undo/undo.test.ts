import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { createSandbox, type Sandbox } from "../../../sandbox/sandbox.ts";
import { makeFolder } from "../folder.ts";
import { runCli } from "../run-cli.ts";

// The first look at GitHub's descriptions takes seconds on a busy machine.
jest.setTimeout(30_000);

const TEAM = "orchard/team";
const APPLE = "orchard/apple";
const config = `repository: orchard/apple
people: {Ada: ada-l}
comments: {when: mentioned, style: meeting, closed: always}
minutes: ['calls/*.md']
`;
const first = "# Call 2026-03-02\n\n- #7 is ripe and goes in 1.0\n  - TODO: Ada to pick the apples of #7\n";
const second = "# Call 2026-03-09\n\n- #8 the ladder is too short\n";

let sandbox: Sandbox;
let cwd: string;
let env: Record<string, string>;
let commit: string;

beforeEach(async () => {
  let now = new Date("2026-01-01T00:00:00Z");
  sandbox = createSandbox({ now: () => now });
  const { world } = sandbox;
  for (const name of ["ada-l", "grace"]) world.addUser(name);
  for (const name of [TEAM, APPLE]) world.addRepository(name);
  for (const name of [TEAM, APPLE])
    for (const person of ["ada-l", "grace"]) world.addCollaborator(name, person, "admin");
  for (const number of [7, 8]) world.addIssue(APPLE, { number, title: `Issue ${number}`, author: "grace" });
  world.addMilestone(APPLE, { title: "1.0", description: "Ours." });
  world.commit(TEAM, { ".github/minutebook.yml": config, "calls/1.md": first });
  now = new Date("2026-03-10T00:00:00Z");
  await sandbox.start();
  env = { GH_TOKEN: world.addUserToken("ada-l"), GHE_HOST: sandbox.host, GHE_PROTOCOL: "http" };
  cwd = makeFolder({ ".git/config": `[remote "origin"]\n\turl = https://localhost/${TEAM}.git\n` });
  await runCli(["apply", "--yes"], cwd, env);
  world.commit(TEAM, { "calls/2.md": second });
  commit = world.head(TEAM) ?? "";
  await runCli(["apply", "--yes", "calls/2.md"], cwd, env);
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

const undo = (...args: readonly string[]) => runCli(["undo", ...args], cwd, env);

/** What is there of the minutes: comments on #7 and #8, open issues, the note. */
function seen() {
  const { world } = sandbox;
  const [milestone] = world.repository(APPLE).milestones.values();
  return {
    comments: [7, 8].map((number) => world.comments(APPLE, number).length),
    open: world.issues(APPLE).filter(({ author, state }) => author?.login === "ada-l" && state === "open")
      .length,
    hasNote: milestone?.description !== "Ours.",
  };
}

const ALL = { comments: [1, 1], open: 1, hasNote: true };
const NOTHING = { comments: [0, 0], open: 0, hasNote: false };

test("shows the plan, and removes nothing unless somebody says yes", async () => {
  expect(seen()).toEqual(ALL);

  const { exitCode, out, err } = await undo("--all");

  expect(exitCode).toBe(0);
  expect(out).toContain("- comment on orchard/apple#7");
  expect(out).toContain("x issue orchard/apple#");
  expect(out).toContain("~ note on milestone 1.0 of orchard/apple");
  expect(out).toContain("Total: 1 to update, 1 to close, 2 to delete.");
  expect(err).toContain("Make these 4 changes?");
  expect(seen()).toEqual(ALL);
});

test("removes everything, and finds nothing the second time", async () => {
  const { exitCode, out } = await undo("--all", "--yes");

  expect({ exitCode, ...seen() }).toEqual({ exitCode: 0, ...NOTHING });
  expect(out).toContain("done    comment on orchard/apple#7");

  const again = await undo("--all", "--yes");
  expect(again).toMatchObject({ exitCode: 0, err: expect.stringContaining("Nothing to take back") });
});

test.each([
  ["a file", ["calls/1.md"], { comments: [0, 1], open: 0, hasNote: false }],
  ["a folder", ["calls"], NOTHING],
  ["a day", ["--since", "2026-03-09"], { ...ALL, comments: [1, 0] }],
  ["one kind", ["--all", "--only", "comments"], { ...ALL, comments: [0, 0] }],
  ["two kinds", ["--all", "--only", "issues", "--only", "milestones"], { ...NOTHING, comments: [1, 1] }],
])("removes what %s names", async (_what, args, left) => {
  expect(await undo(...args, "--yes")).toMatchObject({ exitCode: 0 });

  expect(seen()).toEqual(left);
});

test("removes what was first posted for a commit", async () => {
  await undo("--push", commit.slice(0, 8), "--yes");

  expect(seen()).toEqual({ ...ALL, comments: [1, 0] });
});

test("removes what was posted while everything is switched off by now", async () => {
  sandbox.world.commit(TEAM, { ".github/minutebook.yml": `${config}mode: off\n` });

  await undo("--all", "--yes");

  expect(seen()).toEqual(NOTHING);
});

test("removes nothing with --dry-run", async () => {
  const { exitCode, out, err } = await undo("--all", "--dry-run");

  expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
  expect(out).toContain("2 to delete");
  expect(seen()).toEqual(ALL);
});

test("lists what people answered, and why it stays", async () => {
  const { world } = sandbox;
  await world.comment(world.thread(APPLE, 7), "Not yet.", { by: "grace" });

  const { out } = await undo("--all", "--yes");

  expect(out).toContain("! comment on orchard/apple#7");
  expect(out).toContain("People replied or reacted; the comment stays.");
  expect(seen()).toEqual({ ...NOTHING, comments: [2, 0] });
});

test("continues where it was stopped", async () => {
  const stopped = await runCli(["undo", "--all", "--yes"], cwd, env, {
    interrupted: () => AbortSignal.abort(),
  });
  expect(stopped).toMatchObject({ exitCode: 130, err: expect.stringContaining("Stopped with 4 of 4 left.") });

  expect(await undo("--all", "--yes")).toMatchObject({ exitCode: 0 });
  expect(seen()).toEqual(NOTHING);
});

test("removes nothing that was posted under another name", async () => {
  const other = { ...env, GH_TOKEN: sandbox.world.addUserToken("grace") };

  const { exitCode, err } = await runCli(["undo", "--all", "--yes", "--only", "comments"], cwd, other);

  expect({ exitCode, ...seen() }).toEqual({ exitCode: 0, ...ALL });
  expect(err).toContain("add --app");
});

test("prints one JSON document", async () => {
  const { out } = await undo("--all", "--yes", "--json");

  const { plan, results } = JSON.parse(out);
  expect(plan.version).toBe(2);
  expect(results).toHaveLength(4);
  expect(new Set(results.map(({ outcome }: { outcome: string }) => outcome))).toEqual(new Set(["done"]));
});

describe("a command that can't be meant", () => {
  test.each([
    ["no part", [], "Name what to take back"],
    ["all and a part", ["--all", "calls/1.md"], "--all can't be combined"],
    ["a day that is none", ["--since", "yesterday"], "Expected a date"],
    ["a commit that is none", ["--push", "HEAD"], "Expected a commit's id"],
    ["a kind that is none", ["--all", "--only", "labels"], "Expected comments, issues, or milestones"],
  ])("is refused: %s", async (_what, args, message) => {
    const { exitCode, err } = await undo(...args);

    expect(exitCode).toBe(2);
    expect(err).toContain(message);
    expect(seen()).toEqual(ALL);
  });
});
