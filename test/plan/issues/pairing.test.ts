import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { pairBest } from "../../../src/plan/issues/pairing.ts";

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
