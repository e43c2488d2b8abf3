import { describe, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "../../../src/config/read-config.ts";
import { makeFolder } from "../folder.ts";
import { runCli } from "../run-cli.ts";

const first =
  "# Call 2026-03-02\n\nPresent: Ada Pine (@ada-l), Grace (@grace-h)\n\n- orchard/apple#7 and orchard/apple#8\n- orchard/pear#1, meadow/plum#2\n";
const second =
  "# Call 2026-03-09\n\nPresent: Ada (@ada-l), Grace (@other-grace)\n\n- TODO: Ada to pick orchard/apple#7\n";

const team = () =>
  makeFolder({
    ".git/HEAD": "x",
    "calls/meeting-1.md": first,
    "calls/meeting-2.md": second,
    "README.md": "x",
  });

/** What init would write there, read as a configuration; problems fail the test. */
async function guess(files: Readonly<Record<string, string>>, repository = "orchard/team") {
  const { exitCode, out, err } = await runCli(
    ["init", "--print", "--repository", repository],
    makeFolder(files),
  );
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
  const { config, problems } = readConfig(out, "minutebook.yml");
  expect(problems).toEqual([]);
  return { config, text: out };
}

describe("init", () => {
  test("writes a valid configuration with what the minutes show", async () => {
    const cwd = team();

    const { exitCode, out, err } = await runCli(["init"], cwd);

    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    const { config, problems } = readConfig(readFileSync(join(cwd, ".github/minutebook.yml"), "utf8"), "x");
    expect(problems).toEqual([]);
    expect(config).toMatchObject({
      minutes: ["calls/**/*.md"],
      repository: "orchard/apple",
      repositories: { pear: "orchard/pear" },
      people: { Ada: "ada-l" },
      mode: "review",
    });
    expect(config?.people).not.toHaveProperty("Grace");
    expect(out).toContain("If you pushed the last 2 files with this configuration");
    expect(out).toMatch(/\+ issue orchard\/apple “Pick orchard\/apple#7”/);
  });

  test("tells editors where the schema is, as the documents and the schema itself do", async () => {
    const { out } = await runCli(["init", "--print"], team());

    const [, url = ""] = /^# yaml-language-server: \$schema=(\S+)$/m.exec(out) ?? [];
    expect(JSON.parse(readFileSync("docs/config.schema.json", "utf8")).$id).toBe(url);
    expect(readFileSync("docs/configuration.md", "utf8")).toContain(`$schema=${url}\n`);
  });

  test("never overwrites", async () => {
    const cwd = makeFolder({ ".github/minutebook.yml": "mode: off\n", "meetings/1.md": first });

    const { exitCode, err } = await runCli(["init"], cwd);

    expect(exitCode).toBe(1);
    expect(err).toContain("already exists and isn't changed");
    expect(readFileSync(join(cwd, ".github/minutebook.yml"), "utf8")).toBe("mode: off\n");
  });

  test("--print writes nothing", async () => {
    const cwd = team();

    const { out } = await runCli(["init", "--print"], cwd);

    expect(out).toContain("repository: orchard/apple");
    expect(() => readFileSync(join(cwd, ".github/minutebook.yml"))).toThrow();
  });

  test("--json prints one document", async () => {
    const cwd = team();

    const { out } = await runCli(["init", "--json"], cwd);

    expect(JSON.parse(out)).toMatchObject({
      written: join(cwd, ".github/minutebook.yml"),
      guess: { repository: "orchard/apple", people: { Ada: "ada-l" }, foreign: [] },
      minutes: [{ path: "calls/meeting-1.md", date: "2026-03-02" }, { path: "calls/meeting-2.md" }],
    });
  });

  test.each([
    ["there are no minutes", { "README.md": "x" }, [], "There are no minutes in"],
    ["there is no such folder", {}, ["nowhere"], "There is no folder nowhere."],
  ])("says so when %s", async (_name, files, args, message) => {
    const { exitCode, err } = await runCli(["init", ...args], makeFolder(files));

    expect(exitCode).toBe(1);
    expect(err).toContain(message);
  });
});

describe("which files are minutes", () => {
  test("the folder that holds them, whatever years it is divided into", async () => {
    const { config } = await guess({ "docs/meetings/2025/1.md": first, "docs/meetings/2026/2.md": second });

    expect(config?.minutes).toEqual(["docs/meetings/**/*.md"]);
  });

  test("not templates and indexes beside them", async () => {
    const { config } = await guess({
      "meetings/1.md": first,
      "meetings/template.md": "x",
      "meetings/index.md": "x",
    });

    expect(config?.minutes).toEqual([
      "meetings/**/*.md",
      "!**/{readme,index,contributing}.*",
      "!**/*template*",
    ]);
  });

  test("files named after a day that say who was there, wherever they are", async () => {
    const { config } = await guess({
      "sync/2026-03-02.md": first,
      "_posts/2026-03-03-news.md": "# News\n\nText.\n",
    });

    expect(config?.minutes).toEqual(["sync/**/*.md"]);
  });

  test("the usual names where they are scattered", async () => {
    const files = Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [`${name}/meeting.md`, first]));
    const { config } = await guess(files);

    expect(config?.minutes).toContain("**/*{meeting,minutes}*.{md,markdown}");
  });
});

describe("what they are about", () => {
  const apple = "# Call 2026-03-02\n\n- orchard/apple#1\n- orchard/apple#2\n- orchard/apple#3\n";
  const pear = apple.replaceAll("apple", "pear");

  test("the team's own repository, where they mention it often", async () => {
    const { config } = await guess({ "minutes/1.md": `${apple}- orchard/team#1\n` });

    expect(config).toMatchObject({ repository: "orchard/team", repositories: { apple: "orchard/apple" } });
  });

  test("another repository in a series that a word in the file names tells", async () => {
    const { config } = await guess({
      "minutes/2026-03-02.md": apple,
      "minutes/2026-03-03-pear.md": pear,
    });

    expect(config).toMatchObject({
      repository: "orchard/apple",
      series: [{ minutes: ["**/*-pear.md"], repository: "orchard/pear" }],
    });
  });

  test("another repository in a series that a folder tells", async () => {
    const { config } = await guess({
      "minutes/core/1.md": `${apple}- orchard/apple#4\n`,
      "minutes/web/1.md": pear,
    });

    expect(config?.series).toMatchObject([{ minutes: ["minutes/web/**/*.md"], repository: "orchard/pear" }]);
  });

  test("another owner's repository, with what its owner has to do", async () => {
    const { config, text } = await guess({ "minutes/1.md": apple }, "meadow/wiki");

    expect(config?.repository).toBe("orchard/apple");
    expect(text).toContain('"accept: [meadow/wiki]"');
  });

  test("an agenda's label is offered, and takes nothing off by itself", async () => {
    const { config, text } = await guess({
      "minutes/1.md": `${apple}\nExtracted from **apple-agenda** labelled issues.\n`,
    });

    expect(text).toContain("# labels: {remove-when-discussed: [apple-agenda]}");
    expect(config?.labels.removeWhenDiscussed).toEqual([]);
  });
});

describe("who is who", () => {
  const minutes =
    "# Call 2026-03-02\n\nPresent: Ada, Grace, Linus\n\n- TODO: Ada to pick\n- TODO: Linus to sell\n";

  test("by the lists of other meetings", async () => {
    const { config } = await guess({
      "minutes/1.md": minutes,
      "minutes/2.md": "# Call 2026-03-09\n\nPresent: Ada Pine (@ada-l)\n",
    });

    expect(config?.people).toEqual({ Ada: "ada-l" });
  });

  test("by lists of contributors", async () => {
    const { config } = await guess({
      "minutes/1.md": minutes,
      ".all-contributorsrc": JSON.stringify({ contributors: [{ name: "Ada Pine", login: "ada-l" }] }),
      "MAINTAINERS.md": "- [grace-h](https://github.com/grace-h) - **Grace Oak**\n- Linus Elm (@lin)\n",
    });

    expect(config?.people).toEqual({ Ada: "ada-l", Grace: "grace-h", Linus: "lin" });
  });

  test("each beside where it was found", async () => {
    const { text } = await guess({
      "minutes/1.md": minutes,
      "minutes/2.md": "# Call 2026-03-09\n\nPresent: Ada Pine (@ada-l)\n",
      "MAINTAINERS.md": "# People\n\n- Linus Elm (@lin)\n",
    });

    expect(text).toContain('  "Ada": ada-l # Ada Pine, minutes/2.md\n');
    expect(text).toContain('  "Linus": lin # Linus Elm, MAINTAINERS.md:3\n');
  });

  const team =
    "# Call 2026-03-02\n\nPresent: Ada Pine, Grace Oak, Linus Elm, Olu Ash\n\n- TODO: Ada to pick\n";

  test.each([
    "- Ada Pine ([@ada-l](https://github.com/ada-l))",
    "- [@ada-l](https://github.com/ada-l) Ada Pine",
    "* [ada-l](https://github.com/ada-l) - **Ada Pine**",
    "- [Ada Pine](https://github.com/ada-l)",
    "- **Ada Pine** (@ada-l)",
    "- @ada-l – Ada Pine",
    "| [ada-l](https://github.com/ada-l) | Ada Pine |",
  ])("a line that gives one: %s", async (line) => {
    const { config } = await guess({ "minutes/1.md": team, "MAINTAINERS.md": `# People\n\n${line}\n` });

    expect(config?.people).toEqual({ "Ada Pine": "ada-l" });
  });

  test.each([
    "- Somebody ([@some](https://github.com/some))\n- Ada Pine\n- Linus Elm",
    "- [@some](https://github.com/some)\n- Ada Pine",
    "- [@some](https://github.com/some)\n  Ada Pine",
    "- Bo Fir ([@some](https://github.com/some)), Ada Pine, Linus Elm",
    "@some\n\nAda Pine",
    "- [@ada-l](https://github.com/some) Ada Pine",
    "- Ada Pine (@ada-l)\n- Ada Pine (@ada-o)",
    "- Ada Pine (@ada-l) and [Ada Pine](https://github.com/ada-o)",
  ])("but nobody has the login of another line or entry: %j", async (lines) => {
    const { config } = await guess({ "minutes/1.md": team, "MAINTAINERS.md": `# People\n\n${lines}\n` });

    expect(Object.keys(config?.people ?? {})).not.toContain("Ada Pine");
    expect(Object.keys(config?.people ?? {})).not.toContain("Linus Elm");
  });

  test("nor that of a contributor who only shares the first name with somebody present", async () => {
    const { config } = await guess({
      "minutes/1.md": team,
      "MAINTAINERS.md": "- Ada Other (@ada-o)\n",
    });

    expect(config?.people).toEqual({});
  });

  test("by commits whose addresses hold the login", async () => {
    const cwd = makeFolder({ "minutes/1.md": minutes });
    const git = (...args: string[]) => execFileSync("git", args, { cwd, stdio: "pipe" });
    git("init", "-q");
    git("add", "-A");
    const author = ["-c", "user.name=Ada Pine", "-c", "user.email=12+ada-l@users.noreply.github.com"];
    git(...author, "commit", "-qm", "Minutes");

    const { out } = await runCli(["init", "--print"], cwd);

    expect(readConfig(out, "x").config?.people).toEqual({ Ada: "ada-l" });
  });

  test("whoever has no login that anybody knows is named in a remark", async () => {
    const { config, text } = await guess({ "minutes/1.md": minutes });

    expect(config?.people).toEqual({});
    expect(text).toContain('#   "Ada": login\n#   "Linus": login\n');
  });

  test("a name of several people is nobody's", async () => {
    const { config } = await guess({
      "minutes/1.md": minutes,
      "MAINTAINERS.md": "- Ada Pine (@ada-l)\n- Ada Oak (@ada-o)\n",
    });

    expect(config?.people).toEqual({});
  });
});
