import type { Block, Page } from "../page.ts";

/**
 * Check boxes that name work:
 *
 * | habit | example | action |
 * | --- | --- | --- |
 * | somebody and what to do | `[ ] Ada to tag it`, `[ ] @ada: tag it` | always |
 * | a name that nobody introduced, and what to do | `[ ] Lena: tag it`, `[ ] Lena - tag it` | unless the team's boxes
 *   are bullets, or it is an agenda |
 * | what to do | `[ ] Tag the release` | unless the team's boxes are bullets, or it is an agenda |
 * | a bullet, an agenda, a roll call | `[ ] RFC 12 — traits`, `[x] Introductions`, `[x] Ada` | never |
 * | news, what is left for the next meeting | `## Announcements`, `## Deferred to next meeting` | never |
 */
export interface CheckBoxes {
  /** @param isOwned Whether its words say who is to do it. */
  namesWork(block: Block, isOwned: boolean): boolean;
}

/** Boxes outside lists of actions; with more of them, what they are tells what the team means by a box. */
const FEW = 5;
const AGENDA = new RegExp(
  "agenda|attend|present|participant|roll call|welcome|introduc|logistic|topics?\\b|housekeeping|" +
    "preparation|template|checklist",
  "i",
);

/** A box without a bullet is only text to Markdown. */
const BOX = /^\[([ xX])\] +/;

/** The check box of a block: null: none. */
export function boxOf(block: Block): boolean | null {
  const box = block.checked === null ? BOX.exec(block.text)?.[1] : undefined;
  return box === undefined ? block.checked : box !== " ";
}

/** Where a block's words begin, behind a box that is only text. */
export function wordsAt(block: Block): number {
  return block.checked === null ? (BOX.exec(block.text)?.[0].length ?? 0) : 0;
}

/** Lists of people, whatever their boxes say. */
const ROLL_CALL = /attend|present|participant|roll call|voting|members\b|quorum/i;

/** What only the reading of actions knows about blocks. */
export interface BoxRules {
  /** Whether a block is in a list of actions, where every box is one. */
  readonly isListed: (block: Block) => boolean;
  /** Whether its words say who is to do it. */
  readonly isOwned: (block: Block) => boolean;
  /** Whether its words tell somebody to do something, be it behind a name that nobody introduced. */
  readonly isOrder: (block: Block) => boolean;
}

const OTHER_LIST = new RegExp(
  "\\bagenda\\b|\\b(?:decisions?|resolutions?)\\b|^\\W*(?:announcements?|news|introductions?)\\b|" +
    "\\b(?:deferred|postponed|moved) (?:to|until|till)\\b|\\b(?:not (?:yet )?discussed|next meeting|next call|" +
    "next time|parking lot|to (?:be )?discuss(?:ed)?|for discussion)\\b",
  "i",
);
const OWN_LIST = /\bactions?\b|to-?do|\btasks?\b|follow[- ]?ups?|next steps/i;

/**
 * `Decision: ship it`, `[DECISION] ship it`, `DECISION - ship it`, `We made a decision.`: no list's name, a decision.
 */
const STATES = [
  /^[^:\]]{0,60}\b(?:decision|resolution)s?\b[^:\]]{0,20}[:\]][^\p{L}]{0,8}\p{L}/iu,
  /^\W{0,8}(?:DECISION|RESOLUTION)\b.{0,60}\p{Ll}/u,
  /[.!]["')*_]{0,4}$/,
];

/** Boxes of an agenda, of news and of decisions are no work whoever is named in them. */
function isOfOtherList({ heading, leadIn }: Block): boolean {
  return [heading, leadIn].some((label) => label !== null && label.text.length < 60 && isOther(label.text));
}

const isOther = (label: string): boolean =>
  OTHER_LIST.test(label) && !OWN_LIST.test(label) && !STATES.some((statement) => statement.test(label));

/** Looks at all boxes of a page, to tell what the team means by one. */
export function readCheckBoxes(page: Page, { isListed, isOwned: isTheirs, isOrder }: BoxRules): CheckBoxes {
  const hasBoxes = page.blocks.some((block) => boxOf(block) !== null);
  // In the order of the page, so that the item above is known first.
  const listed = new Set(hasBoxes ? page.blocks.filter(isListed) : []);
  const boxes = page.blocks.filter((block) => boxOf(block) !== null && !listed.has(block));
  const work = boxes.filter((block) => isOrder(block) || isTheirs(block)).length;
  const areBullets = boxes.length > FEW && work < boxes.length / 2;
  return {
    namesWork(block, isOwned) {
      if (boxOf(block) === null) return false;
      if (block.heading !== null && ROLL_CALL.test(block.heading.text)) return false;
      if (isOfOtherList(block)) return false;
      if (isOwned) return true;
      if (areBullets || !isOrder(block)) return false;
      for (let at = block.heading; at !== null; at = at.heading) if (AGENDA.test(at.text)) return false;
      return !(block.leadIn !== null && AGENDA.test(block.leadIn.text));
    },
  };
}
