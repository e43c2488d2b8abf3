import type { TaskInput, TaskName } from "../pipeline/workers/tasks.ts";
import type { Workers } from "../pipeline/workers/workers.ts";
import type { Hand } from "../queue/queue.ts";

/** Work that has not ended by then may be of the kind that never does. In milliseconds. */
const LONG_MS = 500;

/**
 * Workers that write down what a job has them do where it takes long, so that it is known of what the process died. A
 * job of which one may have died already has everything written down at once.
 */
export function workAtOwnRisk(workers: Workers, { diedBefore, takeRisk }: Hand): Workers {
  return {
    async run(name, input, signal, onBegun) {
      let timer: NodeJS.Timeout | undefined;
      let taken: Promise<void> | null = null;
      const take = (): void => {
        taken = takeRisk(describe(name, input));
        // Where it cannot be written the job is not blamed; the queue's own troubles show elsewhere.
        taken.catch(() => undefined);
      };
      if (diedBefore) await takeRisk(describe(name, input));
      try {
        return await workers.run(name, input, signal, () => {
          onBegun?.();
          if (!diedBefore) timer = setTimeout(take, LONG_MS);
        });
      } finally {
        clearTimeout(timer);
        if (diedBefore || taken !== null) await settle(taken, takeRisk);
      }
    },
  };
}

async function settle(taken: Promise<void> | null, takeRisk: Hand["takeRisk"]): Promise<void> {
  await Promise.resolve(taken).catch(() => undefined);
  await takeRisk(null).catch(() => undefined);
}

function describe(name: TaskName, input: TaskInput<TaskName>): string {
  if ("path" in input) return `reading ${input.path}`;
  return name === "findMinutes" ? "looking which files are minutes" : "planning";
}
