import type { Topic } from "../meeting.ts";

/** `https://github.com/octo/tea/pulls`: a list, and none of its issues. */
const LIST = /github\.[\w.-]{1,60}\/([\w.-]{1,39}\/[\w.-]{1,100})\/(?:issues|pulls)(?![\w/])/gi;

const NONE: ReadonlySet<string> = new Set();

/**
 * Finds of which repositories the topic of a line links lists of issues, in lower case.
 *
 * @param lines - Of the page, without what is private.
 */
export function findListed(
  lines: readonly string[],
  topicAt: (line: number) => Topic | null,
): (line: number) => ReadonlySet<string> {
  const byTopic = new Map<number, Set<string>>();
  for (const [index, line] of lines.entries()) {
    if (!line.includes("/issues") && !line.includes("/pulls")) continue;
    const id = topicAt(index + 1)?.id ?? -1;
    for (const [, name = ""] of line.matchAll(LIST)) {
      const names = byTopic.get(id) ?? new Set();
      byTopic.set(id, names.add(name.toLowerCase()));
    }
  }
  return (line) => byTopic.get(topicAt(line)?.id ?? -1) ?? NONE;
}
