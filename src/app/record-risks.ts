import type { TaskInput, TaskName } from "../pipeline/workers/tasks.ts";
import type { Workers } from "../pipeline/workers/workers.ts";
import type { JobAttempt } from "../queue/queue.ts";

/** Work that has not ended by then may never end. In milliseconds. */
const LONG_MS = 500;

/**
 * Workers that record what a job has them do where it takes long, so that it is known what ended the process. For a job
 * that may have ended one already, everything is recorded at once.
 */
export function recordRisks(workers: Workers, { crashedBefore, recordRisk }: JobAttempt): Workers {
  return {
    async run(name, input, signal, onBegun) {
      let timer: NodeJS.Timeout | undefined;
      let taken: Promise<void> | null = null;
      const take = (): void => {
        taken = recordRisk(describe(name, input));
        // If it cannot be recorded the job is not blamed; the queue reports its own errors.
        taken.catch(() => undefined);
      };
      if (crashedBefore) await recordRisk(describe(name, input));
      try {
        return await workers.run(name, input, signal, () => {
          onBegun?.();
          if (!crashedBefore) timer = setTimeout(take, LONG_MS);
        });
      } finally {
        clearTimeout(timer);
        if (crashedBefore || taken !== null) await settle(taken, recordRisk);
      }
    },
  };
}

async function settle(taken: Promise<void> | null, recordRisk: JobAttempt["recordRisk"]): Promise<void> {
  await Promise.resolve(taken).catch(() => undefined);
  await recordRisk(null).catch(() => undefined);
}

function describe(name: TaskName, input: TaskInput<TaskName>): string {
  if ("path" in input) return `reading ${input.path}`;
  return name === "findMinutes" ? "looking which files are minutes" : "planning";
}
