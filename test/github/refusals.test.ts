import { expect, test } from "@jest/globals";
import { createRefusals } from "../../src/github/refusals.ts";

test("an installation is asked in vain for another's minutes sixty times in an hour, whoever else asks", () => {
  let now = 0;
  const refusals = createRefusals(() => now);
  for (let count = 0; count < 60; count++) {
    expect(refusals.mayAsk("1", "2")).toBe(true);
    refusals.note("1", "2");
  }

  expect(refusals.mayAsk("1", "2")).toBe(false);
  expect(refusals.mayAsk("3", "2")).toBe(true);
  expect(refusals.mayAsk("1", "4")).toBe(true);
  now = 3_600_000;
  expect(refusals.mayAsk("1", "2")).toBe(true);
});
