import { withoutReferences } from "../../language/text/trim.ts";
import { hashText } from "../hash.ts";
import { removeInvisible } from "../../language/text/invisible.ts";
import { wordsOf } from "../../language/content-words.ts";

/** Fewer words are a name, a sign or "no update": they may repeat without saying the same thing. */
const FEWEST_WORDS = 3;

/** Hexadecimal digits of a hash: 24 bits tell the sentences of one thread apart. */
export const HASH_LENGTH = 6;

/** The words of each sentence of a plain text. Case, punctuation and numbers of issues don't count. */
export function sentencesOf(text: string): readonly (readonly string[])[] {
  return removeInvisible(text)
    .split(/[\n\r]+|(?<=[.!?。！？])\s+/u)
    .map((sentence) => wordsOf(withoutReferences(sentence)))
    .filter((words) => words.length >= FEWEST_WORDS);
}

/** A short hash of a sentence. */
export function hashSentence(words: readonly string[]): string {
  return hashText(words.join(" ")).slice(0, HASH_LENGTH);
}

/** Hashes of the sentences of a plain text, in their order, each once. */
export function sentenceHashes(text: string): readonly string[] {
  return [...new Set(sentencesOf(text).map(hashSentence))];
}
