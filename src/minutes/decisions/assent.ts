import type { Block } from "../page.ts";
import { trimStart } from "../../language/text/trim.ts";

/**
 * A proposal that those present answer with assent is settled:
 *
 * | habit | example |
 * | --- | --- |
 * | let's, and others agree below | `Ada: let's not do this` / `Linus: good` / `Grace: +1` |
 * | a question that is answered | `Can we move it to the wiki?` / `Sure!` |
 */
const PROPOSAL = /\b(?:let's|let us|propos(?:e|es|al)|suggest(?:s|ion)?|i'd like to|move to|motion)\b/i;
const QUESTION =
  /^(?:\W*(?:ok|so|q|and)\b\W*)?(?:can|could|should|shall|may) (?:we|this|it|i)\b[^?]{5,}\?\s*$/i;
const ASSENT = new RegExp(
  "^\\W*(?:\\+1+|good|great|agreed?|yes|yep|yeah|sure|ok|okay|fine|lgtm|" +
    "sounds? (?:good|great|fine|reasonable)|works for me|makes sense|👍|in favou?r|\\+|absolutely|" +
    "definitely|seconded|no objections?|go (?:ahead|for it))",
  "iu",
);
const DISSENT = /^\W*(?:no\b|-1|disagree|not sure|but\b|against|i object|hmm|however)/i;

/** Whether a text agrees and then ends, or continues behind a mark: `+1`, `Sounds good, thanks`, `fine with me`. */
function isAssent(text: string): boolean {
  const end = ASSENT.exec(text)?.[0].length ?? 0;
  if (end === 0) return false;
  const rest = trimStart(text.slice(end), /[\s!.,👍+]/u);
  return /[,.!]/.test(text.slice(end, text.length - rest.length)) || /^(?:$|[–—-]|with|to|from)/i.test(rest);
}

/** How many of a block's own items, or of those right behind it, agree; -1: somebody does not. */
function countAssent(block: Block): number {
  let count = 0;
  for (const { text, speechStart } of block.children.slice(0, 12)) {
    const said = text.slice(speechStart);
    if (DISSENT.test(said)) return -1;
    if (isAssent(said)) count += 1;
  }
  return count;
}

/**
 * Whether a proposal was settled by assent: by two, as for an explicit word; by one, in the reader's judgment. null:
 * no.
 */
export function readAssent(block: Block): { readonly explicit: boolean } | null {
  const said = block.text.slice(block.speechStart);
  const isProposal = PROPOSAL.test(said);
  if (!isProposal && !QUESTION.test(said)) return null;
  const count = countAssent(block);
  if (count < 1) return null;
  return { explicit: isProposal && count > 1 };
}
