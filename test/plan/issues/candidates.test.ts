import { expect, test } from "@jest/globals";
import { findCandidates } from "../../../src/plan/issues/candidates.ts";

const texts = (count: number, make: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => make(index));

test("few texts are compared with all others", () => {
  expect(findCandidates(texts(100, String), texts(100, String))).toBeNull();
});

test("of many texts, each is compared with those that share its rarest words", () => {
  const before = texts(1000, (index) => `fix the lid of kettle number${index}`);
  const after = texts(1000, (index) => `paint the lid of kettle number${index} at once`);

  const candidatesOf = findCandidates(after, before);

  for (const index of [0, 17, 999]) {
    expect(candidatesOf?.(index)).toContain(index);
    expect(candidatesOf?.(index).length).toBeLessThanOrEqual(60);
  }
});
