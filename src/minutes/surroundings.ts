import type { Context, Surroundings } from "./context.ts";
import type { Excerpts } from "./excerpts/excerpts.ts";
import type { ContextLine, Topic } from "./meeting.ts";
import type { Block } from "./page.ts";

/** Items above an item are as many as people indent; a file that nests deeper says nothing by it. */
const MOST_CONTEXT = 8;

/** Titles of a topic and those that it stands in, outermost first. */
function topicPath(topics: readonly Topic[], topic: Topic | null): string[] {
  const path: string[] = [];
  for (let at = topic; at !== null; at = at.parent === null ? null : (topics[at.parent] ?? null))
    path.push(at.title);
  return path.reverse();
}

/** What stands before a block on its level, then the items that it stands under; nearest first. */
function contextLines(block: Block): ContextLine[] {
  const lines: ContextLine[] = [];
  const add = (other: Block | null) => {
    if (other !== null && other.text !== "") lines.push({ line: other.line, text: other.plain });
  };
  // The row above says nothing about a row: each is a matter of its own.
  if (block.kind !== "row") add(block.previous);
  for (let at = block.parent; at !== null && lines.length < MOST_CONTEXT; at = at.parent) add(at);
  if (block.leadIn !== null && block.parent === null) add(block.leadIn);
  return lines;
}

/** Where a block stands: its topic, its excerpt, what is said right before it. */
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
