import { describe, expect, test } from "@jest/globals";
import { isNounPhrase } from "../../src/language/verb-phrase.ts";

describe("a noun phrase", () => {
  test.each([
    "Score board to encourage gardeners",
    "Ideas for the better growing of seedlings",
    "Lids for rain barrels",
    "The color of the barrels, and the size of the lids",
  ])("is %j", (text) => {
    expect(isNounPhrase(text)).toBe(true);
  });

  test.each([
    "Water the plants on the roof",
    "Ada to write a charter for the board",
    "Ada paints the hull of the boat",
    "Ada Example and Grace to meet with the board",
    "Roof: order lids for barrels",
    "Immediately after the fair, review the list of lids",
    "Watering of the plants",
    "Roof gardens group to continue with the lids",
    "Decompose waste & establish piles of it",
    "PR to the guide with lids for barrels",
    "Dockerize builds of the app",
    "Grease the hinges of the shed",
    "The hinges of the shed are loose",
    "Rain from the roof reached the shed",
    "Lids for #31",
    "Deckel bestellen",
    "Écrire la charte and the rest",
  ])("is not %j", (text) => {
    expect(isNounPhrase(text)).toBe(false);
  });
});
