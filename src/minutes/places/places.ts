import type { Block } from "../page.ts";
import { readAnnouncement, type Announcement } from "../../language/announcements.ts";

/**
 * What announces the list or part of the page that a block is in: the label of the item above it, the paragraph
 * right before its list, or a heading above it, in that order.
 */
export interface Place {
  readonly announcement: Announcement;
  /** What announces it. */
  readonly by: Block;
  /** Its items are what is announced; false: they hang below such an item and explain it. */
  readonly isDirect: boolean;
  /** Labels between the announcement and the item (`Ada:`, `### Done`), outermost first. */
  readonly labels: readonly Block[];
}

/** Finds the places of a page's blocks, each once. */
export interface Places {
  of(block: Block): Place | null;
  /** What a block itself announces. */
  announcedBy(block: Block): Announcement | null;
}

/** Below `Next steps:` things are also only talked about. */
const weakened = (announcement: Announcement | null, label: Block): Announcement | null =>
  announcement !== null && /next/i.test(label.text) ? { ...announcement, isWeak: true } : announcement;

const isLabel = (block: Block): boolean => block.text.trimEnd().endsWith(":") || block.text.length < 40;

/** What only the kind of finding knows about blocks. */
export interface PlaceRules {
  /** Whether an item is only a label for the items below it. */
  readonly isGroup: (item: Block) => boolean;
  /** Whether a block announces such findings although it is no label: a marker with nothing but a name behind it. */
  readonly leads: (block: Block) => boolean;
  /** What such a block announces. */
  readonly kind: "actions" | "decisions";
}

const PLAIN: Announcement = {
  actions: false,
  decisions: false,
  carriedOver: false,
  possible: false,
  done: false,
  isWeak: false,
};
const isBold = (block: Block): boolean =>
  block.spans.some((span) => span.kind === "strong" && span.end - span.start > block.text.length * 0.8);

export function findPlaces({ isGroup, leads, kind }: PlaceRules): Places {
  const announced = new Map<Block, Announcement | null>();
  const places = new Map<Block, Place | null>();

  const announcedBy = (block: Block): Announcement | null => {
    const known = announced.get(block);
    if (known !== undefined) return known;
    const isHeading = block.kind === "heading" || isBold(block);
    const label = block.kind === "code" ? null : readAnnouncement(block.text, isHeading);
    const found = label ?? (block.kind !== "heading" && leads(block) ? { ...PLAIN, [kind]: true } : null);
    announced.set(block, found);
    return found;
  };

  const byHeading = (heading: Block | null): Place | null => {
    const labels: Block[] = [];
    for (let at = heading; at !== null; at = at.heading) {
      // The page's title names a meeting, not a list.
      const announcement = at.depth === 1 && at.previous === null ? null : announcedBy(at);
      if (announcement !== null) {
        // Below a heading of its own, a topic may have begun: there only what reads as work is an action.
        const isWeak = announcement.isWeak || labels.length > 0 || /next/i.test(at.text);
        return {
          announcement: { ...announcement, isWeak },
          by: at,
          isDirect: true,
          labels: labels.reverse(),
        };
      }
      labels.push(at);
      if (labels.length > 6) break;
    }
    return null;
  };

  /** Lines or paragraphs right behind a label: "Action items:" with no list below. */
  const byParagraph = (block: Block): Place | null => {
    const before = block.continues ?? block.previous;
    if (before === null || before.kind !== "paragraph") return null;
    const isLead = before.text.trimEnd().endsWith(":") || isBold(before);
    const announcement = isLead ? announcedBy(before) : null;
    if (announcement !== null) return { announcement, by: before, isDirect: true, labels: [] };
    const place = places.get(before) ?? null;
    return place?.by.kind === "paragraph" ? place : null;
  };

  const find = (block: Block): Place | null => {
    const { parent, leadIn } = block;
    if (leadIn !== null && isLabel(leadIn)) {
      const announcement = weakened(announcedBy(leadIn), leadIn);
      if (announcement !== null) return { announcement, by: leadIn, isDirect: true, labels: [leadIn] };
    }
    const above = block.kind === "paragraph" ? byParagraph(block) : null;
    if (above !== null) return above;
    if (parent === null) {
      const place = byHeading(block.heading);
      if (place === null || leadIn?.text.trimEnd().endsWith(":") !== true) return place;
      return { ...place, labels: [...place.labels, leadIn] };
    }
    if (block.kind !== "item") return null;
    const announcement = weakened(announcedBy(parent), parent);
    if (announcement !== null) return { announcement, by: parent, isDirect: true, labels: [parent] };
    const outer = of(parent);
    if (outer === null) return null;
    if (outer.isDirect && isGroup(parent)) return { ...outer, labels: [...outer.labels, parent] };
    return { ...outer, isDirect: false };
  };

  /** "Actions:" in a part about earlier actions are carried over as well. */
  const inPart = (block: Block, place: Place | null): Place | null => {
    if (place === null || place.by.kind === "heading" || place.announcement.carriedOver) return place;
    const isPast = byHeading(block.heading)?.announcement.carriedOver === true;
    return isPast ? { ...place, announcement: { ...place.announcement, carriedOver: true } } : place;
  };

  const of = (block: Block): Place | null => {
    const known = places.get(block);
    if (known !== undefined) return known;
    const found = inPart(block, find(block));
    places.set(block, found);
    return found;
  };
  return { of, announcedBy };
}
