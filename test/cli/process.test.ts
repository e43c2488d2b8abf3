import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createSandbox, type Sandbox } from "../../sandbox/sandbox.ts";
import { makeFolder } from "./folder.ts";

// Each starts a process or two.
jest.setTimeout(60_000);

const main = resolve("src/cli/main.ts");
const ESCAPE = "\u001b[";

interface Ended {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): ChildProcess {
  const { PATH = "" } = process.env;
  return spawn(process.execPath, [main, ...args], { cwd, env: { PATH, ...env } });
}

async function end(child: ChildProcess): Promise<Ended> {
  let [out, err] = ["", ""];
  child.stdout?.on("data", (text: unknown) => {
    out += String(text);
  });
  child.stderr?.on("data", (text: unknown) => {
    err += String(text);
  });
  const [exitCode]: (number | null)[] = await once(child, "close");
  return { exitCode: exitCode ?? null, out, err };
}

describe("apply, as a process", () => {
  const [TEAM, APPLE] = ["orchard/team", "orchard/apple"];
  let sandbox: Sandbox;
  let env: Record<string, string>;
  let cwd: string;

  beforeEach(async () => {
    // What the minutes mention was there before the meeting.
    let now = new Date("2026-01-01T00:00:00Z");
    sandbox = createSandbox({ now: () => now });
    const { world } = sandbox;
    world.addUser("ada-l");
    for (const name of [TEAM, APPLE]) world.addRepository(name);
    for (const name of [TEAM, APPLE]) world.addCollaborator(name, "ada-l", "admin");
    for (const number of [1, 2, 3, 4]) world.addIssue(APPLE, { number, title: `Apple ${number}` });
    world.commit(TEAM, {
      ".github/minutebook.yml":
        "repository: orchard/apple\nminutes: ['calls/*.md']\ncomments: {when: mentioned, style: meeting, closed: always}\n",
      "calls/1.md": `# Call 2026-03-02\n\n${[1, 2, 3, 4].map((number) => `- apple issue #${number}\n`).join("")}- TODO: pick them\n`,
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

  const counts = () => [1, 2, 3, 4].map((number) => sandbox.world.comments(APPLE, number).length);

  test("stops after the current step with Ctrl-C, and does the rest when it is run again", async () => {
    const child = start(["apply", "--yes"], cwd, env);
    sandbox.faults.add({
      match: /^POST .*\/comments$/,
      skip: 1,
      fault: { kind: "call", before: () => child.kill("SIGINT") },
    });

    const stopped = await end(child);

    expect(stopped).toMatchObject({
      exitCode: 130,
      err: expect.stringMatching(/Stopped with \d of \d left/),
    });
    expect(counts().filter((count) => count === 1).length).toBe(2);
    expect((await end(start(["apply", "--yes"], cwd, env))).exitCode).toBe(0);
    expect(counts()).toEqual([1, 1, 1, 1]);
    expect(sandbox.world.issues(APPLE)).toHaveLength(5);
  });

  test("killed where GitHub did the work and the answer was lost, does nothing twice when it is run again", async () => {
    const child = start(["apply", "--yes"], cwd, env);
    sandbox.faults.add({
      match: /^POST .*\/comments$/,
      skip: 1,
      fault: { kind: "call", after: () => child.kill("SIGKILL") },
    });
    await end(child);

    await end(start(["apply", "--yes"], cwd, env));

    expect(counts()).toEqual([1, 1, 1, 1]);
  });

  test("in a terminal asks, draws a bar while it works, and links what it did", async () => {
    // `script` gives a terminal of its own.
    const command = `'${process.execPath}' '${main}' apply`;
    const { PATH = "" } = process.env;
    const child = spawn("script", ["-qfec", command, "/dev/null"], {
      cwd,
      env: { PATH, TERM: "xterm-256color", FORCE_HYPERLINK: "1", ...env },
    });
    let shown = "";
    child.stdout.on("data", (text: unknown) => {
      const asked = shown.includes("[y/N]");
      shown += String(text);
      if (!asked && shown.includes("[y/N]")) child.stdin.write("y\n");
    });

    const { exitCode } = await end(child);

    expect(exitCode).toBe(0);
    expect(counts()).toEqual([1, 1, 1, 1]);
    expect(shown).toContain("Make these 6 changes? [y/N]");
    expect(shown).toMatch(/░ 0\/6 · label/);
    const links = [
      ...shown
        .replaceAll("\u001b", "ESC")
        .replaceAll("\u0007", "BEL")
        .matchAll(/ESC\]8;;(\S+?)BEL(comment on [^ ]+)/g),
    ];
    expect(links.map(([, url, text]) => [text, url])).toContainEqual([
      "comment on orchard/apple#1",
      expect.stringContaining("/issues/1#issuecomment-"),
    ]);
    expect(shown).toContain(`${ESCAPE}32mdone`);
    // It never returns to a saved cursor position, which would overwrite later output.
    expect(shown).not.toContain("\u001b8");
  });

  test("without a terminal asks nobody and does nothing", async () => {
    const { exitCode, err } = await end(start(["apply"], cwd, env));

    expect(exitCode).toBe(0);
    expect(err).toContain("To skip the question, add --yes.");
    expect(counts()).toEqual([0, 0, 0, 0]);
  });
});

describe("what is printed, as a process", () => {
  const lines = Array.from(
    { length: 3000 },
    (_, index) => `- TODO: pick apple number ${index} from the tree\n`,
  );
  const cwd = makeFolder({
    "minutes/long.md": `# Call 2026-03-02\n\n${lines.join("")}`,
    "minutes/short.md": "# Call 2026-03-02\n\n- TODO: pick\n",
  });

  test("a pipe that is closed early is no failure", async () => {
    const child = start(["inspect", "minutes/long.md"], cwd, {});
    child.stdout?.once("data", () => child.stdout?.destroy());

    const { exitCode, err } = await end(child);

    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
  });

  test.each([
    ["no colours in a pipe", {}, false],
    ["colours in a pipe with FORCE_COLOR", { FORCE_COLOR: "1" }, true],
    ["no colours with NO_COLOR, whatever else", { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
  ])("%s", async (_name, env, colored) => {
    const { out } = await end(start(["inspect", "minutes/short.md"], cwd, env));

    expect(out.includes(ESCAPE)).toBe(colored);
  });
});
