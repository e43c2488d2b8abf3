import type { Action } from "../../../src/minutes/meeting.ts";
import { defaultReadingOptions, type ReadingOptions } from "../../../src/minutes/options.ts";
import { readMinutes } from "../../../src/minutes/read.ts";

/** Minutes of Wednesday 15 May 2024 with three people present, and below them what a test gives. */
export function minutes(body: string): string {
  return `# Weekly call\n\n## Present\n\n- Ada Byron @ada\n- Linus Holm @linus\n- Grace Wu @gracewu\n\n## Notes\n\n${body}\n`;
}

/** The actions of such minutes. */
export function actionsOf(body: string, options: Partial<ReadingOptions> = {}): readonly Action[] {
  const all = { ...defaultReadingOptions, repository: "acme/engine", ...options };
  return readMinutes("meetings/2024-05-15.md", minutes(body), all).actions;
}

/** The marked ones, and of each only what a test compares. */
export function markedIn(body: string, options: Partial<ReadingOptions> = {}): Partial<Action>[] {
  return actionsOf(body, options)
    .filter((action) => !action.implied)
    .map(({ text, owners }) => ({ text, owners }));
}
