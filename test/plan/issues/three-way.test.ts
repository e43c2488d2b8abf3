import { expect, test } from "@jest/globals";
import { isSameSet, mergeThreeWay } from "../../../src/plan/issues/three-way.ts";

test.each([
  ["what we newly want comes", ["bug"], [], ["todo"], ["bug", "todo"]],
  ["what we set and want no more goes", ["bug", "todo"], ["todo"], [], ["bug"]],
  ["what people took away stays away", ["bug"], ["todo"], ["todo"], ["bug"]],
  ["what people added stays, even under a name of ours", ["todo"], [], ["todo"], ["todo"]],
  ["names compare without case", ["Todo"], ["todo"], ["TODO"], ["Todo"]],
])("%s", (_what, current, ours, wanted, expected) => {
  expect(mergeThreeWay(current, ours, wanted)).toEqual(expected);
});

test("two lists are the same in whatever order and case", () => {
  expect(isSameSet(["b", "A"], ["a", "B"])).toBe(true);
  expect(isSameSet(["a"], ["a", "b"])).toBe(false);
});
