import { describe, expect, test } from "@jest/globals";
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
    expect(out).toContain("calls/meeting-2.md  2026-03-09");
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
    expect(err).toContain("is there already and stays as it is");
    expect(readFileSync(join(cwd, ".github/minutebook.yml"), "utf8")).toBe("mode: off\n");
  });

  test("--print writes nothing", async () => {
    const cwd = team();

    const { out } = await runCli(["init", "--print"], cwd);

    expect(out).toContain("repository: orchard/apple");
    expect(() => readFileSync(join(cwd, ".github/minutebook.yml"))).toThrow();
  });

  test("says where it looked when there are no minutes", async () => {
    const { exitCode, err } = await runCli(["init"], makeFolder({ "README.md": "x" }));

    expect(exitCode).toBe(1);
    expect(err).toContain("There are no minutes in");
  });
});
