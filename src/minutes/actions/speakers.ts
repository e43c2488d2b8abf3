import type { Block } from "../page.ts";
import type { People } from "../people.ts";
import { readNames, somebody } from "../../language/names.ts";

/** The names of who speaks: `Ada & Linus` are two. */
export function speakersOf(speaker: string, people: People): string[] {
  const list = people.isKnown(speaker) ? null : readNames(speaker, 0, people);
  return list === null || list.end < speaker.trim().length
    ? somebody([speaker], people)
    : somebody(list.names, people);
}

/** Whether somebody typed it in a chat: whose line it is says nothing of who does it. */
export const isTyped = ({ speaker, speechStart, text }: Block): boolean =>
  speaker !== null && speechStart > 0 && text.startsWith(`<${speaker}>`);

/** Markers that are two letters, as initials are. */
const SHORT_MARKER = /^[[({<\s]{0,2}(A[IP])\b/;
const INITIALS = /^\p{Lu}{2,3}$/u;
const FEW = 2;

/** `KT: …`. */
const SAID_BY = /^\p{Lu}{2,3}:\s/u;
const saysInitials = (line: Block | null): boolean =>
  line !== null && SAID_BY.test(line.text) && !SHORT_MARKER.test(line.text);

/**
 * Whether what looks like a marker is who speaks: `AP: …` where Ada Perkins is present, where others speak as `JS:`
 * and `KT:`, or where one of them speaks right before or behind it.
 *
 * @param isTakenOn Whether the words behind it say who is to do it.
 */
export function isInitials(mark: string, block: Block, people: People, isTakenOn: boolean): boolean {
  const word = SHORT_MARKER.exec(mark)?.[1];
  if (word === undefined) return false;
  const isSpeaker = people.all.some(({ name }) => name === word);
  if (!isSpeaker && people.isKnown(word)) return true;
  const others = people.all.filter(({ name }) => INITIALS.test(name) && !SHORT_MARKER.test(name));
  const isTalk = others.length >= FEW || saysInitials(block.previous) || saysInitials(block.next);
  return isTalk && !isTakenOn;
}

const MAX_LEVELS = 12;
const isLabelOnly = (block: Block): boolean => block.text.slice(block.speechStart).trim() === "";
const asks = (block: Block): boolean => block.text.trimEnd().endsWith("?");

/**
 * Who speaks in a block: in the block itself, in the item above it, or further up where an item is nothing
 * but a name (`Ada:` with what she says below). null: the notes do not say.
 */
export function speakerAt(block: Block): string | null {
  if (block.speaker !== null) return block.speaker;
  const { parent } = block;
  if (parent === null) return null;
  if (parent.speaker !== null) return asks(parent) ? null : parent.speaker;
  let at = parent.parent;
  for (let level = 0; at !== null && level < MAX_LEVELS; level += 1, at = at.parent) {
    if (at.speaker !== null) return isLabelOnly(at) ? at.speaker : null;
  }
  return null;
}
