import { IMAGE, type Block } from "./page.ts";
import { withoutReferences } from "../language/text/trim.ts";

/** Words beside an address and say nothing by themselves. */
const LABELS = new RegExp(
  "\\b(?:github|gh|issues?|prs?|pull(?: requests?)?|link|links|discussion|ticket|repo|see|also|ref|" +
    "refs|re|thread|tracking|the|and|here|related|url|at|for|topic|subtopic|cc)\\b",
  "gi",
);
const ADDRESS = /(?:https?:\/\/|www\.)\S+/g;

const FEW_WORDS = 3;

/** `#12 is merged` says little, and yet what was said. */
const STATES =
  /\b(?:is|are|was|were|has|have|merged|landed|closed|done|fixed|ready|blocked|released|shipped|reverted|approved)\b/i;

const MENTION = /#\d|\/\/|www\.|\b(?:issue|pr|pull request|ticket) \d/i;

/** How many words a block says besides what it mentions; infinitely many where it mentions nothing. */
function wordsBesides(block: Block): number {
  const said = block.text.slice(block.speechStart);
  const hasLink = block.spans.some(({ kind }) => kind === "link");
  if (said.length > 400 || !(hasLink || MENTION.test(said))) return Number.POSITIVE_INFINITY;
  const rest = withoutReferences(said.replace(ADDRESS, " ")).replace(LABELS, " ").replaceAll(IMAGE, " ");
  if (STATES.test(rest)) return Number.POSITIVE_INFINITY;
  return (rest.match(/[\p{L}\p{N}\uE000]+/gu) ?? []).length;
}

/**
 * Whether a block is little more than a mention: an address, `#12`, `PR: …`. Such a line says what is talked about, not
 * what was said.
 */
export function isBare(block: Block): boolean {
  return wordsBesides(block) < FEW_WORDS;
}

/** Whether a block is a mention and nothing else, so no title either. */
export function isMention(block: Block): boolean {
  return wordsBesides(block) === 0;
}

/** Whether a block is in a transcript: somebody says it, or the scribe writes it between what people say. */
export function isPostedInTalk({ quoted, speaker, previous, next }: Block): boolean {
  return quoted || speaker !== null || (previous?.speaker != null && next?.speaker != null);
}
