import { expect, test } from "@jest/globals";
import { listSome } from "../../../src/plan/text/list-some.ts";

test.each([
  [[3], "3"],
  [[3, 5, 8], "3, 5, 8"],
  [Array.from({ length: 13 }, (_, index) => index), "0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 3 more"],
])("%j is written as %s", (values, expected) => {
  expect(listSome(values)).toBe(expected);
});
