import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { sentenceHashes, sentencesOf } from "../../../src/plan/comments/sentences.ts";

test("sentences end at a sign with a space behind it, or at the end of a line", () => {
  expect(sentencesOf("The press drips. Is the screw too short?\nWe order 2.5 meters of rope")).toEqual([
    ["the", "press", "drips"],
    ["is", "the", "screw", "too", "short"],
    ["we", "order", "2.5", "meters", "of", "rope"],
  ]);
});

test("case, punctuation, numbers of issues and what nobody sees don't count", () => {
  expect(sentenceHashes("- The press drips: #7!")).toEqual(sentenceHashes("the **press** drips #​8"));
});

test("one or two words are no sentence", () => {
  expect(sentenceHashes("No update. Merged. #7")).toEqual([]);
});

test("a text of any kind has hashes of six digits, each once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const hashes = sentenceHashes(`${text}\n${text}`);
      expect(hashes.every((hash) => /^[0-9a-f]{6}$/.test(hash))).toBe(true);
      expect(new Set(hashes).size).toBe(hashes.length);
    }),
  );
});
