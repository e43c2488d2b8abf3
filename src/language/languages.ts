import { en } from "./en.ts";
import type { Language, Patterns, Words } from "./language.ts";
import { otherLanguages } from "./others/others.ts";

/** All languages that minutes are read in, English first. */
export const languages: readonly Language[] = [en, ...otherLanguages];

/** The words of a kind in all languages. */
export function allWords(kind: (language: Language) => Words | undefined): ReadonlySet<string> {
  return new Set(languages.flatMap((language) => splitWords(kind(language) ?? "")));
}

/** The alternatives of a kind in all languages, as a part of a regular expression. */
export function allPatterns(kind: (language: Language) => Patterns | undefined): string {
  return languages.flatMap((language) => kind(language) ?? []).join("|");
}

/** A list of words as data has it, one by one. */
export function splitWords(words: Words): readonly string[] {
  return words.split(/\s+/).filter((word) => word !== "");
}
