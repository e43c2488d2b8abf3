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
    "already also just in on this the a an it here there today week next last night discussed mentioned same and or by " +
    "during meeting meetings call issue issues ticket tickets pr prs good close closes merge merges after of with as we"
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
  const all = removeInvisible(passage)
    .split(/\n+/)
    .filter((line) => line.trim() !== "");
  const talk = all.length > 1 ? all.filter((line) => !isTitleLine(line)) : all;
  const lines = talk
    .filter((line) => !isList(line) && !isFiling(line))
    .map((line) => withoutReferences(line.replace(ADDRESS, " ")).trim())
    .filter((line) => !isState(line));
  const counts = lines.map(countWords);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return lines.some((line, index) => {
    const count = counts[index] ?? 0;
    if (count >= SURELY_ENOUGH) return true;
    if (isChat && count >= FEWEST_IN_CHAT) return true;
    return total >= FEWEST_WORDS && count >= FEWEST_IN_LINE && (hasVerb(line) || SENTENCE_END.test(line));
  });
}

/** A number at the head of a line, with a word or two before it: `#12`, `PR #12`, `team/press#12`. */
const NUMBER_FIRST = /^[^\p{L}\d#]{0,8}(?:[\p{L}-]{1,12} ){0,2}(?:[\w.-]+\/)?[\w.-]*#\d{1,9}\b/u;

/** Verbs that titles, which begin with one as an order, hardly have. */
const FINITE = new Set(
  (
    "am is are was were been has have had will would should shall could can may might must need needs think thinks " +
    "thought want wants there's it's that's"
  ).split(" "),
);

/** `#12: Add a longer screw`, above what was said of it: how the issue is called, which people on it know. */
function isTitleLine(line: string): boolean {
  return NUMBER_FIRST.test(line) && !wordsIn(line).some((word) => FINITE.has(word) || word.endsWith("n't"));
}

/** Whoever lists so many says nothing of any of them: `still open: #12, #13 and #14`. */
const MANY = 3;

function isList(line: string): boolean {
  return (line.match(/#\d{1,9}\b/g) ?? []).length >= MANY;
}

/** `Bo opened #12 for it`: on the issue that is no news. */
const FILING =
  /\b(?:open(?:ed|s)|creat(?:ed|es)|fil(?:ed|es)|rais(?:ed|es)|submitt?(?:ed|s)|wrote|put up)\b[^.:;?!]{0,40}#\d{1,9}\b/i;

/** Words that may follow without saying more than what the issue is called. */
const FEW_WORDS = 12;

function isFiling(line: string): boolean {
  return FILING.test(line) && countWords(withoutReferences(line)) <= FEW_WORDS;
}

/** In a line of fewer words nothing is said. */
const FEWEST_SAID = 3;

/** Whether any line of a passage is a sentence, however short: `We keep 2.0 for June.` */
export function hasSentence(passage: string): boolean {
  return removeInvisible(passage)
    .split(/\n+/)
    .some((line) => {
      const words = withoutReferences(line.replace(ADDRESS, " ")).trim();
      return countWords(words) >= FEWEST_SAID && (hasVerb(words) || SENTENCE_END.test(words));
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
