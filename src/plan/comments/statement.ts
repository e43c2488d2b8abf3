import { withoutReferences } from "../../language/text/trim.ts";
import { removeInvisible } from "../../language/text/invisible.ts";
import { wordsOf } from "../../language/content-words.ts";

/** A passage of fewer words tells nobody anything that they would want a notification for. */
const FEWEST_WORDS = 8;

/** A line of fewer words is a title, a name, or a remark that needs the others. */
const FEWEST_IN_LINE = 5;

/** So many words in a line say something, in whatever language. */
const SURELY_ENOUGH = 14;

/** A verb that has a subject: what tells a sentence from a title. */
const FINITE =
  /\b(?:am|is|are|was|were|be|been|has|have|had|will|would|should|shall|could|can|may|might|must|needs?|needed|wants?|wanted|thinks?|thought|agrees?|do|does|did|said|says?|got|gets?|goes|went|makes?|made|works?|looks?|seems?|means?|knows?|lets?|there's|it's|that's|let's|\p{L}{2,}ed|\p{L}+n't|\p{L}+'(?:re|ve|ll|d|m))\b/iu;

const SENTENCE_END = /[.!?。！？][\s"'”’)\]]*$/u;

/** Letters of scripts that put no spaces between words: two of them are about a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/gu;

const ADDRESS = /(?:https?:\/\/|www\.)[^\s)\]>]+/giu;

/** Whether a passage says something of its subject, and is no list of names, titles and links. */
export function isStatement(passage: string): boolean {
  const lines = removeInvisible(passage)
    .split(/\n+/)
    .map((line) => withoutReferences(line.replace(ADDRESS, " ")).trim());
  const counts = lines.map(countWords);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total < FEWEST_WORDS) return false;
  return lines.some((line, index) => {
    const count = counts[index] ?? 0;
    if (count >= SURELY_ENOUGH) return true;
    return count >= FEWEST_IN_LINE && (FINITE.test(line.replaceAll("’", "'")) || SENTENCE_END.test(line));
  });
}

function countWords(line: string): number {
  const unspaced = line.match(UNSPACED)?.length ?? 0;
  return wordsOf(line.replace(UNSPACED, " ")).length + Math.floor(unspaced / 2);
}
