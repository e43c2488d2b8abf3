import { expect, test } from "@jest/globals";
import { isSentTo } from "../../../src/minutes/milestones/sent.ts";

test.each([
  "Write the guide to lids for 1.4",
  "Write the guide to lids before 1.4 is out",
  "Write the guide to lids for the 1.4 release",
  "Write the guide to lids by v1.4",
  "Move #12 to 1.4",
  "Backport the lids to 1.4",
  "Make sure that the lids go in 1.4",
])("%j goes to the release", (task) => {
  expect(isSentTo(task, "1.4")).toBe(true);
  expect(isSentTo(task, "v1.4")).toBe(true);
});

test.each([
  "Organize the 1.4 party",
  "Order cake for the 1.4 party",
  "Write the guide to lids after 1.4",
  "Write the guide to lids, but not for 1.4",
  "Tell Ada that the lids won't make 1.4",
  "Bisect the regression of 1.4",
  "Write the guide to lids for 1.4.1",
  "Write the guide to lids for 11.4",
  "Ask whether the lids could go in 1.4",
  "Maybe write the guide for 1.4",
])("%j goes to none", (task) => {
  expect(isSentTo(task, "1.4")).toBe(false);
});
