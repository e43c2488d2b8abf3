import type { People } from "../people.ts";
import { isImperative } from "../../language/verbs.ts";
import { findDone } from "./done.ts";
import { isSubject } from "./owners.ts";

/** From `start`, up to but without `end`. */
export type Part = readonly [start: number, end: number];

/** `file a bug (done: 12) and open an issue (done)`: each for itself. */
function splitDone(text: string, start: number, end: number): Part[] {
  const words = text.slice(start, end);
  const marks = findDone(words).filter((mark) => /^[([]/.test(words.slice(mark.start, mark.end)));
  const parts: Part[] = [];
  let from = 0;
  for (const mark of marks) {
    const tie = /^,? (?:and|&|;)? ?(?=\p{L})/u.exec(words.slice(mark.end, mark.end + 40));
    if (tie === null || !isImperative(words.slice(mark.end + tie[0].length))) continue;
    parts.push([start + from, start + mark.end]);
    from = mark.end + tie[0].length;
  }
  return [...parts, [start + from, end]];
}

/** Whether somebody takes something on right there: `Ada to …`, `Will …`. */
function takesOn(text: string, at: number, people: People): boolean {
  const words = text.slice(at, at + 200).trimStart();
  return isSubject(words, people) || /^will \p{Ll}/iu.test(words);
}

const MAX_PARTS = 20;
/** `G. Byron to write it` is one sentence. */
const INITIAL = /(?:^|[^\p{L}\p{N}])\p{Lu}$/u;

/**
 * The actions that one bullet tells:
 *
 * | habit | example |
 * | --- | --- |
 * | each sentence names who does it | `Ada to tag it. Linus to announce it.` |
 * | each has its own state | `file a bug (done: 12) and open an issue (done)` |
 */
export function splitActions(text: string, start: number, end: number, people: People): Part[] {
  const parts: Part[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(/[.;] +(?=[\p{L}@])/gu)) {
    const at = start + match.index + match[0].length;
    if (INITIAL.test(text.slice(Math.max(0, at - match[0].length - 2), at - match[0].length))) continue;
    if (parts.length > MAX_PARTS || !takesOn(text, from, people) || !takesOn(text, at, people)) continue;
    parts.push(...splitDone(text, from, at));
    from = at;
  }
  return [...parts, ...splitDone(text, from, end)];
}
