import type { Context } from "../context.ts";
import type { Block } from "../page.ts";
import { isState, saysNothing } from "../../language/nothing.ts";
import type { Places } from "../places/places.ts";
import { trimStart } from "../../language/text/trim.ts";
import { isImperative } from "../../language/verbs.ts";
import { readWords } from "./action-words.ts";
import { readDue } from "./due.ts";
import { findImplied } from "./implied.ts";
import { isTitle } from "./labels.ts";
import { TEMPLATE } from "./implied-by-group.ts";
import { isTakenOn } from "./owners.ts";
import { isFirstPerson } from "./takers.ts";
import type { Found } from "./found.ts";
import { speakerAt } from "./speakers.ts";

/** Parts of the page where sentences about people are no work: who was there, links, the template's own words. */
const NO_WORK = new RegExp(
  "^(?:attend|present\\b|participants?|roll call|regrets|absent|apologies|links?\\b|welcome|" +
    "upcoming meetings?|next meeting|recording|zoom|code of conduct|antitrust)",
  "i",
);
/** The state of an action, given on the line below it. */
const STATUS = /^\W*(?:status|state|progress)\W*:/i;
const MAX_LENGTH = 1500;

/** Headings above what is going to be talked about: an order there is a topic. */
const AGENDA = /\bagenda\b|\btopics?\b/i;
/** Orders that settle or propose something and tell nobody to do it. */
const NO_ORDER = new RegExp(
  "^(?:propose|postpone|defer|accept|reject|approve|decline|agree|consider|suggest|support|allow|" +
    "avoid|think|see|note|welcome|start|begin|end|keep|use|do|let|thank|vote|question|issue|release|" +
    "test|demo|discuss|name|link|notes?|form|list|set (?!up)|talk|watch|learn|try (?!to)|register|" +
    "join us|meet|read more|design|go (?:ahead|for it)|come back|maybe|answer|comment request)\\b",
  "i",
);

/** Finds the actions that no marker names but a careful reader would. */
export class ImpliedActions {
  private readonly context: Context;
  private readonly places: Places;
  private readonly titles: ReadonlySet<number>;

  constructor(context: Context, places: Places) {
    this.context = context;
    this.places = places;
    this.titles = new Set(context.topics.map(({ line }) => line));
  }

  /**
   * The implied action in a block; at most one: its first.
   *
   * @param end Where to stop: what follows is a marked action.
   */
  read(block: Block, end = MAX_LENGTH): Found[] {
    if (block.kind !== "item" && block.kind !== "paragraph") return [];
    if (block.heading !== null && NO_WORK.test(trimStart(block.heading.text, /\W/))) return [];
    if (saysNothing(block.text) || isState(block.text)) return [];
    const text = block.text.slice(0, end);
    const { people, date } = this.context;
    const hasDue = (words: string): boolean => readDue(words, date) !== null;
    const place = this.places.of(block);
    const isDecision =
      place?.isDirect === true && place.announcement.decisions && !place.announcement.actions;
    if (STATUS.test(text) || (isDecision && !isTakenOn(text, people))) return [];
    const found = findImplied(text, block.speechStart, { speaker: speakerAt(block), people, hasDue });
    if (found !== null) return [this.make(block, found.start, found.owners)];
    const order = this.orderAt(block);
    return order === null ? [] : [this.make(block, order, null)];
  }

  /** Where an order may be: in bold, in a list of what could be done, or as an item of its own below what was said. */
  private orderAt(block: Block): number | null {
    const isSpeech = block.speaker !== null && block.speechStart > 0;
    if (!isSpeech && this.titles.has(block.line) && block.children.length > 0) return null;
    if (isTitle(block)) return null;
    for (const span of block.spans) {
      if (span.kind !== "strong" || span.end - span.start < 12) continue;
      const words = block.text.slice(span.start, span.end);
      if (block.kind === "item" && isOrder(words)) return span.start;
    }
    const place = this.places.of(block);
    const isListed = place?.isDirect === true && place.announcement.possible;
    const isItem = block.kind === "item" && (isSpeech || this.isBelowTalk(block));
    return (isListed || isItem) && isOrder(block.text.slice(block.speechStart)) ? block.speechStart : null;
  }

  /** Items of an agenda are topics; what is below them was said. */
  private isBelowTalk(block: Block): boolean {
    if (block.parent !== null) return true;
    for (let at = block.heading; at !== null; at = at.heading) if (AGENDA.test(at.text)) return false;
    return block.heading !== null && block.heading.depth > 1;
  }

  private make(block: Block, offset: number, owners: readonly string[] | null): Found {
    const { date, people } = this.context;
    const words = readWords(block, [offset, block.text.length], date, people);
    const speaker = speakerAt(block);
    return {
      block,
      offset,
      markedAt: 0,
      text: words.text,
      owners: owners ?? words.owners ?? (speaker !== null && isFirstPerson(block.text) ? [speaker] : []),
      done: words.done || block.checked === true,
      due: words.due,
      implied: true,
      carriedOver: false,
    };
  }
}

/** Two words in capitals are somebody's name: "Mark Byron, Example Ltd". */
const NAME = /^\W*\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}/u;

/** An order that is long enough to be one, and asks or quotes nothing. */
function isOrder(text: string): boolean {
  return (
    !/^\W*["“]|\?\s*$/.test(text) &&
    text.length > 11 &&
    /\s/.test(text.trim()) &&
    isImperative(text) &&
    !NO_ORDER.test(trimStart(text, /\W/)) &&
    !NAME.test(text) &&
    !TEMPLATE.test(text)
  );
}
