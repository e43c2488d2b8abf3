import { isSameName, partsOf } from "../../minutes/repository-name.ts";
import { issueLink } from "../links.ts";
import type { QuoteContext } from "./context.ts";
import type { MentionLink } from "./neutral-text.ts";
import { withoutBacklink } from "./urls.ts";

/**
 * What `#1`, `repo#1` or `owner/repo#1` meant where it was written: the reading's word for it, line by line.
 *
 * @param line - Of the minutes; null: not known, then any mention of that number in the file counts.
 * @returns null where the reading took it for no mention (`#1 priority`).
 */
export function findMention(
  repository: string | null,
  number: number,
  line: number | null,
  context: QuoteContext,
): MentionLink | null {
  if (repository?.includes("/") === true) return mentionLink(repository, number, context);
  const candidates = context.references.filter(
    (reference) =>
      reference.number === number &&
      (line === null || reference.line === line) &&
      (repository === null || isShortFor(repository, reference.repository)),
  );
  const [first] = candidates;
  if (first !== undefined) return mentionLink(first.repository, number, context);
  // A short name of the team's own (`z2jh#1`): nothing else of that number is on the line.
  const onLine = context.references.find(
    (reference) => reference.number === number && reference.line === line && repository !== null,
  );
  return onLine === undefined ? null : mentionLink(onLine.repository, number, context);
}

function isShortFor(short: string, repository: string): boolean {
  return isSameName(short, partsOf(repository).repo);
}

function mentionLink(repository: string, number: number, context: QuoteContext): MentionLink | null {
  const address = issueLink(context.base.webUrl, repository, number);
  if (!URL.canParse(address)) return null;
  const { url, label } = withoutBacklink(new URL(address), context);
  return { url, label: label ?? `${repository}#${number}` };
}
