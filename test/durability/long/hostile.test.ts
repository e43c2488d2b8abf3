import { jest, test } from "@jest/globals";
import { checkHostileMinutes } from "../../plan/hostile-minutes.ts";
import { renderByCmark } from "../../plan/quote/rendered.ts";

const HOUR_MS = 60 * 60_000;
jest.setTimeout(6 * HOUR_MS);

/** `HOSTILE_MINUTES=100000 HOSTILE_SEED=1`; needs cmark-gfm. */
const { HOSTILE_MINUTES = "100000", HOSTILE_SEED } = process.env;

test(`nothing that comes of ${HOSTILE_MINUTES} hostile minutes does more than say something`, () => {
  const seed = HOSTILE_SEED === undefined ? {} : { seed: Number(HOSTILE_SEED) };
  checkHostileMinutes(renderByCmark, { numRuns: Number(HOSTILE_MINUTES), ...seed });
});
