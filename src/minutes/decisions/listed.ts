import { findDays } from "../dates/calendar-days.ts";
import type { Block, Page } from "../page.ts";
import type { People } from "../people.ts";
import { isNobody } from "../../language/names.ts";
import { blocksBelow, isInAgenda } from "../places/parts.ts";
import type { Place } from "../places/places.ts";
import { endOfAll } from "../../language/text/trim.ts";
import { isImperative } from "../../language/verbs.ts";
import { refusalIn } from "./refusals.ts";
import { findSettled } from "./settled.ts";

/**
 * What is below a label such as `Decisions` is a decision without a mark of its own:
 *
 * | habit | example |
 * | --- | --- |
 * | the label names the list and nothing else | `## Decisions`, `Decisions made:`, `Resolutions of the meeting`,
 *   `Decisions & actions` |
 * | it is a statement | `glue the lid`, `The lid will be glued` |
 * | under a heading of its own it is worded as settled | `### Lids` and `the lid will be glued` |
 *
 * Not where the label names a topic (`Resolution of the photos`, `Decision on lids`), where people speak below it
 * (`Ada: they are blurred`), where others there have marks (`RESOLVED: …`), nor what asks, doubts, talks or thanks.
 */
const MODIFIER = new RegExp(
  "(?:the|all|any|our|new|this|these|today's|key|main|major|important|other|more|final|formal|" +
    "summary|list|record|of|from|meeting'?s?|week'?s?|session'?s?|team|group|wg|tsc|board|committee) ",
  "y",
);
const WORD = new RegExp(
  "(?:decision[ _-](?:items?|points?|log|register|table)|decisions?|resolutions?|agreements?|" +
    "conclusions?|outcomes?|actions?(?: items?)?|(?:key )?takeaways|motions?|votes?|to[- ]?dos?|" +
    "next steps|follow[- ]?ups?)(?!\\w)",
  "y",
);
const TAIL = new RegExp(
  "(?: (?:made|taken|reached|passed|agreed|adopted|summary|log|table|items?|today|below|arising|" +
    "recorded)| ?(?:[&/+,]|and|or) (?:the |key |new |main )?" +
    "(?:decisions?|resolutions?|agreements?|conclusions?|outcomes?|actions?(?: items?| points?)?|" +
    "votes?|motions?|to[- ]?dos?|next steps|follow[- ]?ups?|takeaways)|" +
    " (?:of|from|at|in|during|by|for) (?:the |this |our |today's )?" +
    "(?:meeting|call|session|group|team|tsc|wg|board|committee|council|day|week|sprint)s?)(?!\\w)",
  "y",
);
const ENDS = /^[\s:.*_–—-]*(?:[([][^()[\]]{0,40}[)\]][\s:.*_–—-]*)?$/;
/** In brackets behind the label: what is below is not settled. */
const BRACKET = /[([]([^()[\]]{1,60})[)\]]/;
const OPEN = new RegExp(
  "(?<![\\p{L}-])(?:draft|proposed|proposals?|pending|open|tb[dc]|to be \\w+|not final|unconfirmed|" +
    "tentative|provisional|preliminary|candidates?|needed|required)\\b",
  "u",
);
const NUMBERING =
  /^(?:[\s#>*_-]|\p{Extended_Pictographic}|\uFE0F|\u200D|\(?\d+(?:\.\d+)*[.):]?(?=\s)|[ivx]+[.)](?=\s))+/u;

/** Lead-ins of a list that say in a sentence that the group settled what follows: `We agreed on:`, `Consensus:`. */
const SAID =
  /^(?:it was |so |then |thus )?(?:agreed|decided|concluded|resolved)\b|\bconsensus\b|\bsense of\b/i;
const GROUP = /\b(?:we|group|everyone|all|team|they|members|tsc|wg)\b/i;
const SETTLED = /\b(?:agreed|decided|concluded|resolved)\b/i;

/** Asks, greets, or leaves it open. */
const ASKS = new RegExp(
  "\\?$|^(?:i|i'm|hi|hello|thanks?|thank you|bye|welcome|\\+1|no decisions?|undecided|tb[dc]|" +
    "to be (?:decided|discussed|determined))(?![\\p{L}'])|(?<!\\p{L})" +
    "(?:i think|i would|i'd|i'm|i am|thank you|not (?:yet )?decided|no decision|" +
    "to be (?:decided|discussed|determined))(?!\\p{L})",
  "iu",
);
/** Tells what was said. */
const TELLS = new RegExp(
  "\\?|^(?:ok|okay|yes|no|sure|discussion|discussed|question|open|pending|still)(?![\\p{L}'])|" +
    "(?<!\\p{L})(?:i will|i'll|maybe|perhaps|not sure|unclear|should we|shall we|" +
    "let's (?:discuss|talk|see|look)|thinks?|wonders?|suggests?|suggested|proposes?|proposed|asks?|" +
    "asked|says|said|mentioned|notes that|explained|talked|discussed|thanks)(?!\\p{L})",
  "iu",
);
const SETTLING =
  /(?<!\p{L})(?:will|won't|shall|must|(?:is|are) to|to be|cannot|may not|stays?|remains?|becomes?)(?!\p{L})/iu;
/** Only of what others decide or ask for is longer. */
const LONGEST = 600;
const LONGEST_PARAGRAPH = 300;

function saysSettled(text: string): boolean {
  const group = GROUP.exec(text);
  return SAID.test(text) || (group !== null && SETTLED.test(text.slice(group.index)));
}

/** Whether a label names a list of decisions and nothing else; "Resolution of the photos" is a topic. */
export function namesDecisions(label: string): boolean {
  const words = label.toLowerCase().replace(NUMBERING, "").trimEnd();
  let at = endOfAll(words, MODIFIER);
  const named = endOfAll(words, WORD, at);
  if (named === at) return false;
  at = endOfAll(words, TAIL, named);
  const rest = words.slice(at);
  if (OPEN.test(BRACKET.exec(rest)?.[1] ?? "")) return false;
  return ENDS.test(rest) || ENDS.test(withoutDay(rest));
}

/** ` of 2 March 2021`. */
function withoutDay(rest: string): string {
  const [day] = findDays(rest);
  return day === undefined
    ? rest
    : rest.slice(0, day.offset).replace(/\b(?:of|from|on|for)\b/, "") + rest.slice(day.end);
}

/** What the marks of decisions tell about a block. */
export interface ListRules {
  /** A mark of its own says that it is a decision. */
  readonly isMarked: (block: Block) => boolean;
  /** It is a mark with nothing behind it: `Rejected:` above a list. */
  readonly leads: (block: Block) => boolean;
}

/** What only the whole page tells about its lists of decisions. */
export class DecisionLists {
  private readonly page: Page;
  private readonly people: People;
  private readonly rules: ListRules;
  private readonly parts = new Map<Block, { readonly isTalk: boolean; readonly hasMarks: boolean }>();

  constructor(page: Page, people: People, rules: ListRules) {
    this.page = page;
    this.people = people;
    this.rules = rules;
  }

  /** Whether a block is a decision because of the label that it is below. */
  holds(block: Block, place: Place): boolean {
    const { by, labels } = place;
    if (!this.isNamed(place) || isLeftOpen(block)) return false;
    const part = this.partOf(by);
    if (part.isTalk || part.hasMarks || this.isSpeech(block)) return false;
    const isHeading = by.kind === "heading";
    if (block.text.length > LONGEST || ASKS.test(block.text.trimEnd())) return false;
    if (isHeading && TELLS.test(block.text)) return false;
    const isFree = block.kind === "paragraph" && isHeading;
    if (isFree && (block.text.length > LONGEST_PARAGRAPH || block.text.trimEnd().endsWith(":"))) return false;
    const isTopic = labels.some((label) => label.kind === "heading" && !isVerdict(label));
    return !isTopic || this.readsResolved(block);
  }

  /** Whether the label is one of a list of decisions, of this meeting. */
  isNamed({ by, announcement }: Place): boolean {
    if (announcement.carriedOver || isInAgenda(by)) return false;
    return (
      namesDecisions(by.text) || (by.kind !== "heading" && (saysSettled(by.text) || this.rules.leads(by)))
    );
  }

  private readsResolved({ text }: Block): boolean {
    const settled = findSettled(text, 0, false, (name) => this.people.isKnown(name));
    return settled !== null || isImperative(text) || SETTLING.test(text);
  }

  private isSpeech({ speaker, speechStart }: Block): boolean {
    return speaker !== null && speechStart > 0 && !isNobody(speaker);
  }

  /** How the part below a label is written. */
  private partOf(by: Block): { readonly isTalk: boolean; readonly hasMarks: boolean } {
    const known = this.parts.get(by);
    if (known !== undefined) return known;
    const blocks = by.kind === "heading" ? blocksBelow(this.page, by) : [];
    const part = {
      isTalk: blocks.some((block) => block.kind !== "item" && this.isSpeech(block)),
      hasMarks: blocks.some((block) => this.rules.isMarked(block)),
    };
    this.parts.set(by, part);
    return part;
  }
}

const MOST_BESIDE = 40;

/** A box that nobody ticked beside some that somebody did. */
function isLeftOpen(block: Block): boolean {
  if (block.checked !== false) return false;
  for (const direction of ["previous", "next"] as const) {
    let left = MOST_BESIDE;
    for (let at = block[direction]; at?.kind === "item" && left > 0; at = at[direction], left -= 1)
      if (at.checked === true) return true;
  }
  return false;
}

/** `### Approved`, `### Rejected` among the decisions. */
const isVerdict = ({ text }: Block): boolean =>
  refusalIn(text) !== null || /^\W*(?:approved|accepted|agreed|adopted|passed|carried)\b/i.test(text);
