import type { Block } from "../page.ts";
import type { People } from "../people.ts";
import { readNames, somebody } from "../wording/names.ts";

/** The names of who speaks: `Ada & Linus` are two. */
export function speakersOf(speaker: string, people: People): string[] {
  const list = people.isKnown(speaker) ? null : readNames(speaker, 0, people);
  return list === null || list.end < speaker.trim().length ? somebody([speaker]) : somebody(list.names);
}

const MAX_LEVELS = 12;
const isLabelOnly = (block: Block): boolean => block.text.slice(block.spokenAt).trim() === "";
const asks = (block: Block): boolean => block.text.trimEnd().endsWith("?");

/**
 * Who speaks where a block stands: in the block itself, in the item above it, or further up where an item is nothing but
 * a name (`Ada:` with what she says below). null: the notes do not say.
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
