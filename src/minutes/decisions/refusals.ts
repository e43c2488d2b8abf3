import type { Block } from "../page.ts";
import { trimBoth } from "../../language/text/trim.ts";

/**
 * What says that something was not agreed to. A decision is shown with it:
 *
 * | habit | example | shown as |
 * | --- | --- | --- |
 * | the mark itself | `#rejected glue the lid`, `DECLINED: …`, `Not approved: …`, `[WITHDRAWN] …` |
 *   `Rejected: glue the lid` |
 * | around the words | `DECISION: glue the lid [withdrawn]`, `[VOID] DECISION: glue the lid` | as written |
 * | in brackets behind the mark | `RESOLUTION #3 (withdrawn): glue the lid` | `Withdrawn: glue the lid` |
 * | a label above | `### Rejected`, `Deferred:` above a list | `Rejected: glue the lid` |
 * | a result below | `RESOLUTION: glue the lid`, then `Result: rejected, 2 to 5` | `Rejected: glue the lid` |
 * | votes below | `RESOLUTION: glue the lid`, then `Vote: 1 for, 6 against` | `Not carried: glue the lid` |
 * | what came of it, below | `DECISION: glue the lid`, then `(This was later reversed)` | `Reversed: glue the lid` |
 * | a cell of the same row | `glue the lid` beside `rejected` | `Rejected: glue the lid` |
 */
export const REFUSED =
  "(?:rejected|declined|withdrawn|retracted|turned down|voted down|vetoed|defeated|disapproved|" +
  "deferred|postponed|tabled|not (?:approved|accepted|adopted|agreed(?: (?:to|on|upon))?|passed|" +
  "carried|ratified|endorsed)|(?:motion |vote |proposal |resolution )?(?:failed|fails)|" +
  "no (?:consensus|agreement|majority|quorum))";

/** What a decision says that no longer counts, or does not count yet. It stays in its words. */
const UNDONE = new RegExp(
  "(?<!\\p{L})(?:withdrawn|cancell?ed|dropped|obsolete|superseded|reverted|reversed|overturned|" +
    "overruled|abandoned|won'?t ?fix|n/a|on hold|moot|voided|void|rescinded|revoked|repealed|annulled|" +
    "retracted|replaced|vetoed|rejected|not done|not final|not any more)(?!\\p{L})",
  "iu",
);

/** Whether a text says that something no longer counts. */
export function isUndone(text: string): boolean {
  return UNDONE.test(text);
}

const ANY = new RegExp(`(?<!\\p{L})${REFUSED}(?!\\p{L})`, "iu");
const AGREED = /(?<!not )\b(?:approved?|accepted?|agreed|adopted|carried|passed)\b/i;
const LONGEST_LABEL = 60;
const RESULT =
  /^(?:the )?(?:result|vote|votes|outcome|status|verdict|decision|motion|resolution|proposal|conclusion)\b/i;
const IS = /^(?:\W| ?(?:of the vote|is|was|has been|were)\b)*/i;
const BARE = new RegExp(
  `^(${REFUSED})(?:\\s*$|[\\s.,;!]*(?:\\(.{0,60}$|[\\d+-].{0,60}$|unanimously|by (?:the )?\\w{1,20}$|with .{0,40}$))`,
  "iu",
);

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();

/** The words for it in a short text such as a marker or a label; null: it says no such thing, or also the contrary. */
export function refusalIn(label: string): string | null {
  const found = label.length > LONGEST_LABEL ? null : ANY.exec(label);
  return found === null || AGREED.test(label) ? null : capitalized(found[0]);
}

/** The same in a text that is nothing but a result: `Rejected (2 to 5)`, `Result: not approved`. */
export function refusalOnly(text: string): string | null {
  const words = trimBoth(text, /[\s*_.!>-]/);
  const result = RESULT.exec(words)?.[0].length ?? 0;
  const is = result === 0 ? 0 : (IS.exec(words.slice(result))?.[0].length ?? 0);
  const found = [words, words.slice(result + is)]
    .map((rest) => BARE.exec(rest))
    .find((match) => match !== null);
  return found?.[1] === undefined ? null : capitalized(found[1]);
}

/** `This decision was overturned`, `Withdrawn by Ada later`, at the head of a line. */
const LATER = new RegExp(
  "^\\W*(?:(?:this|the|it)(?: (?:decision|resolution|motion|proposal))? )?" +
    "(?:(?:was|is|has been|got) )?(?:later |then |subsequently |since )?" +
    "(withdrawn|overturned|overruled|reversed|rescinded|revoked|retracted|annulled|voided|vetoed|" +
    "repealed)\\b(?!\\s+(?:from|to|order)\\b)",
  "i",
);
const FOR = "for|yes|yeas?|ayes?|in favou?r|pro";
const AGAINST = "against|no|nays?|noes|opposed|contra";
const VOTES = [
  new RegExp(
    `\\b(?:${FOR})\\s?[:=]\\s?(\\d{1,4})\\b[^]{0,40}?\\b(?:${AGAINST})\\s?[:=]\\s?(\\d{1,4})\\b`,
    "i",
  ),
  new RegExp(
    `\\b(\\d{1,4}) (?:votes? )?(?:${FOR})\\b[^]{0,40}?\\b(\\d{1,4}) (?:votes? )?(?:${AGAINST})\\b`,
    "i",
  ),
];
const LONGEST_RESULT = 160;
const MOST_BELOW = 8;
/** So many paragraphs and lists behind a decision may still be about it. */
const NEAR = 4;

/** Whether votes that are counted are not for it. */
function isVotedDown(text: string): boolean {
  for (const votes of VOTES) {
    const found = votes.exec(text);
    if (found !== null) return Number(found[1]) <= Number(found[2]);
  }
  return false;
}

/** What the lines below a decision say about it. `isOther`: whether a block begins another decision. */
export function refusalBelow(block: Block, isOther: (block: Block) => boolean): string | null {
  const next = block.next?.kind === "paragraph" && block.kind === "paragraph" ? block.next : null;
  const children = block.children.slice(0, MOST_BELOW);
  const refusal = [...children, ...(next === null ? [] : [next])]
    .map(({ text, speechStart }) => refusalOnly(text) ?? refusalOnly(text.slice(speechStart)))
    .find((found) => found !== null);
  if (refusal !== undefined) return refusal;
  const below = block.kind === "paragraph" ? [...children, ...behind(block, isOther)] : children;
  const short = below.map(({ text }) => text).filter(({ length }) => length <= LONGEST_RESULT);
  const later = short.map((text) => LATER.exec(text)?.[1]).find((found) => found !== undefined);
  if (later !== undefined) return capitalized(later);
  return isVotedDown(short.join("\n")) ? capitalized("not carried") : null;
}

const MOTION = /^\W*(?:motion|proposal|proposed|moved|topic|agenda|action|todo)\b(?! (?:failed|fails|lost))/i;

/** The paragraphs and items behind a decision, up to the next heading, motion or decision. */
function behind(block: Block, isOther: (block: Block) => boolean): readonly Block[] {
  const found: Block[] = [];
  for (let at = block.next; at !== null && found.length < NEAR; at = at.next) {
    const isText = at.kind === "paragraph" || at.kind === "item";
    if (!isText || at.heading !== block.heading || MOTION.test(at.text) || isOther(at)) break;
    found.push(at);
  }
  return found;
}
