import type { IsoDate } from "../meeting.ts";
import type { Block } from "../page.ts";
import { trimBoth, trimStart } from "../../language/text/trim.ts";
import { saysDone, saysDropped } from "./done.ts";
import { readDue } from "./due.ts";

/**
 * What the lines below an action say about it:
 *
 * | habit | example below the action |
 * | --- | --- |
 * | it is done, in brackets of their own | `(merged)` |
 * | it is done | `- Done!`, `- this got merged`, `**Status**: Completed` |
 * | when it is due | `- Due: Friday`, `- please do this by tomorrow` |
 */
const STATE = new RegExp(
  "^(?:status\\W+)?(?:now |all )?(?:done|completed?|finished|cancell?ed|dropped|superseded|withdrawn|" +
    "abandoned|obsolete)\\b(?!.{60})",
  "iu",
);
const SINCE_WHAT = /^(?:this|that|it|pr|issue|all|both|now)/i;
const SINCE = new RegExp(
  "^(?:#?\\d+ )?(?:is|was|got|has been|been)? ?(?:now |already )?" +
    "(?:merged|done|landed|closed|fixed|completed|shipped)\\b" +
    "(?! (?:by|until|when|if|once|after|before)\\b)",
  "i",
);
const LONGEST_SINCE = 60;
const DUE_LABEL = /^(?:due|deadline|eta|by|when)\b/i;
const DO_THIS = /\b(?:do|finish|have|get|submit) (?:this|it)\b/i;
const MAX_ITEMS = 8;
const MAX_LENGTH = 90;

const itemsBelow = (block: Block): Block[] =>
  block.children
    .slice(0, MAX_ITEMS)
    .filter((child) => child.kind === "item" && child.text.length < MAX_LENGTH);

const words = (text: string): string => trimStart(text, /\W/);

/** `this got merged`, `#12 was closed yesterday`. */
function saysSince(text: string): boolean {
  const start = words(text);
  const what = SINCE_WHAT.exec(start)?.[0].length ?? 0;
  return [words(start.slice(what)), start.slice(what), start].some((rest) => {
    const since = SINCE.exec(rest)?.[0].length;
    return since !== undefined && rest.length - since <= LONGEST_SINCE;
  });
}

/** `Due: Friday`, `please do this by tomorrow`. */
function saysDue(text: string): boolean {
  const todo = DO_THIS.exec(text);
  return (
    DUE_LABEL.test(words(text)) || (todo !== null && /\bby\b/i.test(text.slice(todo.index + todo[0].length)))
  );
}

const isState = (text: string): boolean => STATE.test(words(text)) && saysDone(text.split(/[.;]/)[0] ?? "");

const STATE_LINE =
  /^[([](?:now |already )?(?:done|merged|closed|completed?|finished|fixed|resolved|published)[)\]]\.?$/i;

/** `(merged)` as a line of its own behind a list of this one item, or in it. */
function isStatedBehind(block: Block): boolean {
  const isAlone = block.kind === "item" && block.previous?.kind !== "item";
  const lines = [...block.children, ...(isAlone && block.next !== null ? [block.next] : [])];
  return lines.some(({ kind, text }) => kind === "paragraph" && STATE_LINE.test(text.trim()));
}

/** "Done!" below an action, or its status on the next line. */
export function isDoneBelow(block: Block): boolean {
  const lines = [block.next, block.children[0]].filter((line) => line?.continues === block);
  const hasStatus = lines.some(
    (line) => line != null && /^\W*status\b/i.test(line.text) && isState(line.text),
  );
  return (
    hasStatus ||
    isStatedBehind(block) ||
    itemsBelow(block).some(({ text }) => isState(text) || saysSince(text))
  );
}

/** `Due: Friday` below an action. */
export function dueBelow(block: Block, date: IsoDate | null): IsoDate | null {
  const below = itemsBelow(block).find(({ text }) => saysDue(text));
  return below === undefined ? null : readDue(`by ${below.text}`, date);
}

const OVER = new RegExp(
  "^(?:done|completed?|closed|finished|resolved|yes|x|✓|✔|✅|fixed|merged|cancell?ed|dropped|" +
    "superseded|withdrawn|abandoned|obsolete|wontfix|n/a|rejected|declined|moot|scrapped|duplicate|" +
    "100 ?%?)(?: items?| actions?)?$",
  "i",
);

/** Signs around words, but not those that say "done" by themselves. */
const SIGN = /[^\w✓✔✅]/;

/** `Superseded by #12`: why, may follow. */
const DROPPED =
  /^(?:cancell?ed|dropped|superseded|withdrawn|abandoned|obsolete|no longer (?:needed|necessary|relevant))\b/i;

/** A label, status or cell that says "done", or that nobody does it any more. */
export function saysOver(text: string): boolean {
  const state = trimBoth(text, SIGN);
  return text.length < MAX_LENGTH && (OVER.test(state) || DROPPED.test(state) || saysDone(text));
}

/** Whether what makes an action over says that nobody did it: its own words, the lines below it, or a label above. */
export function isDropped(block: Block, labels: readonly Block[]): boolean {
  const below = [block.next, block.children[0]].filter((line) => line?.continues === block);
  const states = [...labels, ...below, ...itemsBelow(block), ...(block.kind === "row" ? block.children : [])];
  return saysDropped(block.text) || states.some((state) => state != null && saysDroppedState(state.text));
}

/** `Cancelled`, `Status: dropped`. */
function saysDroppedState(text: string): boolean {
  const state = trimBoth(text, SIGN).replace(/^status\W+/i, "");
  return text.length < MAX_LENGTH && (DROPPED.test(state) || saysDropped(text));
}
