import { allPatterns, allWords } from "./languages.ts";

/** Who is known by name. */
export interface KnownNames {
  isKnown(name: string): boolean;
  /** Whether a name is somebody's although it reads like a group's: initials such as `TOC`. */
  isSomebody?(name: string): boolean;
}

/** Names side by side in a text: `Ada, Grace & Linus`. */
export interface NameList {
  readonly names: readonly string[];
  readonly start: number;
  /** Behind the last name. */
  readonly end: number;
  /** Whether each of them is a login or somebody the page knows. */
  readonly isKnown: boolean;
}

/** People who are nobody in particular: nothing can be assigned to them. */
const NOBODY = allWords(({ names }) => names?.nobody);
/** What several people are called: `Docs team`, `TSC`, `release WG`. */
const GROUP = new RegExp(`^(?:.*[\\s/-])?(?:${[...allWords(({ names }) => names?.groups)].join("|")})$`, "i");

/** Words in capitals at the head of a sentence or label that are nobody's name. */
const NOT_NAMES = allWords(({ names }) => names?.notNames);

/** A login, or a mention as Dropbox Paper has it: `@Ada B`. */
const LOGIN = /@[A-Za-z\d][A-Za-z\d_-]*(?: \p{Lu}(?![\p{L}'.]))?/uy;
const WORD = /\p{L}[\p{L}\p{M}\d]*(?:(?:['_-]|\.(?=\p{L}))[\p{L}\d][\p{L}\p{M}\d]*)*/uy;
const PARTICLES = allWords(({ names }) => names?.particles);
const JOINER = allPatterns(({ names }) => names?.joiners);
const SEPARATOR = new RegExp(
  `\\s*(?:,\\s*(?:(?:and|&)\\s+|(?=[\\p{L}@]))|[&+/]\\s*)|\\s+(?:(?:${JOINER})\\s+|(?=@))`,
  "uy",
);
const MAX_NAMES = 12;
const MAX_WORDS = 4;

/** `I'm`, `It's`, `We'll`: no names. */
const CONTRACTION = /'(?:m|s|ll|ve|re|d|t)$/i;
const isCapital = (word: string): boolean => /^\p{Lu}|^\p{Lo}/u.test(word);

/** Whether a name is a group's, or nobody's in particular. */
export function isNobody(name: string, people?: KnownNames): boolean {
  if (people?.isSomebody?.(name) === true) return false;
  const folded = name.replace(/^@/, "").trim().toLowerCase();
  return NOBODY.has(folded) || GROUP.test(folded);
}

/** Whether a capitalized word may be a name at all. */
export function maybeName(word: string): boolean {
  return isCapital(word) && !NOT_NAMES.has(word.toLowerCase()) && !CONTRACTION.test(word);
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const known = new WeakMap<KnownNames, Map<string, boolean>>();

/** Whether the page knows somebody by a name; asked for the same few names again and again. */
function isKnown(people: KnownNames, name: string): boolean {
  const names = known.get(people) ?? new Map<string, boolean>();
  known.set(people, names);
  const found = names.get(name) ?? people.isKnown(name);
  names.set(name, found);
  return found;
}

/** Whether a word behind a first name may be its surname, or the initial of one. */
const isSurname = (word: string): boolean => /^\p{Lu}(?:\p{Ll}|$)/u.test(word) && maybeName(word);

interface OneName {
  readonly name: string;
  readonly end: number;
  readonly isKnown: boolean;
}

/** The words from `at` on, each one space behind the other. */
function wordsFrom(text: string, at: number): { text: string; end: number }[] {
  const found: { text: string; end: number }[] = [];
  let place = at;
  while (found.length < MAX_WORDS) {
    const word = sticky(WORD, text, place);
    if (word === null) break;
    place = word.index + word[0].length;
    found.push({ text: word[0], end: place });
    // `J. Byron`: an initial with its dot.
    if (word[0].length === 1 && text[place] === "." && text[place + 1] === " ") place += 1;
    if (text[place] !== " ") break;
    place += 1;
  }
  return found;
}

/** How many of the words may be one name: a handle alone, or a row of capitals with particles in between. */
function lengthOfName(words: readonly { text: string }[]): number {
  const stop = words.findIndex(({ text }, index) => index > 0 && !isCapital(text) && !PARTICLES.has(text));
  return stop < 0 ? words.length : stop;
}

/** Whether words may name a person at all, known or not: initials can spell `CI`, and nobody is called `TODO`. */
function isPersonal(words: readonly { text: string }[]): boolean {
  return words.every(({ text }, index) => {
    const isWord = NOT_NAMES.has(text.toLowerCase());
    return index === 0 ? !isWord || (isCapital(text) && !/^\p{Lu}+$/u.test(text)) : !isWord;
  });
}

/** One name at `at`: the longest one that the page knows, or else a row of capitalized words. */
function readName(text: string, at: number, people: KnownNames): OneName | null {
  const opens = text[at];
  if (opens === undefined || !(opens === "@" || /\p{L}/u.test(opens))) return null;
  const login = sticky(LOGIN, text, at);
  if (login !== null) return { name: login[0], end: at + login[0].length, isKnown: true };
  const words = wordsFrom(text, at);
  const first = words[0];
  if (first === undefined) return null;
  for (let count = lengthOfName(words); count > 0; count -= 1) {
    const end = words[count - 1]?.end ?? at;
    const name = text.slice(at, end);
    if (!isPersonal(words.slice(0, count)) || !isKnown(people, name)) continue;
    // `Grace Kelly` is not the Grace who is known by another surname.
    if (words.slice(count).some(({ text: next }, index) => index === 0 && isSurname(next))) break;
    return { name, end, isKnown: true };
  }
  if (!maybeName(first.text) && !isNobody(first.text)) return null;
  let end = first.end;
  for (const word of words.slice(1)) {
    const isGroup = GROUP.test(word.text);
    if (isCapital(word.text) ? !maybeName(word.text) : !isGroup && !PARTICLES.has(word.text)) break;
    if (isGroup || isCapital(word.text)) end = word.end;
  }
  return { name: text.slice(at, end), end, isKnown: false };
}

/**
 * The names that begin at an offset: people the page knows, logins, words in capitals that may be names, and those who
 * are nobody (`team`). null: none begins there.
 */
export function readNames(text: string, at: number, people: KnownNames): NameList | null {
  const names: OneName[] = [];
  let place = at;
  while (names.length < MAX_NAMES) {
    const name = readName(text, place, people);
    if (name === null) break;
    names.push(name);
    const separator = sticky(SEPARATOR, text, name.end);
    if (separator === null || separator[0] === "") break;
    place = name.end + separator[0].length;
  }
  const last = names.at(-1);
  if (last === undefined || /^'s\b/.test(text.slice(last.end, last.end + 3))) return null;
  return {
    names: names.map(({ name }) => name),
    start: at,
    end: last.end,
    isKnown: names.every(({ isKnown }) => isKnown),
  };
}

/** Those among names who are somebody, each once, without `@`. */
export function somebody(names: readonly string[], people?: KnownNames): string[] {
  const kept = names.filter((name) => !isNobody(name, people)).map((name) => name.replace(/^@/, ""));
  return [...new Map(kept.map((name) => [name.toLowerCase(), name])).values()];
}
