import { describe, expect, test } from "@jest/globals";
import { makeFolder } from "../folder.ts";
import { runCli } from "../run-cli.ts";

const config = "repository: orchard/apple\npeople: {Ada: ada-l}\nminutes: ['calls/*.md']\n";
const minutes = "# Call 2026-03-02\n\n- #7 is ripe\n  - TODO: Ada to pick the apples of #7\n";
const commit = "0123456789abcdef0123456789abcdef01234567";

const repository = () =>
  makeFolder({
    ".git/HEAD": "ref: refs/heads/main\n",
    ".git/refs/heads/main": `${commit}\n`,
    ".git/config": '[remote "origin"]\n\turl = git@github.com:orchard/team.git\n',
    ".github/minutebook.yml": config,
    "calls/1.md": minutes,
    "other/2.md": "# 2026-03-03\n\n- #8\n",
  });

const planOf = (out: string) => JSON.parse(out);

describe("plan of a repository", () => {
  test("says what would be posted where, for the minutes that the globs name", async () => {
    const { exitCode, out, err } = await runCli(["plan", "."], repository());

    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(out).toContain("orchard/apple#7");
    expect(out).not.toContain("orchard/apple#8");
  });

  test("names what it cannot know without GitHub", async () => {
    const files = (name: string, more = "") => ({
      ".git/config": `[remote "origin"]\n\turl = git@github.com:${name}.git\n`,
      ".github/minutebook.yml": config + more,
      "calls/1.md": "# Call 2026-03-02\n\n- #7 is ripe and will go in 2.1\n",
    });
    const errOf = async (name: string, more?: string) =>
      (await runCli(["plan", "."], makeFolder(files(name, more)))).err;

    expect(await errOf("orchard/team", "milestones: ['2.1']\n")).toBe("");
    expect(await errOf("orchard/team")).toBe(
      "note: 2.1 is not read as a release: without --github only titles under milestones in the configuration are.\n",
    );
    expect(await errOf("meadow/team", "milestones: ['2.1']\n")).toBe(
      "note: orchard/apple has another owner. Nothing is posted there unless its own .github/minutebook.yml says accept: [meadow/team]. --github checks that.\n",
    );
  });

  test("is made for where one is when nothing is named", async () => {
    const cwd = repository();

    expect((await runCli(["plan"], cwd)).out).toBe((await runCli(["plan", "."], cwd)).out);
  });

  test("has the Markdown of every post with --bodies only", async () => {
    const cwd = repository();

    expect((await runCli(["plan", "--bodies", "."], cwd)).out).toContain("is ripe");
    expect((await runCli(["plan", "."], cwd)).out).not.toContain("> - #7 is ripe");
  });

  test("is a Plan of the commit that is checked out, as JSON", async () => {
    const { out } = await runCli(["plan", "--format", "json", "."], repository());

    const plan = planOf(out);
    expect(plan).toMatchObject({ version: 2, repository: "orchard/team", commit, before: null });
    expect(plan.steps).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: "comment",
          action: "create",
          target: expect.objectContaining({ repository: "orchard/apple", number: 7 }),
        }),
        expect.objectContaining({ kind: "issue", action: "create", repository: "orchard/apple" }),
      ]),
    );
  });

  test("is the same each time", async () => {
    const cwd = repository();
    const first = await runCli(["plan", "--format", "json", "."], cwd);

    expect(await runCli(["plan", "--format", "json", "."], cwd)).toEqual(first);
  });
});

test("minutes that were copied out of their repository are placed where the globs name them", async () => {
  const cwd = makeFolder({ "own.yml": config, "copies/1.md": minutes });

  const { exitCode, out, err } = await runCli(
    ["plan", "--format", "json", "--config", "own.yml", "copies"],
    cwd,
  );

  expect(exitCode).toBe(0);
  expect(err).toContain("Assuming that the minutes are in orchard/minutes");
  expect(planOf(out).steps[0].origin.path).toBe("calls/1.md");
});

describe("what goes wrong", () => {
  test("a file that cannot be read does not stop the rest", async () => {
    const cwd = makeFolder({
      "own.yml": config,
      "calls/1.md": minutes,
      "calls/2.md": new Uint8Array([0xff]),
    });

    const { exitCode, out, err } = await runCli(
      ["plan", "--config", "own.yml", "--repository", "orchard/team", "calls"],
      cwd,
    );

    expect(exitCode).toBe(1);
    expect(err).toContain("calls/2.md: The file isn't UTF-8.");
    expect(out).toContain("orchard/apple#7");
  });

  test("no minutes is reported with the globs", async () => {
    const cwd = makeFolder({ ".github/minutebook.yml": config, "README.md": "x" });

    const { exitCode, err } = await runCli(["plan", "--repository", "orchard/team", "."], cwd);

    expect(exitCode).toBe(1);
    expect(err).toContain(`There are no minutes in ${cwd}. The`);
    expect(err).toContain("calls/*.md");
  });

  test("a repository that nobody named is asked for", async () => {
    const { exitCode, err } = await runCli(["plan", "."], makeFolder({ "meetings/1.md": minutes }));

    expect(exitCode).toBe(2);
    expect(err).toContain("--repository owner/name");
  });
});
