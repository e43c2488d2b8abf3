import { describe, expect, test } from "@jest/globals";
import { createMemoryLedger } from "../../src/ledger/memory-ledger.ts";
import { buildEntry } from "./build-entry.ts";
import { testLedger } from "./ledger-contract.ts";

describe("the ledger in memory", () => testLedger(async () => createMemoryLedger(Date.now)));

test("the ledger in memory takes nothing for recent that was written more than two minutes ago", async () => {
  let now = 0;
  const ledger = createMemoryLedger(() => now);
  await ledger.settle(buildEntry({ key: "a" }));

  now = 119_000;
  expect(await ledger.recallRecent({ keys: ["a"] })).toHaveLength(1);
  now = 120_000;
  expect(await ledger.recallRecent({ keys: ["a"] })).toEqual([]);
});
