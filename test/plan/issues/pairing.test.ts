import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { pairBest } from "../../../src/plan/issues/pairing.ts";
import { mayBeOwners, textSimilarity } from "../../../src/plan/issues/similarity.ts";

describe("pairing", () => {
  test("takes the best pair first, not the first pair", () => {
    const scores: Record<string, number> = { aX: 0.6, aY: 0.7, bX: 0, bY: 0.9 };

    const pairs = pairBest(["a", "b"], ["X", "Y"], (one, other) => scores[`${one}${other}`] || null);

    expect(pairs).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });

  test("takes nobody twice", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), fc.array(fc.nat(9)), (left, right) => {
        const pairs = pairBest(left, right, (one, other) => (one + other) % 3 || null);
        expect(new Set(pairs.map(([i]) => i)).size).toBe(pairs.length);
        expect(new Set(pairs.map(([, j]) => j)).size).toBe(pairs.length);
      }),
    );
  });
});

describe("how alike two texts are", () => {
  test.each([
    ["order seeds for spring", "order seeds for spring", 1],
    ["**Order** seeds, for spring.", "order seeds for spring", 1],
    ["", "", 0],
    ["order seeds", "paint fences", 0],
  ])("%j and %j: %d", (one, other, expected) => {
    expect(textSimilarity(one, other)).toBeCloseTo(expected, 0);
  });

  test("is more for a word changed than for most of them changed", () => {
    const edited = textSimilarity("order seeds for spring", "order new seeds for spring");

    expect(edited).toBeGreaterThan(0.8);
    expect(textSimilarity("order seeds for spring", "order a pump for the well")).toBeLessThan(0.6);
  });

  test("owners may be the same where they share one or one names nobody", () => {
    expect(mayBeOwners(["Mona"], ["hubot", "mona"])).toBe(true);
    expect(mayBeOwners([], ["Mona"])).toBe(true);
    expect(mayBeOwners(["Mona"], ["Hubot"])).toBe(false);
  });
});
