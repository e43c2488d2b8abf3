import { expect, test } from "@jest/globals";
import type { LedgerEntry } from "../../src/ledger/ledger.ts";
import { createMemoryLedger } from "../../src/ledger/memory-ledger.ts";
import { addKnown } from "../../src/pipeline/known-minutes.ts";
import { commentKey, milestoneKey } from "../../src/plan/keys.ts";
import { buildEntry } from "../ledger/build-entry.ts";

const MINUTES = "acme/minutes";

test("reads of the ledger what concerns the files, however many others it knows", async () => {
  const ledger = createMemoryLedger();
  for (let number = 1; number <= 50; number++) {
    const key = commentKey(MINUTES, `meetings/${number}.md`, `acme/app#${number}`);
    await ledger.settle(buildEntry({ key, number }));
  }
  await ledger.settle(buildEntry({ key: milestoneKey(MINUTES, "acme/app", "2.1"), kind: "milestone" }));
  const read: LedgerEntry[] = [];
  const watched: typeof ledger = {
    ...ledger,
    find: async (query) => {
      const found = await ledger.find(query);
      read.push(...found);
      return found;
    },
  };
  const file = { path: "meetings/7.md", previousPath: null, meeting: null, previous: null, problem: null };

  const [known] = await addKnown(watched, { name: "Acme/Minutes" }, [file], []);

  expect(known?.knownTargets).toEqual(["acme/app#7"]);
  expect(known?.knownMilestones).toEqual([{ repository: "acme/app", title: "2.1" }]);
  expect(read).toHaveLength(2);
});
