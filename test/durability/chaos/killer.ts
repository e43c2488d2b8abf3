import { setTimeout as wait } from "node:timers/promises";
import type { AppProcess } from "../app-process.ts";

/** Between two deaths, in milliseconds. */
const SHORTEST_MS = 1000;
const LONGEST_MS = 8000;

/** So long a worker is away. */
const AWAY_MS = 1500;

export interface Killer {
  /** How often it has killed. */
  readonly deaths: number;
  /** Lets all live, and starts those that do not. */
  stop(): Promise<void>;
}

/** Kills one of the workers every one to eight seconds, and starts it again. */
export function startKiller(workers: readonly AppProcess[], random: () => number): Killer {
  const stopping = new AbortController();
  let deaths = 0;
  const pause = async (milliseconds: number): Promise<void> => {
    await wait(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
  };
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const worker = workers[Math.floor(random() * workers.length)];
      await pause(SHORTEST_MS + random() * (LONGEST_MS - SHORTEST_MS));
      if (stopping.signal.aborted || worker === undefined || worker.hasEnded()) continue;
      deaths += 1;
      worker.kill();
      await worker.ended();
      await pause(random() * AWAY_MS);
      await worker.start();
    }
  };
  const running = run();
  return {
    get deaths() {
      return deaths;
    },
    async stop() {
      stopping.abort();
      await running;
      for (const worker of workers) if (worker.hasEnded()) await worker.start();
    },
  };
}
