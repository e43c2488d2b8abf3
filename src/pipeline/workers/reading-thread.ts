// What a thread of the pool runs. Does one task at a time, and says when the work itself begins.
import { parentPort } from "node:worker_threads";
import { errorText } from "../../messages/coded-error.ts";
import { findTask } from "./deadline.ts";
import { pack } from "./packed.ts";
import { load, type TaskInput, type TaskName } from "./tasks.ts";
import { MAX_RESULT_MIB } from "./work-error.ts";

const THREAD = findTask();

/** What a thread is asked. */
export interface ThreadTask {
  readonly id: number;
  readonly name: TaskName;
  readonly input: TaskInput<TaskName>;
}

/** Sent when everything is loaded and the work begins. */
export interface ThreadStarted {
  readonly started: number;
  /** What the system calls the thread. */
  readonly thread: string | null;
}

/** The result as bytes, so that its size is known before anybody unpacks it; or why there is none. */
export type ThreadAnswer =
  | { readonly bytes: Uint8Array }
  | { readonly failure: "result" | "stack" | "failed"; readonly message: string };

/** Piscina calls it. */
export async function runTask({ id, name, input }: ThreadTask): Promise<ThreadAnswer> {
  try {
    const work = await load(name, input);
    const started: ThreadStarted = { started: id, thread: THREAD };
    parentPort?.postMessage(started);
    const bytes = pack(work());
    if (bytes.length <= MAX_RESULT_MIB * 1024 * 1024) return { bytes };
    return { failure: "result", message: "" };
  } catch (error) {
    const isStack = error instanceof RangeError && /call stack/i.test(error.message);
    const message = errorText(error);
    return { failure: isStack ? "stack" : "failed", message };
  }
}
