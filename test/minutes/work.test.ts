import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { generateMinutes } from "../../bench/generated/minutes.ts";
import { beginCounting, countWork, endCounting } from "./count-work.ts";
import { mutatedMinutes, randomText } from "./random-minutes.ts";

jest.setTimeout(120_000);

/** A short text's work is mostly what every file costs. */
const ENOUGH = 3000;

let average: number;

beforeAll(async () => {
  await beginCounting();
  const usual = generateMinutes(20).map(({ source }) => source);
  let work = 0;
  for (const source of usual) work += await countWork(source);
  average = work / usual.join("").length;
});

afterAll(endCounting);

test.each([
  ["random Markdown", randomText],
  ["mutated minutes", mutatedMinutes],
])("%s is never over five times the usual work for each character", async (_name, texts) => {
  const longer = texts
    .filter((text) => text.length > 20)
    .map((text) => `${text}\n\n`.repeat(Math.ceil(ENOUGH / text.length)));
  await fc.assert(
    fc.asyncProperty(longer, async (source) => {
      expect((await countWork(source)) / source.length).toBeLessThan(5 * average);
    }),
    { numRuns: 40 },
  );
});
