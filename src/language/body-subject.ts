import { allPatterns, allWords } from "./languages.ts";

const BODY = `(?:${allPatterns(({ tasks }) => tasks?.bodies)})`;
const OBLIGATION = `(?:${allPatterns(({ tasks }) => tasks?.obligations)})`;
/** One word in front: `Garden board`. What follows: `Owners of the barrels`. */
const SUBJECT = new RegExp(
  `^(?:the |all |our )?(?:(?<front>[\\p{L}-]+) )?${BODY}` +
    `(?: (?:of|for|in) (?<whole>(?:the )?[\\p{L}-]+(?: [\\p{L}-]+)?))? ` +
    `(?<modal>${OBLIGATION}|to) (?<verb>[\\p{L}-]+)`,
  "iu",
);
const PRONOUN_AT_END = /\b(?:it|them|these|those)$/i;

const VERBS = allWords(({ verbs }) => verbs?.work);

/**
 * A task without the group that it is for: `The council should decide when to meet`. Of `Ask the board to meet` the
 * group is no subject.
 */
export function withoutBody(text: string): string {
  const found = SUBJECT.exec(text);
  const { front = "", whole, modal, verb = "" } = found?.groups ?? {};
  if (!VERBS.has(verb.toLowerCase()) || VERBS.has(front.toLowerCase())) return text;
  // `Score board to keep count` is a thing and what it is for.
  if (front !== "" && modal === "to") return text;
  const task = text.slice((found?.[0].length ?? 0) - verb.length);
  return whole === undefined ? task : task.replace(/[.!]$/, "").replace(PRONOUN_AT_END, whole);
}
