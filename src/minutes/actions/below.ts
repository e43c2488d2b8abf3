import type { IsoDate } from "../meeting.ts";
import type { Block } from "../page.ts";
import { saysDone } from "./done.ts";
import { readDue } from "./due.ts";

/**
 * What the lines below an action say about it:
 *
 * | habit | example below the action |
 * | --- | --- |
 * | it is done | `- Done!`, `- this got merged`, `**Status**: Completed` |
 * | when it is due | `- Due: Friday`, `- please do this by tomorrow` |
 */
const STATE = /^\W*(?:status\W+)?(?:now |all )?(?:done|completed?|finished)\b(?!.{60})/iu;
const SINCE =
  /^\W*(?:this|that|it|pr|issue|all|both|now)?\W*(?:#?\d+ )?(?:is|was|got|has been|been)? ?(?:now |already )?(?:merged|done|landed|closed|fixed|completed|shipped)\b(?! (?:by|until|when|if|once|after|before)\b).{0,60}$/iu;
const DUE = /^\W*(?:due|deadline|eta|by|when)\b|\b(?:do|finish|have|get|submit) (?:this|it)\b.*\bby\b/i;
const MAX_ITEMS = 8;
const MAX_LENGTH = 90;

const itemsBelow = (block: Block): Block[] =>
  block.children
    .slice(0, MAX_ITEMS)
    .filter((child) => child.kind === "item" && child.text.length < MAX_LENGTH);

const isState = (text: string): boolean => STATE.test(text) && saysDone(text.split(/[.;]/)[0] ?? "");

/** "Done!" below an action, or its status on the next line. */
export function isDoneBelow(block: Block): boolean {
  const lines = [block.next, block.children[0]].filter((line) => line?.continues === block);
  const hasStatus = lines.some(
    (line) => line != null && /^\W*status\b/i.test(line.text) && isState(line.text),
  );
  return hasStatus || itemsBelow(block).some(({ text }) => isState(text) || SINCE.test(text));
}

/** `Due: Friday` below an action. */
export function dueBelow(block: Block, date: IsoDate | null): IsoDate | null {
  const below = itemsBelow(block).find(({ text }) => DUE.test(text));
  return below === undefined ? null : readDue(`by ${below.text}`, date);
}

const OVER =
  /^\W*(?:done|completed?|closed|finished|resolved|yes|x|✓|✔|✅|fixed|merged)(?: items?| actions?)?\W*$/iu;

/** A label, status or cell that says "done". */
export function saysOver(text: string): boolean {
  return text.length < MAX_LENGTH && (OVER.test(text) || saysDone(text));
}
