import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { makeFolder } from "./folder.ts";
import { runCli } from "./run-cli.ts";

const cwd = makeFolder({});

test.each([
  [["inspekt"], "Did you mean inspect?"],
  [["inspect"], "missing required argument 'file'"],
  [["inspect", "--format", "xml", "a.md"], "Allowed choices are text, json, markdown"],
  [["inspect", "--repository", "orchard", "a.md"], 'Expected "owner/name".'],
  [["inspect", "--nope"], "unknown option '--nope'"],
])("a wrong command line %j ends with 2 and says what is wrong", async (args, message) => {
  const { exitCode, out, err } = await runCli(args, cwd);

  expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
  expect(err).toContain(message);
});

test("--version prints that of the package", async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));

  expect(await runCli(["--version"], cwd)).toEqual({ exitCode: 0, out: `${version}\n`, err: "" });
});

test.each([["--help"], ["inspect", "--help"]])("help is no failure: %s %s", async (...args) => {
  const { exitCode, out, err } = await runCli(args, cwd);

  expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
  expect(out).toContain("Usage: minutebook");
});
