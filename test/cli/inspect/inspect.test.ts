import { describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";
import { makeFolder } from "../folder.ts";
import { runCli } from "../run-cli.ts";

const minutes = "# Orchard call, 2026-03-02\n\n- orchard/apple#7 is ripe\n  - TODO: Ada to pick it\n";
const config = "repository: orchard/apple\npeople: {Ada: ada-l}\nminutes: ['calls/*.md']\n";

const readings = (out: string) =>
  out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

describe("inspect --format json", () => {
  test("prints one object per file and line, in the order given", async () => {
    const cwd = makeFolder({ "b.md": minutes, "a.md": "# Nothing\n" });

    const { exitCode, out, err } = await runCli(["inspect", "--format", "json", "b.md", "a.md"], cwd);

    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(readings(out).map(({ path }) => path)).toEqual(["b.md", "a.md"]);
    expect(readings(out)[0]).toMatchObject({ date: "2026-03-02", title: "Orchard call, 2026-03-02" });
  });

  test("prints what its schema says, whatever could be read", async () => {
    const cwd = makeFolder({ "a.md": minutes, "bad.md": new Uint8Array([0xff, 0xfe]) });
    const schema: unknown = JSON.parse(readFileSync("docs/inspect.schema.json", "utf8"));
    const validate = new Ajv2020({ validateFormats: false }).compile(Object(schema));

    const { out } = await runCli(["inspect", "--format", "json", "a.md", "bad.md"], cwd);

    expect(readings(out)).toHaveLength(2);
    for (const reading of readings(out)) expect([validate(reading), validate.errors]).toEqual([true, null]);
  });
});

describe("a file that cannot be read", () => {
  test.each([
    ["is missing", undefined, "The file doesn't exist"],
    ["is no UTF-8", new Uint8Array([0x23, 0xff]), "The file isn't UTF-8"],
    ["is longer than 1 MiB", "a".repeat(1024 * 1024 + 1), "Minutes can be at most 1 MiB"],
  ])("because it %s is reported and does not stop the rest", async (_why, content, message) => {
    const cwd = makeFolder({ "good.md": minutes, ...(content === undefined ? {} : { "bad.md": content }) });

    const { exitCode, out, err } = await runCli(["inspect", "bad.md", "good.md"], cwd);

    expect(exitCode).toBe(1);
    expect(err).toContain(`error: bad.md: `);
    expect(err).toContain(message);
    expect(out).toContain("good.md  2026-03-02");
  });

  test("is in the JSON with the reason", async () => {
    const { out } = await runCli(["inspect", "--format", "json", "bad.md"], makeFolder({}));

    expect(readings(out)).toEqual([
      expect.objectContaining({
        path: "bad.md",
        references: [],
        error: expect.stringContaining("doesn't exist"),
        errorCode: "file-missing",
      }),
    ]);
  });
});

describe("the configuration", () => {
  test("is that of the repository that the file is in", async () => {
    const cwd = makeFolder({ "team/.github/minutebook.yml": config, "team/calls/1.md": "- #7 is ripe\n" });

    const { out } = await runCli(["inspect", "--format", "json", "team/calls/1.md"], cwd);

    expect(readings(out)[0]?.references).toMatchObject([{ target: "orchard/apple#7" }]);
  });

  test("given with --config wins", async () => {
    const cwd = makeFolder({
      ".github/minutebook.yml": config,
      "own.yml": "repository: orchard/pear\n",
      "1.md": "- #7 is ripe\n",
    });

    const { out } = await runCli(["inspect", "--format", "json", "--config", "own.yml", "1.md"], cwd);

    expect(readings(out)[0]?.references).toMatchObject([{ target: "orchard/pear#7" }]);
  });

  test("that is wrong is reported with file, line and key, and nothing is read", async () => {
    const cwd = makeFolder({ ".github/minutebook.yml": "\nmod: auto\n", "1.md": minutes });

    const { exitCode, out, err } = await runCli(["inspect", "1.md"], cwd);

    expect({ exitCode, out }).toEqual({ exitCode: 3, out: "" });
    expect(err).toMatch(/minutebook\.yml:2:1: mod: Unknown key "mod". Did you mean "mode"\?/);
  });

  test("that was asked for and is missing is reported", async () => {
    const { exitCode, err } = await runCli(["inspect", "--config", "none.yml", "1.md"], makeFolder({}));

    expect(exitCode).toBe(3);
    expect(err).toContain("none.yml. Check the path.");
  });
});

describe("the repository", () => {
  const gitConfig = (url: string) =>
    `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${url}\n\tfetch = x\n`;

  test.each([
    "git@github.com:orchard/plum.git",
    "https://github.com/orchard/plum",
    "ssh://git@github.com/orchard/plum.git",
  ])("is that of git's remote %s", async (url) => {
    const cwd = makeFolder({ ".git/config": gitConfig(url), "1.md": "- #7 is ripe\n" });

    const { out } = await runCli(["inspect", "--format", "json", "1.md"], cwd);

    expect(readings(out)[0]?.references).toMatchObject([{ target: "orchard/plum#7" }]);
  });

  test("given with --repository wins", async () => {
    const cwd = makeFolder({ ".git/config": gitConfig("git@github.com:a/b"), "1.md": "- #7 is ripe\n" });

    const { out } = await runCli(["inspect", "--format", "json", "--repository", "orchard/fig", "1.md"], cwd);

    expect(readings(out)[0]?.references).toMatchObject([{ target: "orchard/fig#7" }]);
  });
});

test("a folder means the minutes in it", async () => {
  const cwd = makeFolder({
    ".github/minutebook.yml": config,
    "calls/2.md": minutes,
    "calls/1.md": minutes,
    "calls/notes.txt": "x",
    "other.md": minutes,
  });

  const { out } = await runCli(["inspect", "--format", "json", "."], cwd);

  expect(readings(out).map(({ path }) => path)).toEqual(["calls/1.md", "calls/2.md"]);
});

test("the text of minutes cannot steer the terminal", async () => {
  const cwd = makeFolder({ "1.md": "# Call 2026-03-02 \u001b]0;owned\u0007\u001b[2J\n" });

  const { out } = await runCli(["inspect", "1.md"], cwd);

  expect(out).toContain("Call 2026-03-02");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
});
