import type { IsoDate } from "../meeting.ts";
import type { Block } from "../page.ts";
import type { People } from "../people.ts";
import { blankDone, saysDone } from "./done.ts";
import { readDue } from "./due.ts";
import { behindSigns } from "../../language/signs.ts";
import { trimBoth } from "../../language/text/trim.ts";
import type { Part } from "./split.ts";
import { readEmphasized } from "./emphasized.ts";
import { readOwners } from "./owners.ts";

/** What the words of one action say. */
export interface ActionWords {
  /** For people: without owner's label and done mark. */
  readonly text: string;
  /** null: the words name nobody, not even "all". */
  readonly owners: readonly string[] | null;
  readonly done: boolean;
  readonly due: IsoDate | null;
}

/** Rules look no further into one paragraph: what is said so far behind is not the action any more. */
const MAX_WORDS = 1500;
const EDGES = /[ :;,|–—-]/;

/** What Markdown's dialects put behind a paragraph: `{: #action1 .action}`, `{.todo}`. */
const ATTRIBUTES = /\s?\{:?\s?[#.][^{}]{0,120}\}\s{0,5}$/;

/** Cuts such attributes off. */
export const withoutAttributes = (text: string): string =>
  text.slice(0, ATTRIBUTES.exec(text)?.index ?? text.length);

/** `[Due: Friday]`, `(by 24 May)`. */
const DUE_BRACKET = /[([] ?(?:due|deadline|by|eta|until)\b[^()[\]]{0,40}[)\]]/gi;

const blankDue = (text: string): string => text.replace(DUE_BRACKET, (match) => " ".repeat(match.length));

/** What MeetBot puts behind what somebody noted: ` (ada, 10:03:00)`. */
const NOTED_BY = / \([\w|^`-]{1,30}, \d{1,2}:\d{2}(?::\d{2})?\)[\s.]{0,4}$/;

/** One line for people, without what the marker or owner leaves at its ends. */
export function tidy(text: string): string {
  const line = text
    .replace(/\*{2,}/g, " ")
    .replace(/\s+/g, " ")
    .replace(NOTED_BY, "");
  return trimBoth(line, EDGES).replace(/^[.*_>]+ ?/, "");
}

/** The text for people with spaces where the rules' text was blanked. */
function blankLike(plain: string, blanked: string): string {
  return plain.length === blanked.length
    ? Array.from({ length: plain.length }, (_, at) => (blanked[at] === " " ? " " : plain[at])).join("")
    : plain;
}

/** Reads a part of a block as the words of an action. */
export function readWords(
  block: Block,
  [start, end]: Part,
  date: IsoDate | null,
  people: People,
): ActionWords {
  const until = Math.min(start + withoutAttributes(block.text.slice(start, end)).length, start + MAX_WORDS);
  const words = block.text.slice(start, until);
  // A done mark or a day in brackets would hide the owner in front of it.
  const blanked = blankDue(blankDone(words));
  const said = readOwners(blanked, people);
  const emphasized = readEmphasized(block, start, blanked, people);
  // Of `tag it **Ada**, **Linus**` the last name alone reads as one behind a comma.
  const isPart =
    said !== null && said.until < blanked.length && (emphasized?.until ?? said.until) < said.until;
  const named = isPart ? emphasized : (said ?? emphasized);
  const from = Math.max(named?.from ?? 0, behindSigns(blanked));
  return {
    text: tidy(blankLike(block.plain.slice(start, until), blanked).slice(from, named?.until)),
    owners: named?.owners ?? null,
    done: saysDone(words) || block.struck,
    due: readDue(words, date),
  };
}
