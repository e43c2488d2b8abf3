import type { TaskName } from "../pipeline/workers/tasks.ts";
import { WorkError } from "../pipeline/workers/work-error.ts";
import type { Workers } from "../pipeline/workers/workers.ts";
import type { Job } from "../queue/job.ts";

/**
 * What all reading of one job may take, in seconds. Whoever proposes or pushes minutes may name the same long file
 * often.
 */
const PREVIEW = 60;
const BACKFILL = 3600;
const OTHER = 600;

const READING: ReadonlySet<TaskName> = new Set(["readMinutes", "readDate"]);

/** How long the files of a job may take to be read, all together. In seconds. */
export function allowanceOf({ cause }: Pick<Job, "cause">): number {
  if (cause === "pull_request") return PREVIEW;
  return cause === "backfill" ? BACKFILL : OTHER;
}

/**
 * Workers that read no more for a job once all that they read for it took so long: others wait for them. Standing in
 * line does not count. Each file may still take what one may take.
 *
 * @param now - In milliseconds.
 */
export function workWithin(
  workers: Workers,
  seconds: number,
  now: () => number = () => performance.now(),
): Workers {
  let spent = 0;
  return {
    async run(name, input, signal, onBegun) {
      if (!READING.has(name)) return workers.run(name, input, signal, onBegun);
      if (spent >= seconds * 1000) throw new WorkError("all", { seconds, memoryMiB: 0 });
      let begun = now();
      try {
        return await workers.run(name, input, signal, () => {
          begun = now();
          onBegun?.();
        });
      } finally {
        spent += now() - begun;
      }
    },
  };
}
