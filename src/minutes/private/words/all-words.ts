import { englishWords } from "./english.ts";
import { europeanWords } from "./european.ts";
import { otherWords } from "./others.ts";
import type { WordLists } from "./word-lists.ts";

/** Marks that belong to a tool or a convention, whatever the language. */
const toolWords: WordLists = {
  anywhere: "tlp red|tlp amber",
  leading: "tlp green",
  alone: "nolog|no log|not logged|otr|off record|offrecord|offtherecord|priv",
  opens: "",
  closes: "",
};

/** The words of each language, by its code. A team's minutes are read by all of them: people mix languages. */
export const privateWords: Readonly<Record<string, WordLists>> = {
  tools: toolWords,
  en: englishWords,
  ...europeanWords,
  ...otherWords,
};
