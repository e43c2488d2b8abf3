import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { formatOf, shapes } from "../../bench/hostile/shapes.ts";
import { beginCounting, countWork, endCounting } from "./count-work.ts";
import { readText } from "./read-text.ts";

jest.setTimeout(300_000);

const SIZE = 4096;
/** Functions and branches that run for each character. Usual minutes need 40, the worst shapes at this size 500. */
const MOST_WORK = 1500;

/** Any token repeated in any arrangement, what nests nested, and tokens in turns. */
const all = shapes(400, 1);
const shape = fc.nat(all.length - 1).map((index) => all[index]);

test("whatever the shape, reading never throws", () => {
  fc.assert(
    fc.property(shape, (one) => {
      const path = `meetings/2021-03-02.${formatOf(one?.name ?? "")}`;
      const meeting = readText(one?.make(SIZE) ?? "", {}, path);
      expect(meeting.path).toBe(path);
    }),
    { numRuns: 150 },
  );
});

describe("work", () => {
  beforeAll(beginCounting);
  afterAll(endCounting);

  test("for each character is bounded, whatever the shape", async () => {
    await fc.assert(
      fc.asyncProperty(shape, async (one) => {
        expect((await countWork(one?.make(SIZE) ?? "")) / SIZE).toBeLessThan(MOST_WORK);
      }),
      { numRuns: 40 },
    );
  });
});
