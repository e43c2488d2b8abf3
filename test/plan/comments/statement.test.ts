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
    [
      "a sentence that begins with its number",
      "#7 is done once the oak beam is dry, which takes until the end of May\nfine",
    ],
    [
      "talk below a title that is an order",
      "#7: Add a longer screw\nBo would rather have a shorter press, as the cellar is low",
    ],
    ["a sentence about two", "The press of #7 has the same crack as the one of #8, and both are from Bo."],
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
    [
      "its own title and how far it is",
      "PR #7: Add a longer wooden screw for hard apples and pears\nReviewed and merged.",
    ],
    [
      "what it does and how far it is",
      "PR #7: Closes #8\nMakes the screw longer for hard pears.\nReviewed and merged, issue 8 closed during the meeting.",
    ],
    ["a passing remark", "only the oak beam of #7 is left"],
    [
      "many of them",
      "There are still five of them open: #7, #8, #9 and the two that Bo wants to look at first.",
    ],
    ["that somebody opened it", "Bo opened a new ticket (#7) about the longer screw."],
  ])("%s", (_what, passage) => {
    expect(isStatement(passage)).toBe(false);
  });
});
