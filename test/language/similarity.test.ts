import { describe, expect, test } from "@jest/globals";
import { similarityOf } from "../../src/language/similarity.ts";

describe("how alike two texts are", () => {
  test.each([
    ["order seeds for spring", "order seeds for spring", 1],
    ["**Order** seeds, for spring.", "order seeds for spring", 1],
    ["", "", 0],
    ["order seeds", "paint fences", 0],
  ])("%j and %j: %d", (one, other, expected) => {
    expect(similarityOf(one, other)).toBeCloseTo(expected, 0);
  });

  test("is more for a word changed than for most of them changed", () => {
    const edited = similarityOf("order seeds for spring", "order new seeds for spring");

    expect(edited).toBeGreaterThan(0.8);
    expect(similarityOf("order seeds for spring", "order a pump for the well")).toBeLessThan(0.6);
  });
});
