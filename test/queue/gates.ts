import type { Job } from "../../src/queue/job.ts";

/** A handler whose jobs end when the test says so. */
export function makeGates() {
  const begun: Job[] = [];
  const ends: (() => void)[] = [];
  const waiting = new Set<() => void>();
  let running = 0;
  let most = 0;
  let open = false;
  return {
    begun,
    async handler(job: Job): Promise<void> {
      begun.push(job);
      running += 1;
      most = Math.max(most, running);
      for (const tell of waiting) tell();
      if (!open) await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
    },
    /** Ends those that run, and those to come at once. */
    endAll(): void {
      open = true;
      for (const end of ends.splice(0)) end();
    },
    /** How many ran at the same time, at most. */
    most: () => most,
    async untilBegun(count: number): Promise<void> {
      while (begun.length < count) {
        await new Promise<void>((resolve) => {
          waiting.add(resolve);
        });
      }
    },
  };
}
