import { expect, test } from "@jest/globals";
import { readStepNumbers } from "../../src/app/step-numbers.ts";

test.each([
  ["1", [1]],
  ["2 1 2", [1, 2]],
  ["1 3-5", [1, 3, 4, 5]],
  ["1, 3, 5-6", [1, 3, 5, 6]],
  ["4,2", [2, 4]],
  ["", []],
])("%j are the numbers %j", (text, numbers) => {
  expect(readStepNumbers(text.split(" "))).toEqual(numbers);
});

test.each(["0", "x", "1-", "-2", "5-3", "1.5", "1-2-3", "1 two", "99999", "1-9999"])(
  "%j are no numbers of steps",
  (text) => {
    expect(readStepNumbers(text.split(" "))).toBeNull();
  },
);
