import { isAbsentLabel, presentLabel, ROLE_LABEL } from "./attendees/words.ts";
import type { Context, Surroundings } from "./context.ts";
import { findDays } from "./dates/calendar-days.ts";
import type { Excerpts } from "./excerpts/excerpts.ts";
import type { ContextLine, Topic } from "./meeting.ts";
import type { Block } from "./page.ts";

/** Items above an item are as many as people indent; a file that nests deeper says nothing by it. */
const MOST_CONTEXT = 8;

/** Titles of a topic and those that it is in, outermost first. */
function topicPath(topics: readonly Topic[], topic: Topic | null): string[] {
  const path: string[] = [];
  for (let at = topic; at !== null; at = at.parent === null ? null : (topics[at.parent] ?? null))
    path.push(at.title);
  return path.reverse();
}

/** Longer ones say more than who was there, and when. */
const LONGEST_HEAD = 1000;

const DAY_WORDS =
  /\b(?:date|day|when|datum|fecha|data|(?:mon|tues|wednes|thurs|fri|satur|sun)day|utc|gmt|cest|[pcem][sd]t)\b/gi;

/** Whether a text is of the minutes' head, and says nothing about what is below it: who was there, or a day. */
function isOfHead(text: string): boolean {
  if (text.length > LONGEST_HEAD) return false;
  if (presentLabel(text) !== null || isAbsentLabel(text) || ROLE_LABEL.test(text)) return true;
  const [day] = findDays(text);
  if (day === undefined) return false;
  const around = `${text.slice(0, day.offset)} ${text.slice(day.end)}`.replaceAll(DAY_WORDS, "");
  return !/\p{L}{3}/u.test(around);
}

/** What comes before a block on its level, then the items that it is under; nearest first. */
function contextLines(block: Block): ContextLine[] {
  const lines: ContextLine[] = [];
  const add = (other: Block | null) => {
    if (other !== null && other.text !== "" && !isOfHead(other.text))
      lines.push({ line: other.line, text: other.plain });
  };
  // The row above says nothing about a row: each is a matter of its own.
  if (block.kind !== "row") add(block.previous);
  for (let at = block.parent; at !== null && lines.length < MOST_CONTEXT; at = at.parent) add(at);
  if (block.leadIn !== null && block.parent === null) add(block.leadIn);
  return lines;
}

/** Where a block is: its topic, its excerpt, what is said right before it. */
export function surroundingsOf(
  excerpts: Excerpts,
  context: Context,
  block: Block,
  line: number,
): Surroundings {
  const topic = context.topicAt(line);
  return {
    topic: topicPath(context.topics, topic),
    topicId: topic?.id ?? null,
    excerpt: excerpts.of(block),
    context: contextLines(block),
  };
}
