import { FULL_WEEKDAY, MONTH_STEMS } from "./calendar.ts";
import { allPatterns, allWords, languages, splitWords } from "./languages.ts";
import { trimEnd } from "./text/trim.ts";

/**
 * Whether two texts that share most of their words are about two things anyway:
 *
 * | habit | one | other |
 * | --- | --- | --- |
 * | a number, a version, a day | `merge #30` | `merge #31` |
 * | an address | `read https://example.org/lids` | `read https://example.org/pots` |
 * | a name | `ask the shop in Emden` | `ask the shop in Essen` |
 * | a word of code | `drop lid-method` | `drop pot-method` |
 * | one word in place of another | `publish the lid's draft` | `publish the pot's draft` |
 * | a contrary | `start the survey`, `lock the door` | `stop the survey`, `unlock the door` |
 * | the other way round | `merge the lid into the pot` | `merge the pot into the lid` |
 * | yes and no | `merge the parser` | `do not merge the parser` |
 *
 * Each side has something that the other lacks: words that only one of them has are the same thing, described at
 * length.
 */
const TOKEN = /[\p{L}\p{N}]+(?:['’._#+-]+[\p{L}\p{N}]+)*/gu;
const MAX_TOKENS = 80;
const POLAR = new RegExp(`^(?:${allPatterns(({ comparison }) => comparison?.negations)})$`, "i");
/** Of these, one in place of another says the same. */
const SYNONYMS: ReadonlyMap<string, number> = new Map(
  languages
    .flatMap(({ comparison }) => comparison?.synonyms ?? [])
    .flatMap((words, group) => splitWords(words).map((word) => [word, group] as const)),
);
const CONTRARIES: ReadonlySet<string> = new Set(
  languages.flatMap(({ comparison }) => comparison?.contraries ?? []),
);
const CONTRARY_PREFIXES = allWords(({ comparison }) => comparison?.contraryPrefixes);
const SMALL_WORDS = allWords(({ comparison }) => comparison?.smallWords);
const isSmall = (word: string): boolean => SMALL_WORDS.has(word.toLowerCase());
/** Two texts of this share in common are one text with words in place of others. */
const FRAME = 0.55;

/** `Deferred: …` is not the same as the matter itself. */
const VERDICT = new RegExp(
  `^\\W*(?:${[...allWords(({ comparison }) => comparison?.verdicts)].join("|")})\\s*:`,
  "i",
);
const BRACKET = /\([^()]*\)|\[[^[\]]*\]/g;
const ADDRESS = /https?:\/\/[^\s)>\]]+/g;
const NUMBER = /\d+(?:\.\d+)*/g;
/** Capitals that name nobody and nothing. */
const NOT_NAMES = new RegExp(
  `^(?:${allPatterns(({ comparison }) => comparison?.notNames)})$|^(?:${FULL_WEEKDAY})$|^(?:${MONTH_STEMS})\\w*$`,
  "i",
);

interface Text {
  readonly numbers: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
  readonly isVerdict: boolean;
  readonly tokens: readonly string[];
  /** Folded: small letters, no plural, no possessive. */
  readonly words: readonly string[];
  readonly all: ReadonlySet<string>;
}

/** `lid's` and `lids` are `lid`. */
function fold(token: string): string {
  const word = token.toLowerCase().replace(/['’]s?$|['’]s$/, "");
  return word.length > 3 && !isSmall(word) ? word.replace(/(?<=[^s])s$/, "") : word;
}

/** An address without its place on the page and what a sentence puts behind it. */
function pageOf(address: string): string {
  return trimEnd(address.toLowerCase().split("#")[0] ?? "", /[/.,;:!?'"]/);
}

function toText(text: string): Text {
  const numbers = new Set([...text.matchAll(NUMBER)].map(([number]) => number.replace(/^0+(?=\d)/, "")));
  const addresses = new Set([...text.matchAll(ADDRESS)].map(([address]) => pageOf(address)));
  const tokens = [...text.replace(ADDRESS, " ").replace(BRACKET, " ").matchAll(TOKEN)]
    .slice(0, MAX_TOKENS)
    .map(([token]) => token);
  const words = tokens.map(fold);
  return { numbers, addresses, isVerdict: VERDICT.test(text), tokens, words, all: new Set(words) };
}

/** `parseLid`, `lid-method`, `lid_method`, `lid.md`. */
const isCode = (token: string): boolean => /[\p{L}\d][._-]\p{L}|\p{Ll}\p{Lu}/u.test(token);
/** A name, where it is not the first word of a sentence. */
const isName = (token: string, at: number): boolean =>
  at > 0 && /^(?:\p{Lu}[\p{Ll}\d]|\p{Lu}{1,4}$)/u.test(token) && !NOT_NAMES.test(token);

/** What one text has of a kind that nothing in the other is. */
function only({ tokens, words }: Text, other: Text, is: (token: string, at: number) => boolean): string[] {
  return words.filter((word, at) => is(tokens[at] ?? "", at) && !other.all.has(word));
}

function haveOther(one: Text, other: Text, is: (token: string, at: number) => boolean): boolean {
  return only(one, other, is).length > 0 && only(other, one, is).length > 0;
}

const isMissing = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((element) => !other.has(element));

function arePolar(one: Text, other: Text): boolean {
  const polar = ({ words }: Text): number => words.filter((word) => POLAR.test(word)).length;
  return polar(one) > 0 !== polar(other) > 0 || one.isVerdict !== other.isVerdict;
}

/** Lengths of the longest common subsequences of the ends of two lists. */
function commonLengths(one: readonly string[], other: readonly string[]): readonly Uint8Array[] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint8Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] as Uint8Array;
      const below = lengths[i + 1] as Uint8Array;
      row[j] = one[i] === other[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

/** The runs of words of one text that have other words in their place in the other. */
function* replaced(
  one: readonly string[],
  other: readonly string[],
): Generator<readonly [string[], string[]]> {
  const lengths = commonLengths(one, other);
  let [ours, theirs]: [string[], string[]] = [[], []];
  for (let i = 0, j = 0; i < one.length || j < other.length; ) {
    const [left, right] = [one[i], other[j]];
    if (left !== undefined && left === right) {
      if (ours.length > 0 && theirs.length > 0) yield [ours, theirs];
      [ours, theirs] = [[], []];
      i += 1;
      j += 1;
    } else if (
      right === undefined ||
      (left !== undefined && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      ours.push(left ?? "");
      i += 1;
    } else {
      theirs.push(right);
      j += 1;
    }
  }
  if (ours.length > 0 && theirs.length > 0) yield [ours, theirs];
}

function isSynonym(one: string, other: string): boolean {
  if (/\d/.test(one + other)) return false;
  const group = SYNONYMS.get(one);
  if (group !== undefined && group === SYNONYMS.get(other)) return true;
  // "discussing" and "discuss", a letter that was mistyped.
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 3 && long.startsWith(short.slice(0, Math.max(4, short.length - 2)));
}

function areContrary(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const isPrefixed = long.endsWith(short) && CONTRARY_PREFIXES.has(long.slice(0, -short.length));
  return isPrefixed || CONTRARIES.has(`${one} ${other}`) || CONTRARIES.has(`${other} ${one}`);
}

/** Names and words of code in a text, folded. */
function namesIn({ tokens, words }: Text): ReadonlySet<string> {
  return new Set(words.filter((_, at) => isName(tokens[at] ?? "", at) || isCode(tokens[at] ?? "")));
}

/**
 * The same frame with a word of substance in place of another. Where words may be edited, only a contrary is, or a name
 * on either side: `the npm team`, `the GitHub team`.
 */
function haveReplaced(one: Text, other: Text, isEdited: boolean): boolean {
  const shared = commonLengths(one.words, other.words)[0]?.[0] ?? 0;
  if (shared < Math.max(one.words.length, other.words.length) * FRAME) return false;
  const names = new Set([...namesIn(one), ...namesIn(other)]);
  for (const [ours, theirs] of replaced(one.words, other.words)) {
    const left = ours.filter((word) => !isSmall(word) && !other.all.has(word));
    const right = theirs.filter((word) => !isSmall(word) && !one.all.has(word));
    if (left.some((word) => right.some((twin) => areContrary(word, twin)))) return true;
    const unlike = left.filter((word) => !right.some((twin) => isSynonym(word, twin)));
    const tells = !isEdited || left.some((word) => names.has(word)) || right.some((word) => names.has(word));
    if (tells && unlike.length > 0 && right.length > 0) return true;
  }
  return false;
}

const DIRECTIONS = allWords(({ comparison }) => comparison?.directions);
const ARTICLES = allWords(({ comparison }) => comparison?.articles);

/** What comes before and behind each word of direction: `lid > pot` of "the lid to the pot". */
function directions({ tokens, words }: Text): ReadonlySet<string> {
  const kept = tokens
    .map((token, at) => [token.toLowerCase(), words[at] ?? ""] as const)
    .filter(([token]) => !ARTICLES.has(token));
  return new Set(
    kept.flatMap(([token], at) => {
      const [one, other] = [kept[at - 1]?.[1], kept[at + 1]?.[1]];
      return DIRECTIONS.has(token) && one !== undefined && other !== undefined ? [`${one} > ${other}`] : [];
    }),
  );
}

/** The same two things the other way round: `lid to pot`, `pot to lid`. */
function areReversed(one: Text, other: Text): boolean {
  const theirs = directions(other);
  return [...directions(one)].some((pair) => theirs.has(pair.split(" > ").reverse().join(" > ")));
}

/** The words of a text that tell it from others like it, whatever these have in their place: numbers, names, code. */
export function distinctWords(text: string): ReadonlySet<string> {
  const { tokens } = toText(text);
  const distinct = tokens.filter((token, at) => /\d/.test(token) || isName(token, at) || isCode(token));
  return new Set(distinct.map((token) => token.toLowerCase()));
}

/**
 * Whether two texts, alike as they are, are about two things.
 *
 * @param isEdited - Whether words may have been put in place of others: then only numbers, names, code, contraries and
 *   "not" tell.
 */
export function areAboutOther(one: string, other: string, isEdited = false): boolean {
  if (one === other) return false;
  const [left, right] = [toText(one), toText(other)];
  return (
    (isMissing(left.numbers, right.numbers) && isMissing(right.numbers, left.numbers)) ||
    (isMissing(left.addresses, right.addresses) && isMissing(right.addresses, left.addresses)) ||
    haveOther(left, right, isCode) ||
    haveOther(left, right, isName) ||
    arePolar(left, right) ||
    areReversed(left, right) ||
    haveReplaced(left, right, isEdited)
  );
}
