import type { Context, Surroundings } from "./context.ts";
import type { ContextLine, Excerpt, Topic } from "./meeting.ts";
import type { Block, Page } from "./page.ts";

/** Titles of a topic and those that it stands in, outermost first. */
export function topicPath(topics: readonly Topic[], topic: Topic | null): string[] {
  const path: string[] = [];
  for (let at = topic; at !== null; at = at.parent === null ? null : (topics[at.parent] ?? null))
    path.unshift(at.title);
  return path;
}

/** What stands before a block on its level, then the items that it stands under; nearest first. */
function contextLines(block: Block): ContextLine[] {
  const lines: ContextLine[] = [];
  const add = (other: Block | null) => {
    if (other !== null && other.text !== "") lines.push({ line: other.line, text: other.plain });
  };
  add(block.previous);
  for (let at = block.parent; at !== null; at = at.parent) add(at);
  return lines;
}

function excerptOf(page: Page, block: Block): Excerpt {
  const { line } = block;
  const endLine = block.lastLine;
  return {
    line,
    endLine,
    markdown: page.lines.slice(line - 1, endLine).join("\n"),
    path: [],
    speaker: block.speaker,
  };
}

/** Where a block stands: its topic, its excerpt, what is said right before it. */
export function surroundingsOf(page: Page, context: Context, block: Block): Surroundings {
  const topic = context.topicAt(block.line);
  return {
    topic: topicPath(context.topics, topic),
    topicId: topic?.id ?? null,
    excerpt: excerptOf(page, block),
    context: contextLines(block),
  };
}
