import type { Context } from "../context.ts";
import type { Block, Page } from "../page.ts";
import { saysNothing } from "../wording/nothing.ts";
import type { Places } from "../wording/places.ts";
import { isImperative } from "../wording/verbs.ts";
import { readWords } from "./action-words.ts";
import { findImplied } from "./implied.ts";
import type { Found } from "./marked.ts";
import { speakerAt } from "./speakers.ts";

/** Parts of the page where sentences about people are no work: who was there, links, the template's own words. */
const NO_WORK =
  /^\W*(?:attend|present\b|participants?|roll call|regrets|absent|apologies|links?\b|welcome|upcoming meetings?|next meeting|recording|zoom|code of conduct|antitrust)/i;
const MAX_LENGTH = 1500;

/** Finds the actions that no marker names but a careful reader would. */
export class ImpliedActions {
  private readonly context: Context;
  private readonly places: Places;

  constructor(_page: Page, context: Context, places: Places) {
    this.context = context;
    this.places = places;
  }

  /**
   * The implied action in a block; at most one: its first.
   *
   * @param end Where to stop: what follows is a marked action.
   */
  read(block: Block, end = MAX_LENGTH): Found[] {
    if (block.kind !== "item" && block.kind !== "paragraph") return [];
    if (block.heading !== null && NO_WORK.test(block.heading.text)) return [];
    if (saysNothing(block.text)) return [];
    const { text } = block;
    const found = findImplied(text.slice(0, end), block.spokenAt, speakerAt(block), this.context.people);
    if (found !== null) return [this.make(block, found.start, found.owners, found.rule)];
    const order = this.orderAt(block);
    return order === null ? [] : [this.make(block, order, null, "order")];
  }

  /** Where an order stands that the note taker made stand out: in bold, or in a list of possible actions or of what was settled. */
  private orderAt(block: Block): number | null {
    for (const span of block.spans) {
      if (span.kind !== "strong" || span.end - span.start < 12) continue;
      if (isImperative(block.text.slice(span.start, span.end))) return span.start;
    }
    const place = this.places.of(block);
    const isListed =
      place !== null && place.isDirect && (place.announcement.possible || place.announcement.decisions);
    return isListed && isImperative(block.text) ? 0 : null;
  }

  private make(block: Block, offset: number, owners: readonly string[] | null, rule: string): Found {
    const words = readWords(block, offset, block.text.length, this.context.date, this.context.people);
    return {
      block,
      offset,
      markedAt: 0,
      text: words.text,
      owners: owners ?? words.owners ?? [],
      done: words.done || block.checked === true,
      due: words.due,
      implied: true,
      carriedOver: false,
      rule,
    } as Found;
  }
}
