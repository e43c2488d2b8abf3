import { expect, test } from "@jest/globals";
import { addReported, noteReported, recallReported } from "../../../src/app/catch-up/reported-issues.ts";
import { createMemoryLedger } from "../../../src/ledger/memory-ledger.ts";

const READ = "2026-01-05T09:10:00.000Z";
const LONG_AGO = "2026-01-05T09:07:00.000Z";
const JUST_NOW = "2026-01-05T09:09:00.000Z";
const issue = { target: "acme/app", readAt: READ };

test("what a job reported is remembered once it is done, but for what changed just before it was listed", async () => {
  const ledger = createMemoryLedger();
  const first = addReported(undefined, { ...issue, number: 1, updatedAt: LONG_AGO });
  const reported = addReported(addReported(first, { ...issue, number: 2, updatedAt: JUST_NOW }), {
    ...issue,
    number: 3,
    updatedAt: null,
  });
  expect(await recallReported(ledger, "acme/app")).toEqual(new Map());

  await noteReported(ledger, reported, true);
  expect(await recallReported(ledger, "Acme/App")).toEqual(new Map([["1", LONG_AGO]]));

  // Where the minutes want to know nothing, nothing is reported once more.
  await noteReported(ledger, reported, false);
  expect([...(await recallReported(ledger, "acme/app")).keys()]).toEqual(["1", "2"]);
});

test("two hundred issues are remembered, those that were reported last", async () => {
  const ledger = createMemoryLedger();
  for (let number = 1; number <= 201; number += 1)
    await noteReported(ledger, addReported(undefined, { ...issue, number, updatedAt: LONG_AGO }), true);

  const reported = await recallReported(ledger, "acme/app");
  expect(reported.size).toBe(200);
  expect(reported.has("1")).toBe(false);
});

test("nothing is remembered of a job that names no issues", async () => {
  const ledger = createMemoryLedger();
  await noteReported(ledger, undefined, true);

  expect(await recallReported(ledger, "acme/app")).toEqual(new Map());
});
