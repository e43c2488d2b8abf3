import { expect, test } from "@jest/globals";
import { decisionText } from "../../../src/plan/text/decision-text.ts";

const long = "buy a lid ".repeat(60);

test("long words are cut", () => {
  expect(decisionText(long, 200).length).toBeLessThanOrEqual(200);
});

test.each(["unless the deal is done by then", "once #12 is merged", "(pending the vote)"])(
  "never before a condition: %s",
  (condition) => {
    expect(decisionText(`${long}${condition}`, 200)).toBe(`${long}${condition}`);
  },
);
