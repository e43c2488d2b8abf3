import { expect, test } from "@jest/globals";
import { assignKey, commentKey, issueKey, milestoneKey, noteKey, renameInKey } from "../../src/plan/keys.ts";

const OLD = "acme/old";
const NEW = "acme/new";

test.each<[string, (name: string) => string]>([
  ["a comment", (name) => commentKey(name, "m/1.md", `${name}#7`)],
  ["a note on a milestone", (name) => milestoneKey(name, name, "1.0")],
  ["a file's entry in a note", (name) => noteKey(name, "m/1.md", `${name}:1.0`)],
  ["an assigned milestone", (name) => assignKey(name, "m/1.md", `${name}#7`)],
])("the key of %s follows the name of its repository", (_what, keyOf) => {
  expect(renameInKey(keyOf(OLD), OLD, NEW)).toBe(keyOf(NEW));
});

test("the key of an action stays what it is", () => {
  const key = issueKey(OLD, "m/1.md", "a");

  expect(renameInKey(key, OLD, NEW)).toBe(key);
});
