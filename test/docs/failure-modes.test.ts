import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";

const PAGE = readFileSync("docs/failure-modes.md", "utf8");

/** A line of a table: its last cell names the file of a test, and the test. */
const ROW = /^\|.*\| `(?<file>test\/[^`]+)`: (?<name>.+?) \|$/gm;

const tests = [...PAGE.matchAll(ROW)].map(({ groups }) => [groups?.name ?? "", groups?.file ?? ""]);

test("every line of the page names a test", () => {
  const rows = PAGE.split("\n").filter((line) => /^\| (?!What goes wrong|---)/.test(line));

  expect(tests).toHaveLength(rows.length);
});

test.each(tests)("%s is a test of %s", (name, file) => {
  expect(readFileSync(file, "utf8")).toContain(name);
});
