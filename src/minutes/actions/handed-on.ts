import { type KnownNames, readNames } from "../../language/names.ts";
import { endRun } from "../../language/text/trim.ts";

/** `(reassigned to Ada)`, `-> moved to Ada`: hers only if she knows of it. */
const REASSIGNED = new RegExp(
  "(?:[([,;]|->|=>|→|\\s[-–—]{1,2})\\s?(?:now )?(?:reassigned|moved|transferred|handed(?: over| on)?|" +
    "passed(?: on)?|delegated|given) (?:over )?to (?=@?\\p{L})",
  "giu",
);

const ARROW = /->|=>|→|⇒/g;
const NAME_SIGN = /[\p{L}\p{N}.'@-]/u;
const NAME_BEHIND = /^ ?(@?\p{L}[\p{L}\p{N}.'-]{0,38})/u;
const LONGEST_NAME = 40;

/** `Grace -> Ada`: handed on, or said by the one to the other. */
export function isHandedOn(text: string, people: KnownNames): boolean {
  for (const { 0: words, index } of text.matchAll(REASSIGNED)) {
    if (readNames(text, index + words.length, people)?.isKnown === true) return true;
  }
  return [...text.matchAll(ARROW)].some(({ 0: arrow, index }) => {
    const end = index + arrow.length;
    const one = endRun(text.slice(Math.max(0, index - LONGEST_NAME), index).trimEnd(), NAME_SIGN);
    const other = NAME_BEHIND.exec(text.slice(end, end + LONGEST_NAME + 2))?.[1] ?? "";
    return one !== "" && other !== "" && people.isKnown(one) && people.isKnown(other);
  });
}
