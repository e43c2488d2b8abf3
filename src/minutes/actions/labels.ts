import type { Context } from "../context.ts";
import type { Block } from "../page.ts";
import { isNobody, maybeName, readNames } from "../../language/names.ts";
import { saysNothing } from "../../language/nothing.ts";
import { trimEnd } from "../../language/text/trim.ts";
import { isImperative } from "../../language/verbs.ts";
import { boxOf, wordsAt } from "./check-boxes.ts";
import { findActionMarker, type ActionMarker } from "./action-markers.ts";
import { isTakenOn, readOwners } from "./owners.ts";
import { isInitials, isTyped } from "./speakers.ts";

/** The marker of an action in a block, at its head or behind who speaks. */
export function markerOf(block: Block, context: Context): ActionMarker | null {
  const { text, speechStart } = block;
  const { actionMarkers } = context.options;
  const marker =
    findActionMarker(text, 0, actionMarkers) ??
    (speechStart > 0 ? findActionMarker(text, speechStart, actionMarkers) : null) ??
    bracketed(text, context);
  if (marker === null || isInitialsOf(block, marker, context)) return null;
  return assignedBefore(text, marker, context) ?? marker;
}

const BRACKETED = new RegExp(
  "^(\\W*)(?:action(?:[ _-]?(?:items?|points?))?|A[IP])(?: ?#?\\d{1,3})? ?[([]" +
    "([^()[\\]]{1,60})[)\\]][\\s*_]+(?:to (?=\\p{Ll}))?(?=\\p{L})",
  "iu",
);

/** `Action item (Ada, Linus) to write it`: nothing but the owner is between the word and what is to be done. */
function bracketed(text: string, { people }: Context): ActionMarker | null {
  const [whole, lead = "", owners = ""] = BRACKETED.exec(text) ?? [];
  const list = whole === undefined ? null : readNames(owners, 0, people);
  if (whole === undefined || list === null || list.end < owners.trimEnd().length) return null;
  const isOrder = list.names.every(maybeName) && whole.endsWith(" to ");
  if (!list.isKnown && !isOrder) return null;
  return { start: lead.length, end: whole.length, until: text.length, owners, place: "front" };
}

/** `AP: we should`, `tag it (AP)`: it is who speaks or does it. */
function isInitialsOf(block: Block, marker: ActionMarker, { people }: Context): boolean {
  const { text } = block;
  if (marker.owners !== "") return false;
  const words = text.slice(marker.end, marker.until);
  return isInitials(text.slice(marker.start, marker.start + 8), block, people, isTakenOn(words, people));
}

/** Longer than this, what comes before a marker is talk that ends in something to do. */
const LONGEST_TASK = 160;
const INITIALS = /^\p{Lu}{2,4}(?:(?:\s?[/,&+]\s?| and )\p{Lu}{2,4}){0,4}\W*$/u;

/**
 * `The landlord has to be called. Action: Ada`: the task comes before the marker. null: it comes after.
 */
function assignedBefore(text: string, marker: ActionMarker, context: Context): ActionMarker | null {
  if (marker.place !== "inside" || marker.owners !== "") return null;
  const words = text.slice(marker.end, marker.until).trim();
  if (!INITIALS.test(words) && namesOnly(words, context, true) === null) return null;
  const before = trimEnd(text.slice(0, marker.start), /[\s*_([–—-]/);
  const talk = before.length > LONGEST_TASK ? (/^.*[.!?]\s+(?=\S)/s.exec(before)?.[0].length ?? 0) : 0;
  return saysNothing(before.slice(talk))
    ? null
    : { start: marker.start, end: talk, until: before.length, owners: words, place: "before" };
}

/** Whether a block's words say who is to do it. */
export function isOwned(block: Block, { people }: Context): boolean {
  return isTakenOn(block.text.slice(wordsAt(block)), people);
}

/** Whether a block's words tell somebody to do something: `tag it`, `Lena: tag it`. */
export function isOrder(block: Block, { people }: Context): boolean {
  const words = block.text.slice(wordsAt(block));
  return isImperative(words) || isImperative(words.slice(readOwners(words, people)?.from ?? 0));
}

export const hasItems = (block: Block): boolean => block.children.some((child) => child.kind === "item");

/**
 * The names of a text that is nothing but names: `Ada`, `For Ada & Linus:`. null: there is more, or they are nobody.
 */
function namesOnly(text: string, { people }: Context, mustBeKnown: boolean): readonly string[] | null {
  const words = trimEnd(text.slice(0, 200), /[ :*.-]/).replace(/^\s*(?:(?:for|on) )?/i, "");
  const list = readNames(words, 0, people);
  return list !== null && (list.isKnown || !mustBeKnown) && list.end === words.length ? list.names : null;
}

/** The names in a label above actions: `Ada:`, `TODO Ada:`. */
export function namesIn(label: Block, context: Context): readonly string[] | null {
  const takers = takersIn(label, context);
  if (takers !== null) return takers;
  const marker = markerOf(label, context);
  if (marker !== null) {
    return namesOnly(marker.owners === "" ? label.text.slice(marker.end) : marker.owners, context, false);
  }
  return (
    namesOnly(label.text, context, true) ??
    (label.speaker === null || isTyped(label) ? null : [label.speaker])
  );
}

/** `Plan, to be taken on by Ada and Linus:` */
const TAKEN_ON =
  /\b(?:(?:[Tt]o be )?(?:taken on|handled|carried out|picked up)|[Tt]o be done) by (?=@?\p{Lu})/u;

/** Who takes on what is listed below a label. null: it does not say so. */
function takersIn({ text }: Block, { people }: Context): readonly string[] | null {
  const words = trimEnd(text.slice(0, 200), /[\s*_]/);
  const taken = words.endsWith(":") ? TAKEN_ON.exec(words) : null;
  if (taken === null) return null;
  const list = readNames(words, taken.index + taken[0].length, people);
  return list !== null && list.end === words.length - 1 ? list.names : null;
}

/** A marker with items below it and nothing but a name or a colon behind it: `TODO Ada:`. */
export function isLeadIn(block: Block, context: Context): boolean {
  if (takersIn(block, context) !== null) return true;
  if (!hasItems(block)) return false;
  const marker = markerOf(block, context);
  if (marker === null || marker.place !== "front") return false;
  const words = block.text.slice(marker.end).trim();
  if (isTask(words, context)) return false;
  return words === "" || words.endsWith(":") || namesOnly(words, context, false) !== null;
}

const SHORTEST_TASK = 3;

/** Whether a label that ends in a colon is something to do, and the items below it its parts: `Check these lids:`. */
export function isTask(label: string, { people }: Context): boolean {
  const words = label.trim();
  if (words.split(" ", SHORTEST_TASK).length < SHORTEST_TASK) return false;
  if (isImperative(words)) return true;
  const list = readNames(words, 0, people);
  if (list === null || !list.names.every((name) => isNobody(name, people))) return false;
  return isImperative(words.slice(list.end));
}

/** An item whose items are the actions: `Ada:`, `Docs` with boxes below. */
export function isGroup(item: Block, context: Context): boolean {
  if (!hasItems(item) || boxOf(item) !== null || markerOf(item, context) !== null) return false;
  if (isTask(item.text, context)) return false;
  if (item.text.trimEnd().endsWith(":") || namesOnly(item.text, context, true) !== null) return true;
  if (readOwners(item.text, context.people) !== null || isImperative(item.text)) return false;
  const below = item.children.filter((child) => child.kind === "item");
  return below.some(
    (child) => boxOf(child) !== null || markerOf(child, context) !== null || isOwned(child, context),
  );
}

/** The title of an issue or page: a link, or words with the number behind. */
export function isTitle(block: Block): boolean {
  const linked = block.spans.reduce(
    (sum, span) => sum + (span.kind === "link" ? span.end - span.start : 0),
    0,
  );
  return linked > block.text.length * 0.6 || /#\d+[\])\s.]*$/.test(block.text);
}
