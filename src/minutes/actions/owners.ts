import type { People } from "../people.ts";
import { endsNear, type Near } from "../../language/text/near.ts";
import { behindSigns } from "../../language/signs.ts";
import { trimEnd, trimStart } from "../../language/text/trim.ts";
import { isImperative } from "../../language/verbs.ts";
import { isNobody, maybeName, readNames, somebody, type NameList } from "../../language/names.ts";
import { HEAD_BRACKET, readBrackets, readInBracket, type Found } from "./owner-brackets.ts";
import { isHandedOn } from "./handed-on.ts";
import { isNoHandle, isNoName, readHandle } from "./handles.ts";

/**
 * Who is to do it:
 *
 * | habit | example |
 * | --- | --- |
 * | before what is to be done | `Ada to write it`, `Ada & Linus will …`, `@ada: …`, `For Ada: …` |
 * | before a colon or dash | `Ada: write it`, `Ada - write it` |
 * | in brackets, before or behind | `(Ada) write it`, `write it [Ada, Linus]`, `write it (@ada, by Friday)` |
 * | behind a label or dash | `write it. Owner: Ada`, `write it -- Ada`, `write it @ada` |
 * | as the subject of anything else | `Ada and Linus continue with it`, `needs the keys from Ada` |
 * | in a later clause | `let's ship in May, Ada to tag it`, `Rename it, Ada agreed to do so` |
 * | nothing else | `TODO: Ada` |
 * | in bold or italics behind it | `write it **Ada**` (`emphasized.ts`) |
 * | in the first person | `I'll write it` of who speaks |
 */
export interface Owners {
  /** As written, without `@`; empty: nobody in particular. */
  readonly owners: readonly string[];
  /** Where the words behind the owner begin; 0: the owner is part of the sentence. */
  readonly from: number;
  /** Where the words before the owner end. */
  readonly until: number;
}

/** What comes behind a name that takes something on. */
const COMMITS = new RegExp(
  "^(?:\\s*\\([^()]{0,40}\\))?,?(?:\\s+(?:also|then|still|and|please|kindly|both|just|now|all|" +
    "will still))*\\s*(?:(?:to|will|'ll|shall|should|must|can|could|may|might|would|needs? to|has to|" +
    "have to|is to|are to|ought to|agree[sd]? to|agreed|volunteer(?:s|ed)?(?: to)?|offer(?:s|ed)? to|" +
    "promise[sd]? to|plans? to|(?:is|are|am) (?:going|planning|happy|hoping|set|due) to|going to|" +
    "wants? to|tries to|tasked (?:with|to)|takes?|took|taking|owns?)(?=\\s))",
);
const TO = /^(?:\s*\([^()]{0,40}\))?,?(?:\s+(?:also|then|still|and|please|kindly|both|just))*\s+to(?=\s)/;
/** After a bare `to` comes a verb, not a noun: "Reply to the list" has no owner. */
const NO_VERB = new RegExp(
  "^\\s+(?:to\\s+)?(?:the|a|an|his|her|their|our|this|that|it|them|us|me|my|your|all|any|each|every|" +
    "\\p{Lu}\\p{Ll}+|\\d+)\\b",
  "u",
);

/** A verb at the head of a sentence in a capital is no name, unless the page knows somebody so called. */
function isVerb(list: NameList): boolean {
  const first = (list.names[0] ?? "").split(" ")[0] ?? "";
  return !list.isKnown && list.names.length === 1 && !isNobody(first) && isNoName(first);
}

function commitsAt(text: string, list: NameList): number {
  const behind = text.slice(list.end, list.end + 80);
  const bare = TO.exec(behind);
  const match = bare ?? COMMITS.exec(behind);
  if (match === null) return -1;
  const last = list.names.at(-1) ?? "";
  if (bare !== null && !list.isKnown && !isNobody(last) && isNoHandle(last)) return -1;
  return bare !== null && NO_VERB.test(behind.slice(match[0].length)) ? -1 : match[0].length;
}

/** `Release working group to draft it`: several people, so nobody in particular. */
const GROUP_SUBJECT = new RegExp(
  "^((?:[\\p{L}-]+ ){0,4}(?:group|team|committee|council|board|members|attendees|participants|wg|sig|" +
    "folks|maintainers))(?= (?:to|will) \\p{Ll})",
  "iu",
);

/** `Ada to …`, `Ada will …`: the owner is part of the sentence. */
function readSubject(text: string, at: number, people: People): Found | null {
  const group = GROUP_SUBJECT.exec(text.slice(at))?.[1];
  if (group !== undefined && !people.isKnown(group)) {
    const list = { names: [group], start: at, end: at + group.length, isKnown: false };
    return { list, from: at, until: text.length };
  }
  const list = readNames(text, at, people);
  if (list === null || isVerb(list)) return null;
  const length = commitsAt(text, list);
  return length < 0 ? null : { list, from: at, until: text.length };
}

const LABEL_END = /^(?:\s*\([^()]{0,40}\))?\s*(:(?!\/\/)|\s-{1,2}\s|\s[–—]\s|->|→)\s*/;

/**
 * Before a colon, a word in a capital is as often a subject; where nobody else is known, or with a surname, it is a
 * name.
 */
function mayBeSomebody(name: string, people: People): boolean {
  if (isNobody(name, people) || people.isKnown(name)) return true;
  if (/-\p{Ll}/u.test(name)) return false;
  return people.all.length < 3 || /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(name);
}

/** `Ada: …`, `Ada - …`, `@ada …`, `For Ada: …`. */
function readLabel(text: string, at: number, people: People): Found | null {
  const lead = /^(?:for|on|assigned to|by) /i.exec(text.slice(at))?.[0].length ?? 0;
  const list = readNames(text, at + lead, people);
  if (list === null || isVerb(list)) return null;
  const end = LABEL_END.exec(text.slice(list.end));
  if (end === null) {
    const isLogin = text[at] === "@" && /^\s/.test(text.slice(list.end));
    return isLogin ? { list, from: list.end, until: text.length } : null;
  }
  const from = list.end + end[0].length;
  const isSure = list.isKnown || list.names.every((name) => isNobody(name, people));
  return isSure || isLabel(list, end[1] === ":", text.slice(from), people)
    ? { list, from, until: text.length }
    : null;
}

/**
 * Whether names that nobody introduced are who does it: an order follows them, or they look like nothing else.
 */
function isLabel(list: NameList, hasColon: boolean, behind: string, people: People): boolean {
  if (list.end - list.start > 40) return false;
  const isOrder =
    list.names.every((name) => maybeName(name) && !/-\p{Ll}/u.test(name)) && isImperative(behind);
  return isOrder || (hasColon && list.names.every((name) => mayBeSomebody(name, people)));
}

const TAIL_LABEL = /\b(?:owners?|assignees?|assigned to|responsible|who|dri|poc|action on|lead) ?[:=] ?/i;
const BEFORE_TAIL_LABEL = /[\s,.;|([-]/;
const TAIL_DASH = /(?:\s-{1,3}|\s?[–—]|[:;|,.] )\s*(?=\S)/g;

const isWhole = (text: string, list: NameList): boolean => /^[\s.!;]*$/.test(text.slice(list.end));
/** "Talk to @ada" is not hers, nor is "thanks @ada". */
export const MENTIONS = new RegExp(
  "\\b(?:with|by|to|from|for|of|ask|tell|cc|via|thanks|thank|and|on|ping|tag|at|help|notify|contact|" +
    "invite|about|per|as)$",
  "i",
);

const LOGIN = /@[A-Za-z\d][\w-]*/g;
const BETWEEN_LOGINS = /^(?:,? (?:and|&) |[,/&] ?| )$/;
const MOST_LOGINS = 10;

/** Where the logins begin that a text ends in: `… @ada and @linus.` -1: it ends in none. */
function loginsAtEnd(text: string): number {
  let start = -1;
  let end = trimEnd(text, /[\s.!]/).length;
  let count = 0;
  for (const { 0: login, index } of [...text.matchAll(LOGIN)].toReversed()) {
    const behind = index + login.length;
    const isTied = start === -1 ? behind === end : BETWEEN_LOGINS.test(text.slice(behind, end));
    if (!isTied || count === MOST_LOGINS) break;
    if (/\s/.test(text[index - 1] ?? "")) start = index;
    end = index;
    count += 1;
  }
  return start;
}

/** `… -- Ada`, `… Owner: Ada`, `… @ada`. */
function readTail(text: string, at: number, people: People): Found | null {
  const label = TAIL_LABEL.exec(text.slice(at));
  if (label !== null) {
    const list = readNames(text, at + label.index + label[0].length, people);
    const before = trimEnd(text.slice(at, at + label.index), BEFORE_TAIL_LABEL);
    if (list !== null) return { list, from: at, until: at + before.length };
  }
  let dashed: Found | null = null;
  for (const match of text.slice(at).matchAll(TAIL_DASH)) {
    const list = readNames(text, at + match.index + match[0].length, people);
    if (list?.isKnown === true && match.index > 0 && isWhole(text, list))
      dashed ??= { list, from: at, until: at + match.index };
  }
  if (dashed !== null) return dashed;
  const login = at + loginsAtEnd(text.slice(at));
  if (login < at || MENTIONS.test(text.slice(at, login).trimEnd())) return null;
  const list = readNames(text, login, people);
  return list === null ? null : { list, from: at, until: login };
}

/** `let's ship in May, Ada to tag it`: somebody takes it on in a later clause. */
function readClause(text: string, at: number, people: People): Found | null {
  for (const match of text
    .slice(at)
    .matchAll(/[,;.:?!)]\s+(?:and |so |then |but )?|\s-{1,2}\s+|\s[–—]\s+|\s>\s+/g)) {
    const start = at + match.index + match[0].length;
    const list = readNames(text, start, people);
    if (list === null || isVerb(list) || !list.names.some((name) => !isNobody(name, people))) continue;
    if (!list.isKnown && !list.names.every((name) => maybeName(name))) continue;
    if (commitsAt(text, list) >= 0) return { list, from: at, until: text.length };
  }
  return null;
}

/** `Sumana - Bernard - Georgia` and `Ada, follow up`: names that a dash ties together are one list. */
function readOnlyNames(text: string, at: number, people: People): Found | null {
  const list = readNames(text, at, people);
  if (list === null || !isWhole(text, list) || isVerb(list)) return null;
  const mayBe =
    list.isKnown ||
    list.names.every((name) => isNobody(name, people) || /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(name));
  return mayBe ? { list, from: at, until: text.length } : null;
}

const NEEDS: Near = { words: /\bneeds? (?=[^.;]{3})/g, within: 80, but: /[.;]/ };

/** `needs the keys from Ada`: it is hers to give. */
function readGiver(text: string, at: number, people: People): Found | null {
  for (const { index } of text.slice(at).matchAll(/ from (?=[\p{Lu}@])/gu)) {
    if (!endsNear(text.slice(Math.max(at, at + index - 100), at + index), NEEDS)) continue;
    const list = readNames(text, at + index + " from ".length, people);
    return list?.isKnown === true ? { list, from: at, until: text.length } : null;
  }
  return null;
}

/** `Ada and Linus continue with it`: whoever the words begin with, if that is somebody. */
function readHead(text: string, at: number, people: People): Found | null {
  const list = readNames(text, at, people);
  if (list === null || isVerb(list) || !/^,? \p{Ll}/u.test(text.slice(list.end))) return null;
  const areTwo =
    list.names.length > 1 &&
    / (?:and|&) /.test(text.slice(list.start, list.end)) &&
    list.names.every((name) => maybeName(name) && !isNobody(name, people));
  return list.isKnown || areTwo ? { list, from: at, until: text.length } : null;
}

/** `not Ada`, `was Grace`. */
const NOT_ANY_MORE = /^(?:not|was|formerly|previously|ex|instead of|except|maybe|perhaps|possibly)\b/i;

/** `Grace?`, `was Grace`: nobody is sure. */
const isUnsure = (text: string): boolean =>
  NOT_ANY_MORE.test(trimStart(text, /\W/)) || /[?？]$/.test(trimEnd(text, /[\s)\].*_]/));

/** Rules look no further: the owner is near its head, or at the end of something short. */
const MAX_LENGTH = 1500;

/**
 * Finds who is to do something.
 *
 * @param words The action's words, behind its marker.
 * @returns null: its own words name nobody, not even "all".
 */
export function readOwners(words: string, people: People): Owners | null {
  const text = words.slice(0, MAX_LENGTH);
  if (isHandedOn(text, people)) return { owners: [], from: 0, until: text.length };
  const at = behindSigns(text);
  const found =
    readOnlyNames(text, at, people) ??
    readSubject(text, at, people) ??
    readLabel(text, at, people) ??
    readBrackets(text, at, people) ??
    readTail(text, at, people) ??
    readClause(text, at, people) ??
    readGiver(text, at, people) ??
    readHead(text, at, people);
  const handle = found === null ? readHandle(text.slice(at)) : null;
  if (handle !== null) return { owners: handle.owners, from: 0, until: text.length };
  if (found === null) return null;
  return { owners: somebody(found.list.names, people), from: found.from, until: found.until };
}

/** Whether a text begins with somebody who is to do something, be it "all". */
export function isSubject(text: string, people: People): boolean {
  const subject = readSubject(text, 0, people);
  return subject !== null && !/^\s*(?:can|could|may|might|would)\b/.test(text.slice(subject.list.end));
}

/**
 * Whether a text says who is to do it in so many words: a subject with a verb, or the name of somebody known in
 * front.
 */
export function isTakenOn(text: string, people: People): boolean {
  const at = behindSigns(text);
  const subject = readSubject(text, at, people);
  if (subject !== null) {
    return (
      subject.list.names.some((name) => !isNobody(name, people)) || TO.test(text.slice(subject.list.end))
    );
  }
  const label = readLabel(text, at, people);
  const isSure =
    label !== null && (label.list.isKnown || label.list.names.every((name) => isNobody(name, people)));
  const head = HEAD_BRACKET.exec(text.slice(at))?.[1];
  return (
    isSure ||
    (head !== undefined && readInBracket(head, people, false) !== null) ||
    readHandle(text.slice(at)) !== null
  );
}

/** The names of an owner's cell or marker: `Ada`, `@ada and Linus`, `all`. */
export function readOwnerList(text: string, people: People): string[] {
  if (isHandedOn(text, people) || isUnsure(text)) return [];
  const trimmed = trimEnd(trimStart(text, /[\s:(-]/), /[\s:)-]/);
  const list = readNames(trimmed, 0, people);
  if (list === null) return /^\p{L}[\w.-]*$/u.test(trimmed) && !isNobody(trimmed, people) ? [trimmed] : [];
  return somebody(list.names, people);
}
