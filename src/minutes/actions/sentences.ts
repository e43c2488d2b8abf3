import type { People } from "../people.ts";
import { isNobody, readNames, somebody, type NameList } from "../../language/names.ts";
import { isNoName } from "./handles.ts";

/** A sentence, or a clause in it, as the rules of implied actions look at it. */
export interface Sentence {
  /** From its first word to the end of the sentence. */
  readonly text: string;
  /** Whose names it begins with; null: nobody's. */
  readonly head: NameList | null;
  /** Who speaks it: its block's speaker, or that of the item above. */
  readonly speaker: string | null;
  readonly people: People;
  /** Whether a text gives a day. */
  readonly hasDue: (text: string) => boolean;
}

/** Whose it is, where a sentence implies an action; null: it implies none. */
export type Rule = (sentence: Sentence) => { readonly owners: readonly string[] } | null;

/** Whether names are of people, as far as capitals tell. */
export const isPerson = (list: NameList, people: People): boolean =>
  list.names.some((name) => !isNobody(name, people)) &&
  (list.isKnown || list.names.every((name) => /^@|^\p{Lu}/u.test(name)));

/**
 * The names at the head of a sentence, unless it is a verb or another word that only looks like one: "Mark the
 * release".
 */
export function headOf(text: string, people: People): NameList | null {
  const list = readNames(text, 0, people);
  if (list === null || !isPerson(list, people)) return null;
  return !list.isKnown && list.names.length === 1 && isNoName((list.names[0] ?? "").split(" ")[0] ?? "")
    ? null
    : list;
}

/** The word at an offset; empty: none begins there. */
export const wordAt = (text: string, at: number): string =>
  /^[\p{L}-]+/u.exec(text.slice(at, at + 40))?.[0] ?? "";

/** The names of who speaks. */
export const speakerNames = (speaker: string): string[] => somebody(speaker.split(/, | & |\/| and /));

/** Verbs that tell what will be, not what somebody does. */
const NO_WORK = new RegExp(
  "^(?:not|never|no longer|likely|be (?!\\p{L}+ing\\b)|need(?: to)? be|depends?|have (?!to\\b)|cost|" +
    "cause|mean|become|remain|stay|happen|take (?:a|some|time|longer|place)|" +
    "get (?:to|there|worse|better|a|in|stranger)|come|see (?!if|whether|to)|know|want|like|hear|always|" +
    "go away|break|fail|affect|apply to|result|tend|say|said|tell you|read|allow|hope|hopefully|agree|" +
    "assume|expect|think|feel|love|prefer|wonder|understand|believe|miss|lose|attend|skip|" +
    "leave (?:early|now|at)|join us)\\b",
  "u",
);

/** `go in 1.4`, `be released with v2`: what becomes of a thing. */
const REACHES_RELEASE = new RegExp(
  "^(?:be |get )?(?:(?:go|come|appear|make it|includ(?:e|ed)|" +
    "(?:ship|land|release|merge)(?:p?ed|d)?) ?)?(?:out )?(?:in|into|with|as part of) " +
    "(?:(?:the|our|next|version|release|milestone) )*v?(?:\\d{1,4}\\.\\d|(?<=v)\\d)",
  "i",
);

/** Whether what is at an offset, behind "will" and the like, says in which release a thing will be. */
export const reachesRelease = (text: string, at: number): boolean =>
  REACHES_RELEASE.test(text.slice(at, at + 60));

/** Whether what is at an offset, behind "will" and the like, is something that somebody does. */
export const isWork = (text: string, at: number): boolean =>
  !NO_WORK.test(text.slice(at, at + 40)) && !reachesRelease(text, at);

/** Words between an auxiliary and its verb. */
export const AUXILIARY =
  "(?: (?:also|then|still|now|both|all|just|definitely|try to|probably|likely|continue to|need to|need|have to|help))*";

export interface Part {
  readonly text: string;
  readonly start: number;
  readonly isClause: boolean;
}

const CUT = new RegExp(
  "[.!?;](?=\\s)|\\s-{1,2}(?=\\s)|\\s[–—](?=\\s)|\\s?[→>](?=\\s)|->|:(?=\\s)|,(?=\\s)|[([](?=\\p{L})|" +
    "\\s(?:that|and|then|but|so)(?=\\s@?\\p{Lu}|\\s(?:will|I'll)\\s)",
  "gu",
);
const LEAD =
  /^(?:[\s>*"'([,:-]|=>|[→⇒•]|\p{Extended_Pictographic}|\uFE0F|\u200D|(?:and|but|so|then|that) )*/u;
const MAX_PARTS = 60;

/** The sentences of a text and the clauses in them, in their order. */
export function partsOf(text: string, from: number): Part[] {
  const parts: Part[] = [];
  let start = from;
  let isClause = false;
  const add = (end: number) => {
    const part = text.slice(start, end);
    const lead = LEAD.exec(part)?.[0].length ?? 0;
    if (part.trim() !== "") parts.push({ text: text.slice(start + lead), start: start + lead, isClause });
    start = end;
  };
  for (const match of text.slice(from).matchAll(CUT)) {
    if (parts.length >= MAX_PARTS) break;
    add(from + match.index + match[0].length);
    isClause = !/[.!?;([]/.test(match[0]);
  }
  add(text.length);
  return parts.map((part, index) => ({
    ...part,
    text: part.text
      .slice(0, (sentenceEnd(parts, index) ?? text.length) - part.start)
      .trimEnd()
      .replace(/ {2,}/g, " "),
  }));
}

/** Where the sentence of a part ends: where the next part that is no clause begins. */
function sentenceEnd(parts: readonly Part[], index: number): number | undefined {
  return parts.slice(index + 1, index + 12).find((part) => !part.isClause)?.start;
}
