import { expect, test } from "@jest/globals";
import { queueHeads } from "../../../src/app/catch-up/queue-heads.ts";
import { createMemoryLedger } from "../../../src/ledger/memory-ledger.ts";
import { noLog } from "../../../src/pipeline/log.ts";
import { createMemoryQueue } from "../../queue/memory-queue.ts";

const HOUR_MS = 3_600_000;

test("thousands of repositories use up no limit that all share: all are looked at, some in each hour", async () => {
  const ledger = createMemoryLedger(() => 0);
  const names = Array.from({ length: 2500 }, (_, index) => `acme/minutes-${index}`);
  for (const name of names) await ledger.saveHead(name, "c0ffee");
  let hour = 7;
  const asked = new Set<string>();
  const look = async () => {
    let count = 0;
    const clients = {
      findInstallation: async (name: string) => {
        count += 1;
        asked.add(name);
        return null;
      },
    };
    const queue = createMemoryQueue();
    await queueHeads({ ledger, queue, clients, log: noLog, now: () => hour * HOUR_MS });
    return count;
  };

  for (; hour < 10; hour += 1) expect(await look()).toBe(1000);

  expect(asked.size).toBe(names.length);
});
