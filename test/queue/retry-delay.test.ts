import { expect, test } from "@jest/globals";
import { retryDelaySeconds } from "../../src/queue/retry-delay.ts";

test.each([
  [1, 5],
  [2, 10],
  [5, 80],
  [9, 900],
  [5000, 900],
])("waits after failure %i for %i s", (failures, seconds) => {
  expect(retryDelaySeconds(failures, new Error("502"))).toBe(seconds);
});

test("waits as long as GitHub asks", () => {
  const error = Object.assign(new Error("secondary rate limit"), { retryAfterSeconds: 61.2 });
  expect(retryDelaySeconds(1, error)).toBe(62);
  expect(retryDelaySeconds(8, error)).toBe(640);
});
