import type { PrivateWords } from "./language.ts";
import { languages } from "./languages.ts";

/** Marks that belong to a tool or a convention, whatever the language. */
const toolWords: PrivateWords = {
  anywhere: "tlp red|tlp amber",
  leading: "tlp green",
  alone: "nolog|no log|not logged|otr|off record|offrecord|offtherecord|priv",
  opens: "",
  closes: "",
};

/** The words of each language, by its code. A team's minutes are read by all of them: people mix languages. */
export const privateWords: Readonly<Record<string, PrivateWords>> = {
  tools: toolWords,
  ...Object.fromEntries(
    languages.flatMap(({ code, privacy }) => (privacy === undefined ? [] : [[code, privacy] as const])),
  ),
};
