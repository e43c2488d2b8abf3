import { describe, expect, test } from "@jest/globals";
import { isSelfContained, pointsBack } from "../../src/language/clarity.ts";
import { contentStems, contentWords } from "../../src/language/content-words.ts";

describe("the words of a task that say what it is about", () => {
  test("are neither small words nor words that fit any task nor names of who does it", () => {
    expect(contentWords("Mona will check the roof and update the plants on Monday", ["Mona"])).toEqual([
      "roof",
      "plants",
    ]);
  });

  test("do not count what an apostrophe has swallowed", () => {
    expect(contentWords("they’ve watered what we'd planted", [])).toEqual(["watered", "planted"]);
  });
});

test("texts are compared by stems, without words that any text may have", () => {
  expect([...contentStems("Discussing the lids of https://github.com/octo/roof")]).toEqual([
    "discuss",
    "lid",
    "octo",
    "roof",
  ]);
  expect([...contentStems("one lid was discussed, please")]).toEqual(["lid", "discuss"]);
});

describe("a text", () => {
  test.each([
    ["water the plants on the roof", true],
    ["look into it", false],
    ["update it on the roof", false],
    ["close #12", true],
  ])("%j can be understood alone: %p", (text, expected) => {
    expect(isSelfContained(text, [])).toBe(expected);
  });

  test.each([
    ["paint it", true],
    ["close the issue", true],
    ["order new ones", true],
    ["paint a fence", false],
  ])("%j points back: %p", (text, expected) => {
    expect(pointsBack(text)).toBe(expected);
  });
});
