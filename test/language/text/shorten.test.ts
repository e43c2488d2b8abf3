import { expect, test } from "@jest/globals";
import { shorten } from "../../../src/language/text/shorten.ts";

test.each([
  ["Water the plants on the roof", "Water the plants on the roof"],
  ["Water the plants on the roof, then look for the hose that Ada lost", "Water the plants on the roof"],
  ["Water the plants on the roof so that they look better in spring", "Water the plants on the roof"],
  ["Water the plants on the roof (all of those that Ada has listed)", "Water the plants on the roof"],
  ["Water the plants on the roof and those in the yard next door", "Water the plants on the roof"],
])("%j ends where a clause ends", (text, expected) => {
  expect(shorten(text, 40)).toBe(expected);
});

test.each([
  ["Water the plants on the roof, unless it rains for a whole week", "Water the plants on the roof, unless…"],
  [
    "Water the plants on the roof only if nobody else has done so yet",
    "Water the plants on the roof only if…",
  ],
  ["Waterthoseplantsontherooftheyarealldryandnobodyelsehas", "Waterthoseplantsontherooftheyarealldrya…"],
])("%j is cut where no clause can be left out", (text, expected) => {
  expect(shorten(text, 40)).toBe(expected);
});
