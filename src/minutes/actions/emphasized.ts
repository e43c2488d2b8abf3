import type { Block } from "../page.ts";
import type { People } from "../people.ts";
import { maybeName, readNames, somebody, type NameList } from "../../language/names.ts";
import { trimEnd } from "../../language/text/trim.ts";
import { MENTIONS, type Owners } from "./owners.ts";

/** A name in two parts, as no other word in bold looks where nobody is known. */
const FULL_NAME = /^\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’.-]*)+$/u;
const BEHIND = /[\s.,;:!)\]*_]/;
const BEFORE = /[\s,;:([&+/*_–—-]/;
const MOST_SPANS = 6;

/**
 * Who is to do it, where names in bold or italics end the words: `Order the string **Ada Byron**`.
 *
 * @param start Where the words begin in the block.
 * @param words The block's text from there on, of the same length; it may be blanked in part.
 */
export function readEmphasized(block: Block, start: number, words: string, people: People): Owners | null {
  return readAtEnd(block, start, words, people) ?? readAtEnd(block, start, withoutDue(words), people);
}

function readAtEnd(block: Block, start: number, words: string, people: People): Owners | null {
  const names: string[] = [];
  let end = trimEnd(words, BEHIND).length;
  for (const span of block.spans.toReversed()) {
    if (span.kind !== "strong" && span.kind !== "emphasis") continue;
    const [from, until] = [span.start - start, span.end - start];
    // Two marks around one name: `***Ada***`.
    if (names.length > 0 && from >= end) continue;
    if (from <= 0 || until < end || names.length >= MOST_SPANS) break;
    const list = namesOf(words.slice(from, Math.max(end, from)), people);
    if (list === null) break;
    names.unshift(...list.names);
    end = trimEnd(words.slice(0, from).replace(/\s(?:and|und|et|y)\s*$/, ""), BEFORE).length;
  }
  const isMention = MENTIONS.test(words.slice(0, end));
  return names.length === 0 || isMention ? null : { owners: somebody(names, people), from: 0, until: end };
}

/** By when, behind whose it is: `**Ada**, by Friday`. */
const DUE = /\b(?:due|by|before|until|till)\b/gi;
const LONGEST_DUE = 40;

function withoutDue(words: string): string {
  const from = Math.max(0, words.length - LONGEST_DUE);
  const at = [...words.slice(from).matchAll(DUE)].at(-1)?.index;
  const isDue = at !== undefined && !/[.;]\s/.test(words.slice(from + at));
  return isDue ? trimEnd(words.slice(0, from + at), /[\s,;(]/) : words;
}

/** The names of a text that is nothing else. */
function namesOf(text: string, people: People): NameList | null {
  const list = readNames(text, 0, people);
  if (list === null || list.end < trimEnd(text, BEHIND).length) return null;
  const areNames = list.names.every((name) => maybeName(name) && FULL_NAME.test(name));
  return list.isKnown || (people.all.length < 2 && areNames) ? list : null;
}
