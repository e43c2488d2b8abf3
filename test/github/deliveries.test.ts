import { expect, test } from "@jest/globals";
import { outcomesOf } from "../../src/github/deliveries.ts";

test("a delivery that was tried again counts once: as received where any attempt was, else by the last", () => {
  const attempts = [
    { id: 5, guid: "refused", status_code: 400 },
    { id: 4, guid: "heard", status_code: 503 },
    { id: 3, guid: "heard", status_code: 202 },
    { id: 2, guid: "refused", status_code: 0 },
    { id: 1, guid: "heard", status_code: 0 },
  ];

  expect(outcomesOf(attempts).map(({ id }) => id)).toEqual([5, 3]);
});
