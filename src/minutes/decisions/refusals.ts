import type { Block } from "../page.ts";
import { trimBoth } from "../wording/trim.ts";

/**
 * What says that something was not agreed to. A decision is shown with it:
 *
 * | habit | example | shown as |
 * | --- | --- | --- |
 * | the mark itself | `#rejected glue the lid`, `DECLINED: …`, `Not approved: …`, `[WITHDRAWN] …` | `Rejected: glue the lid` |
 * | around the words | `DECISION: glue the lid [withdrawn]`, `[VOID] DECISION: glue the lid` | as written |
 * | in brackets behind the mark | `RESOLUTION #3 (withdrawn): glue the lid` | `Withdrawn: glue the lid` |
 * | a label above | `### Rejected`, `Deferred:` above a list | `Rejected: glue the lid` |
 * | a result below | `RESOLUTION: glue the lid`, then `Result: rejected, 2 to 5` | `Rejected: glue the lid` |
 * | a cell of the same row | `glue the lid` beside `rejected` | `Rejected: glue the lid` |
 */
export const REFUSED =
  "(?:rejected|declined|withdrawn|retracted|turned down|voted down|vetoed|defeated|disapproved|deferred|postponed|tabled|not (?:approved|accepted|adopted|agreed(?: (?:to|on|upon))?|passed|carried|ratified|endorsed)|(?:motion |vote |proposal |resolution )?(?:failed|fails)|no (?:consensus|agreement|majority|quorum))";

/** What a decision says that no longer counts, or does not count yet. It stays in its words. */
const UNDONE =
  /(?<!\p{L})(?:withdrawn|cancell?ed|dropped|obsolete|superseded|reverted|reversed|overturned|overruled|abandoned|won'?t ?fix|n\/a|on hold|moot|voided|void|rescinded|revoked|repealed|annulled|retracted|replaced|vetoed|rejected|not done|not final|not any more)(?!\p{L})/iu;

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

/** What the lines right below a decision say about it. */
export function refusalBelow(block: Block): string | null {
  const next = block.next?.kind === "paragraph" && block.kind === "paragraph" ? block.next : null;
  const below = [...block.children.slice(0, 8), ...(next === null ? [] : [next])];
  return (
    below
      .map(({ text, spokenAt }) => refusalOnly(text) ?? refusalOnly(text.slice(spokenAt)))
      .find((found) => found !== null) ?? null
  );
}
