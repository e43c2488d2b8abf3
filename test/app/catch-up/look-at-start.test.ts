import { expect, test } from "@jest/globals";
import { lookAtStart } from "../../../src/app/catch-up/look-at-start.ts";
import { noteBegin, noteEnd, type Occasion } from "../../../src/app/catch-up/pace-looks.ts";
import { createMemoryLedger } from "../../../src/ledger/memory-ledger.ts";

const SECOND_MS = 1000;

/** Processes that start one after the other; the looks that they begin, each with its second. */
function processes() {
  const ledger = createMemoryLedger();
  let now = Date.UTC(2026, 0, 5, 9);
  const start = now;
  const begun: string[] = [];
  const look = async (occasion: Occasion) => {
    begun.push(`${occasion} ${(now - start) / SECOND_MS}`);
    await noteBegin(ledger, now);
    await noteEnd(ledger, now, occasion);
    return true;
  };
  const died = new Error("It died.");
  return {
    begun,
    pass: (seconds: number) => {
      now += seconds * SECOND_MS;
    },
    /** @param livesS - After so many seconds it dies. */
    run: async (livesS = Number.POSITIVE_INFINITY) => {
      const end = now + livesS * SECOND_MS;
      const wait = async (ms: number) => {
        if (now + ms > end) throw died;
        now += ms;
      };
      // A process does not start again in the same millisecond.
      now += 1;
      await lookAtStart({ ledger, look, wait, now: () => now }).catch((error: unknown) => {
        if (error !== died) throw error;
      });
      now = Number.isFinite(end) ? end : now;
    },
  };
}

test("a process looks for everything at its start", async () => {
  const { run, begun } = processes();
  await run();

  expect(begun).toEqual(["start 0.001"]);
});

test("of processes that die every ten seconds one in five minutes looks for everything, and the last one does", async () => {
  const { run, begun } = processes();
  for (let count = 0; count < 60; count += 1) await run(10);
  await run();

  const whole = begun.filter((one) => one.startsWith("start"));
  expect(whole.length).toBe(3);
  expect(begun.at(-1)).toBe(whole.at(-1));
  // Three a minute.
  expect(begun.length).toBeLessThanOrEqual(3 * 16);
});

test("where another process is at it, one waits for its turn", async () => {
  const ledger = createMemoryLedger();
  const waits: number[] = [];
  const answers = [false, true];
  await lookAtStart({
    ledger,
    look: async () => answers.shift() ?? true,
    wait: async (ms) => void waits.push(ms),
    now: () => 0,
  });

  expect(waits).toEqual([5000]);
  expect(answers).toEqual([]);
});
