import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { Writable } from "node:stream";
import { createSandbox, type Sandbox } from "../../../sandbox/sandbox.ts";
import { makeFolder } from "../folder.ts";
import { runCli } from "../run-cli.ts";

const TEAM = "orchard/team";
const APPLE = "orchard/apple";
const config =
  "repository: orchard/apple\npeople: {Ada: ada-l}\ncomments: {when: mentioned, style: meeting, closed: always}\nminutes: ['calls/*.md']\n";

const TODO = "Ada to write down how the old trees were grafted";

/** Three calls; the last two carry the first one's action over. */
const calls = {
  "calls/2026-02-02.md": `# Call 2026-02-02\n\n- #7 is ripe\n\n## Actions\n\n- TODO: ${TODO}\n`,
  "calls/2026-02-09.md": `# Call 2026-02-09\n\n- #8 is late\n\n## Actions from last time\n\n- TODO: ${TODO}\n`,
  "calls/2026-02-16.md": `# Call 2026-02-16\n\n- #7 was picked\n\n## Actions from last time\n\n- TODO: ${TODO}\n`,
};

// The first look at GitHub's descriptions takes seconds on a busy machine.
jest.setTimeout(30_000);

let sandbox: Sandbox;
let cwd: string;
let env: Record<string, string>;
let first: string;

beforeEach(async () => {
  let now = new Date("2026-01-01T00:00:00Z");
  sandbox = createSandbox({ now: () => now });
  const { world } = sandbox;
  world.addUser("ada-l");
  for (const name of [TEAM, APPLE]) world.addRepository(name);
  for (const name of [TEAM, APPLE]) world.addCollaborator(name, "ada-l", "admin");
  for (const number of [7, 8]) world.addIssue(APPLE, { number, title: `Tree ${number}` });
  first = world.commit(TEAM, {
    ".github/minutebook.yml": config,
    "calls/2026-02-02.md": calls["calls/2026-02-02.md"],
  });
  world.commit(TEAM, { ...calls, "README.md": "# Ours\n" });
  now = new Date("2026-03-10T00:00:00Z");
  await sandbox.start();
  env = {
    GH_TOKEN: world.addUserToken("ada-l"),
    GHE_HOST: sandbox.host,
    GHE_PROTOCOL: "http",
    XDG_STATE_HOME: makeFolder({}),
  };
  cwd = makeFolder({ ".git/config": `[remote "origin"]\n\turl = https://localhost/${TEAM}.git\n` });
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

const backfill = (...args: string[]) => runCli(["backfill", "--yes", ...args], cwd, env);

/** What Minutebook posted on GitHub. */
function posted() {
  const { world } = sandbox;
  return {
    comments: [7, 8].map((number) => world.comments(APPLE, number).length),
    issues: world
      .issues(APPLE)
      .map(({ title }) => title)
      .filter((title) => !title.startsWith("Tree")),
  };
}

const NOTHING = { comments: [0, 0], issues: [] };
const ALL = { comments: [2, 1], issues: [expect.stringContaining("grafted")] };

interface Line {
  readonly type: string;
  readonly path?: string;
  readonly outcome?: string;
  readonly changes: number;
}

const lines = (out: string): Line[] =>
  out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("backfill", () => {
  test("posts what old minutes say, and one issue for an action that is carried over", async () => {
    const { exitCode, out, err } = await backfill();

    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(out).toContain(
      "3 files of minutes in orchard/team, meetings of 2026-02-02 to 2026-02-16, oldest first.",
    );
    expect(out).toContain("Total: 3 files");
    expect(posted()).toEqual(ALL);
  });

  test("does not plan again what is done, unless it is asked to", async () => {
    await backfill();
    sandbox.forgetRequests();

    expect((await backfill()).out).toContain(
      "0 files of minutes in orchard/team, oldest first (3 more are finished",
    );
    expect(sandbox.requests.map(({ operation }) => operation)).not.toContain("issues/list-for-repo");

    const { out } = await backfill("--again", "--json");
    expect(lines(out).map(({ outcome }) => outcome)).toEqual(["done", "done", "done", undefined]);
    expect(posted()).toEqual(ALL);
  });

  test("plans again what was changed since, and everything under another configuration", async () => {
    await backfill();

    sandbox.world.commit(TEAM, { "calls/2026-02-09.md": `${calls["calls/2026-02-09.md"]}\nMore.\n` });
    expect(lines((await backfill("--json")).out).map(({ path }) => path)).toEqual([
      "calls/2026-02-09.md",
      undefined,
    ]);

    sandbox.world.commit(TEAM, {
      ".github/minutebook.yml": config.replace("closed: always", "closed: always, unreferenced: keep"),
    });
    expect(lines((await backfill("--json")).out)).toHaveLength(4);
  });

  test("leaves a file with several meetings alone, and says which it holds", async () => {
    const rolling = "# Calls\n\n## 2026-02-23\n\n- #8 is late\n\n## 2026-03-02\n\n- #7 was picked\n";
    sandbox.world.commit(TEAM, { "calls/all.md": rolling });

    const { out, err } = await backfill();

    expect(`${out}${err}`).toContain("line 3 (2026-02-23), line 7 (2026-03-02)");
    expect(posted()).toEqual(ALL);
  });

  test("works without a clone", async () => {
    const result = await runCli(["backfill", "--yes", "--repository", TEAM], makeFolder({}), env);

    expect(result).toMatchObject({ exitCode: 0, err: "" });
    expect(posted()).toEqual(ALL);
  });

  test("asks first", async () => {
    const { exitCode, err } = await runCli(["backfill"], cwd, env);

    expect(exitCode).toBe(0);
    expect(err).toContain("Post from these 3 files?");
    expect(posted()).toEqual(NOTHING);
  });
});

describe("which minutes", () => {
  const paths = async (...args: string[]) =>
    lines((await backfill("--json", "--dry-run", ...args)).out).flatMap(({ path }) => path ?? []);

  test("come oldest first, or newest", async () => {
    expect(await paths()).toEqual(Object.keys(calls));
    expect(await paths("--order", "newest")).toEqual(Object.keys(calls).toReversed());
  });

  test("may start at a day", async () => {
    expect(await paths("--from", "2026-02-09")).toEqual(Object.keys(calls).slice(1));
  });

  test("may start after a commit", async () => {
    expect(await paths("--from", first.slice(0, 10))).toEqual(Object.keys(calls).slice(1));
  });

  test("are reported where their day is not known", async () => {
    sandbox.world.commit(TEAM, { "calls/tea.md": "# Tea\n\n- #7\n" });

    const { err, out } = await backfill("--json", "--dry-run", "--from", "2026-02-16");

    expect(err).toContain("calls/tea.md is skipped: no meeting date found");
    expect(lines(out)).toHaveLength(2);
    expect((await paths()).at(-1)).toBe("calls/tea.md");
  });

  test.each([
    ["--from", "yesterday", "Expected a day"],
    ["--from", "2026-02-30", "Expected a day"],
    ["--limit", "none", "above 0"],
    ["--order", "random", "Allowed choices are oldest, newest"],
  ])("%s %s is refused, with what is expected", async (option, value, message) => {
    const { exitCode, err } = await backfill(option, value);

    expect(exitCode).toBe(2);
    expect(err).toContain(message);
  });

  test("cannot start at a commit that is not there", async () => {
    const { exitCode, err } = await backfill("--from", "0123456789abcdef");

    expect({ exitCode, err }).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining("There is no commit"),
    });
  });
});

describe("a dry run", () => {
  test("posts nothing, and counts what a run then does", async () => {
    const dry = lines((await backfill("--json", "--dry-run")).out);

    expect(posted()).toEqual(NOTHING);
    expect(dry.map(({ outcome }) => outcome)).toEqual(["planned", "planned", "planned", undefined]);

    const real = lines((await backfill("--json")).out);
    expect(dry.map(({ changes }) => changes)).toEqual(real.map(({ changes }) => changes));
  });
});

describe("a limit", () => {
  test("ends before the file that is over it; the next run continues there", async () => {
    const [one = 0] = lines((await backfill("--json", "--dry-run")).out).map(({ changes }) => changes);

    const { exitCode, err, out } = await backfill("--json", "--limit", String(one));

    expect(exitCode).toBe(0);
    expect(err).toContain(`--limit ${one} is reached before calls/2026-02-09.md.`);
    expect(lines(out)).toMatchObject([{ outcome: "done" }, { type: "sum", files: 1, left: 2 }]);

    await backfill();
    expect(posted()).toEqual(ALL);
  });

  test("that not even one file keeps to is reported", async () => {
    const { err } = await backfill("--limit", "1");

    expect(err).toContain(
      "calls/2026-02-02.md alone needs more changes than --limit 1 allows, so nothing was done.",
    );
    expect(posted()).toEqual(NOTHING);
  });
});

describe("Ctrl-C", () => {
  test.each(["issues/create-comment", "issues/create", "graphql"])(
    "during %s: the next run does the rest, and nothing twice",
    async (operation) => {
      const stop = new AbortController();
      const interrupted = () => {
        sandbox.faults.add({ match: operation, fault: { kind: "call", before: () => stop.abort() } });
        return stop.signal;
      };

      const { exitCode, err } = await runCli(["backfill", "--yes"], cwd, env, { interrupted });

      expect(exitCode).toBe(130);
      expect(err).toContain("Stopped. Run it again for the rest.");

      expect((await backfill()).exitCode).toBe(0);
      expect(posted()).toEqual(ALL);
    },
  );
});

describe("what goes wrong", () => {
  test("what GitHub refuses is reported with its reason, and tried again by the next run", async () => {
    sandbox.faults.add({
      match: "issues/create-comment",
      fault: { kind: "error", when: "before", status: 422 },
    });

    const { exitCode, err, out } = await backfill("--json");

    expect(exitCode).toBe(4);
    expect(err).toMatch(/failed calls\/2026-02-02\.md: .*orchard\/apple#7.*422/);
    expect(err).toContain("1 file is not finished");
    expect(lines(out).map(({ outcome }) => outcome)).toEqual(["failed", "done", "done", undefined]);

    expect(lines((await backfill("--json")).out)).toMatchObject([
      { path: "calls/2026-02-02.md", outcome: "done", changes: expect.any(Number) },
      { type: "sum", files: 1, failed: 0, left: 0 },
    ]);
    expect(posted()).toEqual(ALL);
  });

  test("a configuration that is wrong, or that switches Minutebook off, posts nothing", async () => {
    sandbox.world.commit(TEAM, { ".github/minutebook.yml": "mod: auto\n" });
    expect(await backfill()).toMatchObject({
      exitCode: 3,
      err: expect.stringContaining('Did you mean "mode"?'),
    });

    sandbox.world.commit(TEAM, { ".github/minutebook.yml": `${config}mode: off\n` });
    expect(await backfill()).toMatchObject({
      exitCode: 3,
      err: expect.stringContaining("switches Minutebook off"),
    });
    expect(posted()).toEqual(NOTHING);
  });

  test("a state that cannot be written is reported, and the work continues", async () => {
    env.XDG_STATE_HOME = "/dev/null";

    const { exitCode, err } = await backfill();

    expect(exitCode).toBe(0);
    expect(err).toContain("next time, calls/2026-02-02.md is planned again");
    expect(posted()).toEqual(ALL);
  });
});

describe("in a terminal", () => {
  test("a bar shows counts and the time left", async () => {
    let drawn = "";
    const terminal = Object.assign(
      new Writable({
        write(chunk, _encoding, next) {
          drawn += String(chunk);
          next();
        },
      }),
      { isTTY: true, columns: 120, cursorTo() {}, clearLine() {}, moveCursor() {} },
    ) as unknown as NodeJS.WriteStream;

    const { exitCode } = await runCli(["backfill", "--yes"], cwd, env, { terminal });

    expect(exitCode).toBe(0);
    expect(drawn).toMatch(/[█░]+ 0\/3 files/);
    expect(drawn).toMatch(/█+ 3\/3 files · \d+ changes, 0 failed · 0 s left/);
  });
});
