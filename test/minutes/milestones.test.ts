import { describe, expect, test } from "@jest/globals";
import { readText } from "./read-text.ts";

const titles = (source: string): string[] =>
  readText(source).milestones.map(({ line, title }) => `${line} ${title}`);

describe("a milestone is mentioned", () => {
  test.each([
    ["goes in 1.2", "1 1.2"],
    ["v1.2 is out", "1 1.2"],
    ["tea 1.2.1 is next", "1 1.2.1"],
    ["the 1.2 milestone", "1 1.2"],
    ["(1.2)", "1 1.2"],
    ["wait for beta 2", "1 Beta 2"],
    ["Defer 1.2 to May", "1 1.2"],
  ])("%s", (source, found) => {
    expect(titles(source)).toEqual([found]);
  });

  test("once per line and title", () => {
    expect(titles("1.2, then 1.2.1, then 1.2\n1.2")).toEqual(["1 1.2", "1 1.2.1", "2 1.2"]);
  });

  test.each([
    "Python 1.2 is old",
    "in Helm 1.2 and later",
    "1.20 is another",
    "1.2.3 is another",
    "1.2rc1 and 1.2-beta1",
    "costs $1.2",
    "1.2% more",
    "1.2 hours",
    "section 1.2",
    "1.2 Open points",
    "`1.2`",
    "https://example.com/1.2",
  ])("but not in: %s", (source) => {
    expect(titles(source)).toEqual([]);
  });
});

test.each([
  ["this will go in 1.2", "in"],
  ["planned for 1.2", "in"],
  ["slipped to 1.2", "slipped"],
  ["we pushed it back to 1.2", "slipped"],
  ["not for 1.2", "out"],
  ["won't make 1.2", "out"],
  ["it isn't going to land in 1.2", "out"],
  ["the lids are not ready for 1.2", "out"],
  ["the lids are not planned for the tea 1.2 release", "out"],
  ["we never want this to be part of 1.2", "out"],
  ["this will go in after 1.2", "out"],
  ["postponed until after 1.2", "out"],
  ["moved to after the 1.2 release", "out"],
  ["it will go in tea 1.2", "in"],
  ["not much left to do, and the lids will go in 1.2", "in"],
  ["nothing is left, the lids will go in 1.2", "in"],
  ["it was not moved to 1.2", null],
  ["we meet again after 1.2", null],
  ["the 1.2 party", null],
  ["should it go in 1.2?", null],
  ["1.2 prep", null],
])("the sentence says what becomes of it: %s", (source, outcome) => {
  expect(readText(source).milestones.map((mention) => mention.outcome)).toEqual([outcome]);
});
