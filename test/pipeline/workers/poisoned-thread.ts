import { parentPort } from "node:worker_threads";
import {
  runTask as runReal,
  type ThreadAnswer,
  type ThreadTask,
} from "../../../src/pipeline/workers/reading-thread.ts";

/*
 * A thread of the pool on which some words are poison, whatever the reader makes of them: texts with `poison: slow`
 * take for ever, and so on. Everything else is done as always.
 */

const POISONS: Readonly<Record<string, () => void>> = {
  slow() {
    for (;;);
  },
  memory() {
    const kept: number[][] = [];
    for (;;) kept.push(new Array(100_000).fill(kept.length));
  },
  stack: function nest(): void {
    nest();
  },
  exit() {
    process.exit(3);
  },
  error() {
    throw new Error("a bug");
  },
};

/** Piscina calls it. */
export async function runTask(task: ThreadTask): Promise<ThreadAnswer> {
  const { input, name } = task;
  const text = "text" in input ? input.text : name === "makePlan" && "files" in input ? planWords(input) : "";
  const poison = /poison: (\w+)/.exec(text)?.[1];
  if (poison === undefined) return runReal(task);
  parentPort?.postMessage({ started: task.id, thread: null });
  try {
    POISONS[poison]?.();
  } catch (error) {
    const { name: kind, message } = error as Error;
    return { failure: kind === "RangeError" ? "stack" : "failed", message };
  }
  return runReal(task);
}

/** Of a file whose name says so the plan is poison, and not the text. */
function planWords({ files }: { readonly files: readonly { readonly path: string }[] }): string {
  return files.some(({ path }) => path.includes("unplannable")) ? "poison: slow" : "";
}
