import { expect, test } from "@jest/globals";
import {
  findOccasion,
  findWait,
  noteBegin,
  noteEnd,
  noteStop,
} from "../../../src/app/catch-up/pace-looks.ts";
import { createMemoryLedger } from "../../../src/ledger/memory-ledger.ts";

const SECOND_MS = 1000;
const START_MS = Date.UTC(2026, 0, 5, 9);
const at = (seconds: number) => START_MS + seconds * SECOND_MS;

test("three looks in a minute, and the fourth process waits until the first is a minute old", async () => {
  const ledger = createMemoryLedger();
  for (const second of [0, 5, 10]) {
    expect(await findWait(ledger, at(second), at(second))).toBe(0);
    await noteBegin(ledger, at(second));
  }

  expect(await findWait(ledger, at(15), at(15))).toBe(45 * SECOND_MS);
  expect(await findWait(ledger, at(15), at(60))).toBe(0);
});

test("a process need not look where another has looked since it started", async () => {
  const ledger = createMemoryLedger();
  await noteBegin(ledger, at(5));
  expect(await findWait(ledger, at(4), at(6))).toBe(0);
  await noteEnd(ledger, at(5), "start");

  expect(await findWait(ledger, at(4), at(6))).toBeNull();
  expect(await findWait(ledger, at(5.5), at(6))).toBe(0);
});

test("a clock that was set back keeps nobody waiting", async () => {
  const ledger = createMemoryLedger();
  for (const hour of [1, 2, 3]) await noteBegin(ledger, at(hour * 3600));
  await noteEnd(ledger, at(3600), "start");

  expect(await findWait(ledger, at(0), at(0))).toBe(0);
});

test("a process that was stopped, and did not die, waits for nothing and looks for everything", async () => {
  const ledger = createMemoryLedger();
  for (const second of [0, 5, 10]) await noteBegin(ledger, at(second));
  expect(await findOccasion(ledger)).toBe("start");
  await noteStop(ledger);

  expect(await findWait(ledger, at(15), at(15))).toBe(0);
  expect(await findOccasion(ledger)).toBe("hour");
  await noteEnd(ledger, at(15), "start");
  expect(await findOccasion(ledger)).toBe("hour");
  await noteEnd(ledger, at(15), "hour");
  expect(await findOccasion(ledger)).toBe("start");
});
