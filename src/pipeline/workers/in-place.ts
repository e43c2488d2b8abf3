import { load, type TaskInput, type TaskName } from "./tasks.ts";
import { runWatched } from "./watched.ts";
import { type Budget, DEFAULT_BUDGET } from "./work-error.ts";
import type { Workers } from "./workers.ts";

/** Does the work on this thread, within its time; its memory is that of the process. For where nobody else waits. */
export function workInPlace(budget: Budget = DEFAULT_BUDGET): Workers {
  return {
    async run<Name extends TaskName>(name: Name, input: TaskInput<Name>, signal?: AbortSignal) {
      signal?.throwIfAborted();
      return runWatched(await load(name, input), budget);
    },
  };
}
