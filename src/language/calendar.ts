import { en } from "./en.ts";
import { languages, splitWords } from "./languages.ts";

const STEM = 3;

const spellings = (lists: readonly string[]): readonly string[] => lists.flatMap(splitWords);
const longestFirst = (names: readonly string[]): string =>
  names.toSorted((one, other) => other.length - one.length).join("|");

/** The months' numbers by their names in all languages. */
export const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  languages.flatMap(({ calendar }) =>
    (calendar?.months ?? []).flatMap((names, index) =>
      splitWords(names).map((name) => [name, index + 1] as const),
    ),
  ),
);

/** Any month's name in any language, as a part of a regular expression. */
export const MONTH = longestFirst([...MONTH_NUMBERS.keys()]);

/** The beginnings of the English months' names. Those of all languages begin too many other words. */
export const MONTH_STEMS = en.calendar.months.map((names) => names.slice(0, STEM)).join("|");

/** An English month's name, and not the verb of "issue 12 may be closed". */
export const ENGLISH_MONTH =
  `(?:${longestFirst(spellings(en.calendar.months).filter((name) => name !== "may"))}|` +
  `may(?! ${en.calendar.behindMay}))\\b`;

/** Sunday first. */
export const WEEKDAY_STEMS: readonly string[] = en.calendar.weekdays.map((names) => names.slice(0, STEM));

/** Every spelling of a weekday. */
export const WEEKDAY = longestFirst(spellings(en.calendar.weekdays));

/** The weekdays' full names. */
export const FULL_WEEKDAY = spellings(en.calendar.weekdays)
  .filter((name) => name.endsWith("day"))
  .join("|");

/** The English months' full names. */
export const FULL_MONTH = en.calendar.months.map((names) => splitWords(names).at(-1) ?? "").join("|");
