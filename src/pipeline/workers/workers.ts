import type { TaskInput, TaskName, TaskResult } from "./tasks.ts";

/** Who does the work on texts that anybody may have written, each piece of it within a budget. */
export interface Workers {
  /**
   * @param signal - Ends the work early.
   * @param onBegun - Called when it is its turn.
   * @throws WorkError where the budget does not suffice, or the work fails
   */
  run<Name extends TaskName>(
    name: Name,
    input: TaskInput<Name>,
    signal?: AbortSignal,
    onBegun?: () => void,
  ): Promise<TaskResult<Name>>;
}
