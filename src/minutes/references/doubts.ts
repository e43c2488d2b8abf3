import type { Doubt, RepositoryName } from "../meeting.ts";
import type { Block } from "../page.ts";
import { endsInNoun } from "./exclusions.ts";
import type { Mention } from "./mention.ts";
import { ENGLISH_MONTH as MONTH } from "../../language/calendar.ts";

/**
 * Bare numbers of which nobody can be sure, although they are read:
 *
 * | doubt | habit | example |
 * | --- | --- | --- |
 * | `other-issue-above` | a title above it names an issue of another repository than the usual one |
 *   `## octo/kettle#12` above `- #13` |
 * | `other-list-near` | its topic links lists of issues of other repositories, and none of the usual one |
 *   `https://github.com/octo/kettle/pulls` above `#13 lid` |
 * | `escaped` | who wrote it kept it from being a link; where a program escaped all that it could, only behind a noun
 *   | `Tea walk \#48` |
 * | `count` | the number ends a topic's title, behind a word that it may count | `## Uploads #1`, `## Login page #6` |
 * | `date` | a day or year | `#12 March`, `#3/12`, `#2026-01` |
 */
const DAY_BEHIND = new RegExp(
  `^(?:st|nd|rd|th|\\.)?(?: of)? ${MONTH}|^/\\d{1,2}(?!\\d)|^(?:st|nd|rd|th)\\b`,
  "iu",
);
const MONTH_BEFORE = new RegExp(`\\b${MONTH}\\.? $`, "iu");
const YEAR_BEHIND = /^[-/.]\d{2}(?!\d)/;
const YEAR_BEFORE = new RegExp(`\\b(?:year|${MONTH}),? $`, "iu");

const isDay = ({ number }: Mention): boolean => number <= 31;
const isYear = ({ number }: Mention): boolean => number >= 1990 && number < 2100;

/** Whether a number with `#` in front is a day or a year. */
function isDate(text: string, mention: Mention): boolean {
  const before = text.slice(Math.max(0, mention.offset - 20), mention.offset);
  const behind = text.slice(mention.end, mention.end + 16);
  if (isDay(mention)) return DAY_BEHIND.test(behind) || MONTH_BEFORE.test(before);
  return isYear(mention) && (YEAR_BEHIND.test(behind) || YEAR_BEFORE.test(before));
}

/** Whether a line of the source escapes a number wherever it has it. */
function isEscaped(line: string, number: number): boolean {
  const mark = `#${number}`;
  let count = 0;
  for (let at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at + 1)) {
    if (/\d/.test(line[at + mark.length] ?? "")) continue;
    if (line[at - 1] !== "\\") return false;
    count += 1;
  }
  return count > 0;
}

const FEW = 3;

/** Whether a program escaped the text, so that an escape says nothing: all numbers, or other signs as well. */
export function isEscapedThroughout(source: string): boolean {
  const numbers = source.match(/\\#\d/g)?.length ?? 0;
  const hasOthers = /(?<![\\\w/&#(])#\d{1,7}\b/.test(source);
  return numbers >= FEW || (!hasOthers && (source.match(/\\[-_.*[\]+!>~=()]/g)?.length ?? 0) >= FEW);
}

/** What is known of a bare number's surroundings. */
export interface DoubtContext {
  readonly block: Block;
  /** The text, addresses blanked. */
  readonly rest: string;
  /** It may only count, and is read because it ends a topic's title. */
  readonly mayCount: boolean;
  /** As stored. */
  readonly line: string;
  readonly isEscapedThroughout: boolean;
  /** The repositories of the issues that each block names by itself. */
  readonly named: ReadonlyMap<Block, ReadonlySet<string>>;
  /** The repository of bare numbers; null: there is none. */
  readonly usual: RepositoryName | null;
  /** The repositories of which the topic links a list of issues, in lower case. */
  readonly listed: ReadonlySet<string>;
}

/** Why a bare number that no words around it explain may be something else. null: it is what it looks like. */
export function doubtOf(mention: Mention, context: DoubtContext): Doubt | null {
  const hasWord = mention.start < mention.offset;
  if (context.mayCount) return "count";
  if (!hasWord && isDate(context.rest, mention)) return "date";
  const before = context.rest.slice(Math.max(0, mention.offset - 40), mention.offset);
  const isMeant = !context.isEscapedThroughout || endsInNoun(before);
  if (!hasWord && isMeant && isEscaped(context.line, mention.number)) return "escaped";
  if (namesOtherAbove(context)) return "other-issue-above";
  return listsOthers(context) ? "other-list-near" : null;
}

function listsOthers({ listed, usual }: DoubtContext): boolean {
  return listed.size > 0 && !listed.has(usual?.toLowerCase() ?? "");
}

const MAX_LEVELS = 20;

/** Whether the nearest title above that names an issue names one of another repository. */
function namesOtherAbove({ block, named, usual }: DoubtContext): boolean {
  const usualName = usual?.toLowerCase();
  let at = above(block);
  for (let level = 0; at !== null && level < MAX_LEVELS; level += 1, at = above(at)) {
    const repositories = named.get(at);
    if (repositories !== undefined) return usualName === undefined || !repositories.has(usualName);
  }
  return false;
}

/** What a block is under: its item or row, the lead-in of its list, its heading. */
const above = (block: Block): Block | null =>
  block.parent ?? (block.leadIn !== block ? block.leadIn : null) ?? block.heading;
