import { expect, test } from "@jest/globals";
import { findTurn, noteBegin, noteEnd, noteStop } from "../../../src/app/catch-up/pace-looks.ts";
import { createMemoryLedger } from "../../../src/ledger/memory-ledger.ts";

const SECOND_MS = 1000;
const START_MS = Date.UTC(2026, 0, 5, 9);
const at = (seconds: number) => START_MS + seconds * SECOND_MS;
const NOW = { occasion: "start", waitMs: 0 };

test("three looks in a minute, and the fourth process waits until the first is a minute old", async () => {
  const ledger = createMemoryLedger();
  for (const second of [0, 5, 10]) {
    expect(await findTurn(ledger, at(second), at(second))).toEqual(NOW);
    await noteBegin(ledger, at(second));
  }

  expect(await findTurn(ledger, at(15), at(15))).toEqual({ occasion: "start", waitMs: 45 * SECOND_MS });
  expect(await findTurn(ledger, at(15), at(60))).toEqual(NOW);
});

test("a process need not look where another has looked since it started", async () => {
  const ledger = createMemoryLedger();
  await noteBegin(ledger, at(5));
  expect(await findTurn(ledger, at(4), at(6))).toEqual(NOW);
  await noteEnd(ledger, at(5), "start");

  expect(await findTurn(ledger, at(4), at(6))).toBeNull();
});

test("a process that starts after a look asks for deliveries at once, and for all when five minutes are over", async () => {
  const ledger = createMemoryLedger();
  await noteEnd(ledger, at(0), "start");
  expect(await findTurn(ledger, at(20), at(20))).toEqual({ occasion: "again", waitMs: 0 });

  await noteEnd(ledger, at(21), "again");
  expect(await findTurn(ledger, at(20), at(22))).toEqual({ occasion: "start", waitMs: 278 * SECOND_MS });
  expect(await findTurn(ledger, at(20), at(300))).toEqual(NOW);
  expect(await findTurn(ledger, at(30), at(31))).toEqual({ occasion: "again", waitMs: 0 });
});

test("a clock that was set back keeps nobody waiting", async () => {
  const ledger = createMemoryLedger();
  for (const hour of [1, 2, 3]) await noteBegin(ledger, at(hour * 3600));
  await noteEnd(ledger, at(3600), "start");

  expect(await findTurn(ledger, at(0), at(0))).toEqual(NOW);
});

test("a process that was stopped, and did not die, waits for nothing and looks for everything", async () => {
  const ledger = createMemoryLedger();
  for (const second of [0, 5, 10]) await noteBegin(ledger, at(second));
  await noteEnd(ledger, at(10), "start");
  await noteStop(ledger);

  const everything = { occasion: "stopped", waitMs: 0 };
  expect(await findTurn(ledger, at(15), at(15))).toEqual(everything);
  await noteEnd(ledger, at(15), "again");
  expect(await findTurn(ledger, at(16), at(16))).toEqual(everything);
  await noteEnd(ledger, at(16), "stopped");
  expect(await findTurn(ledger, at(17), at(17))).toEqual({ occasion: "again", waitMs: 0 });
});
