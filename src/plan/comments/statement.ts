import { withoutReferences } from "../../language/text/trim.ts";
import { removeInvisible } from "../../language/text/invisible.ts";
import { wordsOf } from "../../language/content-words.ts";

/** A passage of fewer words tells nobody anything that they would want a notification for. */
const FEWEST_WORDS = 8;

/** A line of fewer words is a title, a name, or a remark that needs the others. */
const FEWEST_IN_LINE = 5;

/** So many words in a line say something, in whatever language. */
const SURELY_ENOUGH = 14;

/** Verbs that have a subject, which tells a sentence from a title. */
const VERBS = new Set(
  (
    "am is are was were be been has have had will would should shall could can may might must need needs needed want " +
    "wants wanted think thinks thought agree agrees do does did said say says got get gets goes went make makes made " +
    "work works look looks seem seems mean means know knows let lets there's it's that's let's"
  ).split(" "),
);

/** They say how far something is, and nothing of it. */
const STATE_WORDS = new Set(
  (
    "merged closed open opened done fixed released resolved finished completed complete ready pending ongoing progress " +
    "wip approved reviewed review started blocked stalled stale skipped skip update updates news no not yet now still " +
    "already also just in on this the a an it here there today week next last discussed mentioned same"
  ).split(" "),
);

/** In a chat each line is what somebody said, however short: `the spout drips`. */
const FEWEST_IN_CHAT = 3;

/** `measured`, `isn't`, `we'll`. */
const VERB_ENDINGS = ["ed", "n't", "'re", "'ve", "'ll", "'d", "'m"];

const WORD = /[\p{L}']+/gu;

const SENTENCE_END = /[.!?。！？][\s"'”’)\]]*$/u;

/** Letters of scripts that put no spaces between words: two of them are about a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/gu;

const ADDRESS = /(?:https?:\/\/|www\.)[^\s)\]>]+/giu;

/**
 * Whether a passage says something of its subject, and is no list of names, titles and links.
 *
 * @param isChat - Whether it is of a chat's log. (Default: it is of written minutes)
 */
export function isStatement(passage: string, isChat = false): boolean {
  const lines = removeInvisible(passage)
    .split(/\n+/)
    .map((line) => withoutReferences(line.replace(ADDRESS, " ")).trim());
  const counts = lines.map(countWords);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return lines.some((line, index) => {
    const count = counts[index] ?? 0;
    if (count >= SURELY_ENOUGH) return true;
    if (isChat && count >= FEWEST_IN_CHAT && !isState(line)) return true;
    return total >= FEWEST_WORDS && count >= FEWEST_IN_LINE && (hasVerb(line) || SENTENCE_END.test(line));
  });
}

/** `merged already`: how far something is, and nothing else. */
function isState(line: string): boolean {
  return wordsIn(line).every((word) => STATE_WORDS.has(word) || VERBS.has(word));
}

function wordsIn(line: string): readonly string[] {
  return line.replaceAll("’", "'").toLowerCase().match(WORD) ?? [];
}

function hasVerb(line: string): boolean {
  return wordsIn(line).some(
    (word) =>
      VERBS.has(word) ||
      VERB_ENDINGS.some((ending) => word.length > ending.length + 1 && word.endsWith(ending)),
  );
}

function countWords(line: string): number {
  const unspaced = line.match(UNSPACED)?.length ?? 0;
  return wordsOf(line.replace(UNSPACED, " ")).length + Math.floor(unspaced / 2);
}
