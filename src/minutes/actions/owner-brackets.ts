import type { People } from "../people.ts";
import { isNobody, maybeName, readNames, type NameList } from "../../language/names.ts";

/** Names of owners in a text, and where the action's words begin and end without them. */
export interface Found {
  readonly list: NameList;
  readonly from: number;
  readonly until: number;
}

const BRACKET_LABEL = new RegExp(
  "^(?:owners?|assignees?|assigned(?: to)?|responsible|lead|by|who|dri|poc|action)\\s*[:=]?\\s+|" +
    "^(?:owners?|assignees?|who|lead|dri|poc)[:=]\\s*",
  "i",
);
const AFTER_NAMES = /^\s*(?:$|[,;]|\bby\b|-|–|due\b|before\b)/;

/** Names that fill a bracket: `(Ada)`, `[owner: Ada]`, `(@ada, by Friday)`. */
export function readInBracket(inner: string, people: People, isOnlyHint: boolean): NameList | null {
  const label = BRACKET_LABEL.exec(inner)?.[0].length ?? 0;
  const list = readNames(inner, label, people);
  if (list === null || !AFTER_NAMES.test(inner.slice(list.end))) return null;
  const isSure = list.isKnown || label > 0 || list.names.some((name) => isNobody(name, people));
  const looksLikeOne = list.names.every((name) => /^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.-]*)+$/u.test(name));
  const isShort =
    isOnlyHint && list.names.every((name) => /^\p{Lu}\p{Ll}+$/u.test(name)) && list.end === inner.length;
  return isSure || looksLikeOne || isShort ? list : null;
}

export const HEAD_BRACKET = /^[([]([^()[\]]{1,60})[)\]]\s*:?\s*/;
const TAIL_BRACKET = /[([]([^()[\]]{1,80})[)\]][\s.]{0,5}$/;
const BRACKET = /[([]([^()[\]]{1,60})[)\]]/g;
/** `(Ada) tag it`, `[Margaret]: tag it`, `tag it [Ada, Linus]`. */
export function readBrackets(text: string, at: number, people: People): Found | null {
  const head = HEAD_BRACKET.exec(text.slice(at));
  const inHead = head?.[1] === undefined ? null : readInBracket(head[1], people, false);
  if (head !== null && inHead !== null)
    return { list: inHead, from: at + head[0].length, until: text.length };
  if (head !== null && /\]\s*:/.test(head[0])) {
    const list = readNames(head[1] ?? "", 0, people);
    const isName = list !== null && list.end === head[1]?.length && list.names.every(maybeName);
    if (isName) return { list, from: at + head[0].length, until: text.length };
  }
  const tail = TAIL_BRACKET.exec(text.slice(at));
  const inTail = tail?.[1] === undefined ? null : readInBracket(tail[1], people, people.all.length < 2);
  if (tail !== null && inTail !== null) return { list: inTail, from: at, until: at + tail.index };
  for (const match of text.slice(at).matchAll(BRACKET)) {
    const inside = readInBracket(match[1] ?? "", people, false);
    if (inside?.isKnown === true) return { list: inside, from: at, until: text.length };
  }
  return null;
}
