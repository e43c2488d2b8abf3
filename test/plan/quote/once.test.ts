import { expect, test } from "@jest/globals";
import { hashText, hashTree } from "../../../src/plan/hash.ts";
import { quoteBlocks } from "../../../src/plan/quote/quote.ts";
import {
  commentsOf,
  fileOf,
  meetingOf,
  plan,
  repositoryOf,
  snapshotOf,
  TARGET,
  threadOf,
} from "../builders.ts";

const base = { webUrl: "https://github.com", repository: "octo-org/minutes", commit: "1".repeat(40) };

test("a line with hundreds of mentions is quoted once for all its comments", () => {
  const numbers = Array.from({ length: 800 }, (_, index) => index + 10);
  const threads = Object.fromEntries(numbers.map((number) => [number, threadOf(number)]));
  const snapshot = snapshotOf(repositoryOf({ threads }));

  const made = plan([fileOf(`We are late with ${numbers.map((number) => `#${number}`).join(" ")} again.`)], {
    snapshot,
  });

  expect(commentsOf(made)).toHaveLength(800);
});

test("a quote is made again for another place and for another meeting", () => {
  const meeting = meetingOf("See octo-org/tea#7 and #1.");
  const [{ excerpt }] = meeting.references as [(typeof meeting.references)[number]];
  const context = { ...meeting, base, target: TARGET };

  const first = quoteBlocks(excerpt, context);

  expect(quoteBlocks(excerpt, { ...context })).toBe(first);
  expect(quoteBlocks(excerpt, { ...context, target: "octo-org/tea" })).not.toEqual(first);
  expect(quoteBlocks(excerpt, { ...context, base: { ...base, commit: "2".repeat(40) } })).not.toBe(first);
  expect(quoteBlocks(excerpt, { ...context, references: [] })).not.toBe(first);
});

test("a hash is that of the JSON without places, however long", () => {
  const tree = [{ type: "text", value: "a", position: {} }, undefined, [null, ["b", 1]]];

  expect(hashTree(tree)).toBe(hashText('[{"type":"text","value":"a"},null,[null,["b",1]]]'));
  const [long, other] = ["a".repeat(9000), "b".repeat(9000)];
  expect(new Set([long, other, long, other].map(hashText)).size).toBe(2);
});
