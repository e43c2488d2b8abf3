import type { PhrasingContent } from "mdast";
import { link, text } from "./build.ts";
import { endRun } from "../../language/text/trim.ts";
import { breakWords } from "./closing-words.ts";
import { breakMarkers, ZERO_WIDTH_SPACE as ZWSP } from "./characters.ts";
import { removeInvisible } from "../../language/text/invisible.ts";
import { breakCommits } from "./references.ts";

/** A mention of an issue as GitHub would understand it in text, without the name before `#`. */
const MENTION =
  /#(?<number>\d{1,9})(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_-])GH-(?<gh>\d{1,9})(?![\p{L}\p{N}_])/giu;
const NAME = /^(?:[A-Za-z0-9][\w-]*\/)?[\w.-]+$/;

interface Mention {
  readonly start: number;
  readonly end: number;
  /** null: there is none before `#`. */
  readonly repository: string | null;
  readonly number: number;
}

/** Mentions of issues: `#1`, `app#1`, `octo-org/app#1`, `GH-1`. */
function* findMentions(text: string): Generator<Mention> {
  for (const { 0: mention, index, groups = {} } of text.matchAll(MENTION)) {
    const end = index + mention.length;
    const number = Number(groups.number ?? groups.gh);
    const name = groups.number === undefined ? "" : endRun(text.slice(0, index), /[\w./-]/);
    const start = index - name.length;
    const isPart =
      groups.number !== undefined && /[\p{L}\p{N}#]$/u.test(text.slice(Math.max(0, start - 2), start));
    if (isPart || (name !== "" && !NAME.test(name))) continue;
    yield { start, end, repository: name === "" ? null : name, number };
  }
}

/** What a mentioned issue is called, and where it is. url null: no link can be made to it. */
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
 * @param resolve - null within a link, where no other link can be.
 */
export function neutralText(value: string, resolve: ResolveMention | null): PhrasingContent[] {
  const clean = removeInvisible(value);
  if (resolve === null) return [text(neutralWords(clean))];
  const nodes: PhrasingContent[] = [];
  let end = 0;
  let lineOffset = 0;
  let counted = 0;
  for (const mention of findMentions(clean)) {
    lineOffset += clean.slice(counted, mention.start).split("\n").length - 1;
    counted = mention.start;
    const node = mentionNode(mention, lineOffset, resolve);
    if (node === null) continue;
    if (mention.start > end) nodes.push(text(neutralWords(clean.slice(end, mention.start))));
    nodes.push(node);
    end = mention.end;
  }
  if (end < clean.length) nodes.push(text(neutralWords(clean.slice(end))));
  return nodes;
}

function mentionNode(
  { repository, number }: Mention,
  lineOffset: number,
  resolve: ResolveMention,
): PhrasingContent | null {
  const found = resolve({ repository, number, lineOffset });
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
  const words = breakCommits(breakMarkers(removeInvisible(value)))
    .replace(ISSUE_PAGE, "$1#$2")
    .replace(SCHEME, (scheme) => scheme.toLowerCase())
    .replace(ALERT, `[${ZWSP}!`)
    .replace(/@(?=[\w-]|$)/g, `@${ZWSP}`)
    .replace(/#(?=\d)/g, `#${ZWSP}`)
    .replace(/(GH-)(?=\d)/gi, `$1${ZWSP}`);
  return breakWords(words, ZWSP);
}
