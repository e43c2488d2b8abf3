import { allPatterns, allWords } from "./languages.ts";

const FUNCTION_WORDS = allWords(({ content }) => content?.functionWords);
const TASK_WORDS = allWords(({ content }) => content?.taskWords);
/** Words that texts about different things share. */
const COMMON_WORDS: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS,
  ...allWords(({ content }) => content?.lightWords),
  ...allWords(({ content }) => content?.addressParts),
]);
const CONTRACTED = new RegExp(`(?:${allPatterns(({ content }) => content?.contractions)})$`);

/** The words of a text in lower case, without punctuation. */
export function wordsOf(value: string): readonly string[] {
  return value.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}.'_-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu) ?? [];
}

/** The words of a task that say what it is about, in lower case. Names in `owners` do not. */
export function contentWords(value: string, owners: readonly string[]): readonly string[] {
  const names = new Set(owners.flatMap((owner) => wordsOf(owner)));
  return wordsOf(value.replaceAll("’", "'"))
    .map((word) => word.replace(CONTRACTED, ""))
    .filter(
      (word) => !FUNCTION_WORDS.has(word) && !TASK_WORDS.has(word) && !names.has(word) && !/^\d$/.test(word),
    );
}

/** Words, and numbers with their dots: `20.3.1` is one. */
const WORD = /\p{N}+(?:\.\p{N}+)+|[\p{L}\p{N}]+/gu;
const MAX_STEMS = 60;

/** A word's stem, roughly: enough that "discussing" meets "discuss" and "packages" "package". */
function stemOf(word: string): string {
  if (word.length > 5) return word.replace(/(?:ing|ions?|ed|es|ly|s)$/, "");
  return word.length > 3 ? word.replace(/s$/, "") : word;
}

/** The stems of the words of a text that say what it is about, by which texts are compared. */
export function contentStems(text: string): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (stems.size >= MAX_STEMS) break;
    if ((word.length > 2 || /\d/.test(word)) && !COMMON_WORDS.has(word)) stems.add(stemOf(word));
  }
  return stems;
}
