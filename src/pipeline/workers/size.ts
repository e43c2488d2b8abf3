import type { TaskInput, TaskName } from "./tasks.ts";

/** What is no larger takes at most some 50 MiB to be read or planned, whatever it holds. In characters or bytes. */
const MOST_CHARACTERS = 64 * 1024;

/** A line costs more than its characters: each may be an item of a list. */
const MOST_LINES = 2000;

/** Whether a piece of work may take all the memory that there is for one. */
export function isLarge(input: TaskInput<TaskName>): boolean {
  const text = "text" in input ? input.text : "source" in input ? input.source : "";
  if (text.length > MOST_CHARACTERS || hasMoreLines(text)) return true;
  const files = "files" in input ? input.files : [];
  let bytes = 0;
  for (const file of files) if ("meeting" in file) bytes += sizeOf(file.meeting) + sizeOf(file.previous);
  return bytes > MOST_CHARACTERS;
}

function sizeOf(packed: Uint8Array | null): number {
  return packed?.length ?? 0;
}

function hasMoreLines(text: string): boolean {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    lines += 1;
    if (lines > MOST_LINES) return true;
  }
  return false;
}
