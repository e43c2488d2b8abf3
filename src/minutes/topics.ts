import type { Topic } from "./meeting.ts";
import type { Page } from "./page.ts";

/** The tree of what was talked about. */
export function findTopics(page: Page): Topic[] {
  const topics: Topic[] = [];
  for (const block of page.blocks) {
    if (block.kind !== "heading") continue;
    const end = page.blocks.find(
      (other) => other.kind === "heading" && other.id > block.id && other.depth <= block.depth,
    );
    topics.push({
      id: topics.length,
      title: block.plain,
      parent: null,
      line: block.line,
      endLine: end === undefined ? page.lines.length : end.line - 1,
    });
  }
  return topics;
}
