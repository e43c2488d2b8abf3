import { jest, test } from "@jest/globals";
import { checkPrivate } from "./check-private.ts";

// A machine that does much else besides may be slow.
jest.setTimeout(120_000);

// A hundred thousand, under any seed: `npm run test:durability -- long/private`.
test("nothing of a private part reaches anything that is found, posted, shown or counted", () => {
  checkPrivate(60);
});
