import type { PhrasingContent } from "mdast";
import { link, text } from "./build.ts";
import { breakMarkers, removeInvisible, ZERO_WIDTH_SPACE as ZWSP } from "./characters.ts";

/** A mention of an issue as GitHub would understand it in text. */
const MENTION =
  /(?<![\p{L}\p{N}_/#.-])(?:(?<full>[A-Za-z0-9][\w-]*\/[\w.-]+)|(?<short>[\w.-]+))?#(?<number>\d{1,9})(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_-])GH-(?<gh>\d{1,9})(?![\p{L}\p{N}_])/giu;

/** What closes an issue where GitHub sees it before a mention of one. */
const CLOSING =
  /(?<![\p{L}\p{N}])(c|f|r)(lose[sd]?|ix(?:e[sd])?|esolve[sd]?)(?=:?\s*(?:$|#|GH-|https?:|[\w-]+\/[\w.-]+#|[\w.-]+#))/giu;

/** How the issue is called that is mentioned in a text, and where it stands. url null: no link can be made to it. */
export interface MentionLink {
  readonly label: string;
  readonly url: string | null;
}

/** Finds what a mention meant. `repository`: as spelled before `#`, null for a bare number. null: nothing known. */
export type ResolveMention = (mention: {
  readonly repository: string | null;
  readonly number: number;
  /** Line ends before it in the text. */
  readonly lineOffset: number;
}) => MentionLink | null;

/**
 * A text of the minutes as nodes that mean nothing to GitHub but what they meant in the minutes.
 *
 * @param resolve - null within a link, where no other link can stand.
 */
export function neutralText(value: string, resolve: ResolveMention | null): PhrasingContent[] {
  const clean = removeInvisible(value);
  if (resolve === null) return [text(neutralWords(clean))];
  const nodes: PhrasingContent[] = [];
  let end = 0;
  for (const match of clean.matchAll(MENTION)) {
    const node = mentionNode(match, clean, resolve);
    if (node === null) continue;
    if (match.index > end) nodes.push(text(neutralWords(clean.slice(end, match.index))));
    nodes.push(node);
    end = match.index + match[0].length;
  }
  if (end < clean.length) nodes.push(text(neutralWords(clean.slice(end))));
  return nodes;
}

function mentionNode(match: RegExpExecArray, value: string, resolve: ResolveMention): PhrasingContent | null {
  const { full, short, number, gh } = match.groups ?? {};
  const lineOffset = value.slice(0, match.index).split("\n").length - 1;
  const found = resolve({ repository: full ?? short ?? null, number: Number(number ?? gh), lineOffset });
  if (found === null) return null;
  return found.url === null ? { type: "inlineCode", value: found.label } : link(found.url, text(found.label));
}

/** What makes a block quote one of GitHub's alerts. */
const ALERT = /\[!(?=(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\])/gi;

/** The page of an issue, whatever is asked of it. */
const ISSUE_PAGE =
  /https?:\/\/[^\s/]+\/([\w-]+\/[\w.-]+)\/(?:issues|pull|discussions)\/(\d+)(?:[/?#][^\s)\]>]*)?/gi;

/** Markdown is printed so that it makes no link of an address that begins in small letters. */
const SCHEME = /(?:https?|ftp):(?=\/\/)/gi;

/** A text whose words ping, mention or close nothing: they are broken by a character that nobody sees. */
export function neutralWords(value: string): string {
  return breakMarkers(removeInvisible(value))
    .replace(ISSUE_PAGE, "$1#$2")
    .replace(SCHEME, (scheme) => scheme.toLowerCase())
    .replace(ALERT, `[${ZWSP}!`)
    .replace(/@(?=[\w-]|$)/g, `@${ZWSP}`)
    .replace(/#(?=\d)/g, `#${ZWSP}`)
    .replace(/(GH-)(?=\d)/gi, `$1${ZWSP}`)
    .replace(CLOSING, `$1${ZWSP}$2`);
}
