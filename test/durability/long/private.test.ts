import { jest, test } from "@jest/globals";
import { checkPrivate } from "../../private/check-private.ts";

const HOUR_MS = 60 * 60_000;
jest.setTimeout(4 * HOUR_MS);

/** `PRIVATE_MINUTES=100000 PRIVATE_SEED=1` */
const { PRIVATE_MINUTES = "100000", PRIVATE_SEED } = process.env;

test(`nothing of a private part reaches anything, in ${PRIVATE_MINUTES} minutes`, () => {
  checkPrivate(Number(PRIVATE_MINUTES), PRIVATE_SEED === undefined ? undefined : Number(PRIVATE_SEED));
});
