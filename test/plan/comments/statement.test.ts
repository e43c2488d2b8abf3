import { describe, expect, test } from "@jest/globals";
import { isStatement } from "../../../src/plan/comments/statement.ts";

describe("a passage says something of its subject", () => {
  test.each([
    ["a sentence", "The press drips since the new screw came, and Bo will look where from."],
    ["a sentence without an end", "Bo measured the press and the screw is too short by a hand"],
    ["talk below a title", "#7 Press\nBo: the screw is too short\nAda: then we order another one"],
    ["a question", "Should the press of #7 be repaired before the harvest or after it?"],
    [
      "a long line in another language",
      "Die Presse tropft seit dem letzten Herbst an der Stelle wo die neue Schraube durch den Balken geht",
    ],
    ["a sentence in another language", "Die Presse tropft seit dem letzten Herbst an zwei Stellen."],
    ["a sentence without spaces", "新しいねじが来てからプレスから水が漏れるので修理する必要があります。"],
  ])("%s", (_what, passage) => {
    expect(isStatement(passage)).toBe(true);
  });
});

describe("in a chat", () => {
  test("each line is what somebody said, however short", () => {
    expect(isStatement("the spout drips", true)).toBe(true);
    expect(isStatement("the spout drips")).toBe(false);
  });

  test("how far something is says nothing", () => {
    expect(isStatement("this is merged already", true)).toBe(false);
    expect(isStatement("no update yet", true)).toBe(false);
  });
});

describe("a passage that merely lists its subject doesn't", () => {
  test.each([
    ["a number", "#7"],
    ["a title", "#7 Press with a longer wooden screw for hard apples and pears"],
    ["a name", "#7 (Bo)"],
    ["a word", "#7: merged"],
    ["no update", "#7: no update this week"],
    ["a list of links", "https://example.com/a/7\nhttps://example.com/a/8 https://example.com/a/9"],
    ["several titles", "#7 Press screw\n#8 Ladder rungs\n#9 Cellar door\n#10 Bird net"],
    ["nothing", ""],
  ])("%s", (_what, passage) => {
    expect(isStatement(passage)).toBe(false);
  });
});
