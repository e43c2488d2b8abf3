import type { Snapshot } from "../../plan/snapshot.ts";
import type { TaskInput, TaskName } from "./tasks.ts";

/** What is no larger takes at most some 50 MiB to be read or planned, whatever it holds. In characters or bytes. */
const MOST_CHARACTERS = 64 * 1024;

/** A line costs more than its characters: each may be an item of a list. */
const MOST_LINES = 2000;

/** What Minutebook has posted is only compared, which takes less. In characters. */
const MOST_POSTED = 1024 * 1024;

/** Whether a piece of work may take all the memory that there is for one. */
export function isLarge(input: TaskInput<TaskName>): boolean {
  const text = "text" in input ? input.text : "source" in input ? input.source : "";
  if (text.length > MOST_CHARACTERS || hasMoreLines(text)) return true;
  if ("snapshot" in input && countPosted(input.snapshot) > MOST_POSTED) return true;
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

/** Of issues, comments and milestones, which people may have made as long as GitHub allows. */
function countPosted({ repositories }: Snapshot): number {
  let characters = 0;
  for (const state of Object.values(repositories)) {
    if (!state.known) continue;
    for (const { body } of state.actionIssues) characters += body.length;
    for (const { description } of state.milestones) characters += description.length;
    for (const thread of Object.values(state.threads))
      for (const { body } of thread.known ? thread.comments : []) characters += body.length;
  }
  return characters;
}
