import { expect, test } from "@jest/globals";
import { addTold, noteTold, recallTold } from "../../../src/app/catch-up/told-issues.ts";
import { createMemoryLedger } from "../../../src/ledger/memory-ledger.ts";

const READ = "2026-01-05T09:10:00.000Z";
const LONG_AGO = "2026-01-05T09:07:00.000Z";
const JUST_NOW = "2026-01-05T09:09:00.000Z";
const issue = { target: "acme/app", readAt: READ };

test("what a job told is remembered once it is done, but for what changed just before it was listed", async () => {
  const ledger = createMemoryLedger();
  const first = addTold(undefined, { ...issue, number: 1, updatedAt: LONG_AGO });
  const told = addTold(addTold(first, { ...issue, number: 2, updatedAt: JUST_NOW }), {
    ...issue,
    number: 3,
    updatedAt: null,
  });
  expect(await recallTold(ledger, "acme/app")).toEqual(new Map());

  await noteTold(ledger, told, true);
  expect(await recallTold(ledger, "Acme/App")).toEqual(new Map([["1", LONG_AGO]]));

  // Where the minutes want to know nothing, nothing is told once more.
  await noteTold(ledger, told, false);
  expect([...(await recallTold(ledger, "acme/app")).keys()]).toEqual(["1", "2"]);
});

test("two hundred issues are remembered, those that were told last", async () => {
  const ledger = createMemoryLedger();
  for (let number = 1; number <= 201; number += 1)
    await noteTold(ledger, addTold(undefined, { ...issue, number, updatedAt: LONG_AGO }), true);

  const told = await recallTold(ledger, "acme/app");
  expect(told.size).toBe(200);
  expect(told.has("1")).toBe(false);
});

test("nothing is remembered of a job that names no issues", async () => {
  const ledger = createMemoryLedger();
  await noteTold(ledger, undefined, true);

  expect(await recallTold(ledger, "acme/app")).toEqual(new Map());
});
