import { expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { LONG_SUITES } from "./long-suites.ts";

const ROOT = join(import.meta.dirname, "..");

function list(...options: readonly string[]): readonly string[] {
  const command = [join(ROOT, "scripts/jest.js"), "--listTests", ...options];
  const output = execFileSync(process.execPath, command, { cwd: ROOT, encoding: "utf8" });
  return output
    .split("\n")
    .filter((line) => line !== "")
    .toSorted();
}

test("each suite that npm test leaves out is run by test:long, and no other", () => {
  const quick = list("--config", "jest.quick.config.js");
  const long = list("--config", "jest.long.config.js");

  expect(LONG_SUITES.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  expect(long.length).toBeGreaterThanOrEqual(LONG_SUITES.length);
  expect([...quick, ...long].toSorted()).toEqual(list());
});
