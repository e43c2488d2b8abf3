import { describe, expect, test } from "@jest/globals";
import { isStale } from "../../src/pipeline/stale-branch.ts";

describe("isStale", () => {
  test.each([
    ["is as it was before the push", { shown: "a", before: "a", pushed: "b" }, true],
    ["is empty after a push", { shown: null, before: null, pushed: "b" }, true],
    ["is empty, and was not", { shown: null, before: "a", pushed: "b" }, true],
    ["has what was pushed", { shown: "b", before: "a", pushed: "b" }, false],
    ["has moved on", { shown: "c", before: "a", pushed: "b" }, false],
    ["was set back to where it was", { shown: "a", before: "a", pushed: "a" }, false],
    ["was not pushed to, as far as is known", { shown: "a", before: "a", pushed: null }, false],
  ])("a branch that %s", (_what, branch, expected) => {
    expect(isStale(branch)).toBe(expected);
  });
});
