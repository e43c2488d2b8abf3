import { IMAGE, type Block } from "./page.ts";

/** Words that stand beside an address and say nothing by themselves. */
const LABELS =
  /\b(?:github|gh|issues?|prs?|pull(?: requests?)?|link|links|discussion|ticket|repo|see|also|ref|refs|re|thread|tracking|the|and|here|related|url|at|for|topic|subtopic|cc)\b/gi;
const ADDRESS = /(?:https?:\/\/|www\.)\S+/g;
const REFERENCE = /[\w./-]*#\d+/g;
const FEW_WORDS = 3;

/**
 * Whether a block is little more than a mention: an address, `#12`, `PR: …`. Such a line says what is talked about, not
 * what was said.
 */
export function isBare(block: Block): boolean {
  let text = block.text.slice(block.spokenAt);
  if (text.length > 400) return false;
  text = text.replace(ADDRESS, " ").replace(REFERENCE, " ").replace(LABELS, " ").replaceAll(IMAGE, " ");
  return (text.match(/[\p{L}\p{N}\uE000]+/gu) ?? []).length < FEW_WORDS;
}
