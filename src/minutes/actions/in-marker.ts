import { endOf } from "../../language/text/trim.ts";

/** What is between the word of a marker and its colon, and where the words behind it begin. */
export interface InMarker {
  /** As written; empty: no one. */
  readonly owners: string;
  /** Whether they are names one behind the other, without brackets or a word in front: `ACTION Ada: …`. */
  readonly areBare: boolean;
  readonly end: number;
  /** Whether a colon ends the marker, and not a dash or an arrow. */
  readonly hasColon: boolean;
}

/** What ends a marker. */
export interface MarkerEnd {
  /** Sticky: a colon or the like with marks and blanks in front. */
  readonly whole: RegExp;
  /** With the flag `g`: what does the same as the colon. */
  readonly sign: RegExp;
}

/** `ACTION: `, `TODO -> `, at the head of a text. */
export const FRONT_END: MarkerEnd = {
  whole: /[\s*_]{0,6}(?::(?!\/\/)|=>|->|→)[*_]{0,6}/y,
  sign: /=>|->|→/g,
};

/** `… ACTION: `, `… TODO -- `, behind what was said. */
export const INSIDE_END: MarkerEnd = {
  whole: /[\s*_]{0,6}(?::(?!\/\/)|\s-{1,2}\s|\s[–—]\s)/y,
  sign: /\s-{1,2}\s|\s[–—]\s/g,
};

const BRACKET = / ?[([][^()[\]]+[)\]]/y;
const LONGEST_BRACKET = 63;
const TO = / (?:on|for|by|to|assigned to|owned by|@) ?(?=[\p{L}@])|,? by (?=\d)/iuy;
const DASH = / [-–—] (?=[\p{L}@])/uy;
const NAMES =
  / (?:\p{Lu}|@)[\p{L}\p{M}\d_.'@-]*(?:(?:,? (?:and|&|\/) |, ?|[&+/]| )(?:\p{Lu}|@)[\p{L}\p{M}\d_.'@-]*){0,4}/iuy;
const LONGEST_OWNERS = 51;
const LONGEST_BEHIND_DASH = 41;
const MARKS = /[*_]/y;

/**
 * Who may be between the word and its colon: `(Ada)`, `[Ada]`, `on Ada`, ` - Ada`, `Ada and Linus`, `ALL`.
 *
 * @returns null where no such end follows them.
 */
export function readInMarker(text: string, at: number, end: MarkerEnd): InMarker | null {
  return (
    inBracket(text, at, end) ??
    upToSign(text, at, BEHIND_TO, end) ??
    upToSign(text, at, BEHIND_DASH, end) ??
    bareNames(text, at, end) ??
    closed(text, [at, at], end)
  );
}

/** What ends at the end of the marker. */
function closed(
  text: string,
  [from, to]: readonly [from: number, to: number],
  { whole }: MarkerEnd,
  areBare = false,
): InMarker | null {
  const end = endOf(text, whole, to);
  if (end === to) return null;
  const hasColon = text.slice(to, end).includes(":");
  return { owners: text.slice(from, to).trim(), areBare, end, hasColon };
}

function inBracket(text: string, at: number, end: MarkerEnd): InMarker | null {
  const bracket = endOf(text, BRACKET, at);
  if (bracket === at || bracket - at > LONGEST_BRACKET) return null;
  const found = closed(text, [at, bracket], end);
  return found === null ? null : { ...found, owners: found.owners.slice(1, -1).trim() };
}

/** What may come before owners in a marker. */
interface OwnersBehind {
  /** Sticky. */
  readonly lead: RegExp;
  readonly longest: number;
  /** Which of several signs ends them. */
  readonly which: "first" | "last";
}

const BEHIND_TO: OwnersBehind = { lead: TO, longest: LONGEST_OWNERS, which: "last" };
const BEHIND_DASH: OwnersBehind = { lead: DASH, longest: LONGEST_BEHIND_DASH, which: "first" };

/** Anything but brackets up to a colon, or to the first or last sign that does the same. */
function upToSign(
  text: string,
  at: number,
  { lead, longest, which }: OwnersBehind,
  end: MarkerEnd,
): InMarker | null {
  const from = endOf(text, lead, at);
  if (from === at) return null;
  const near = text.slice(from, from + longest + 8);
  const stop = near.search(/[:()[\]]/);
  const run = near.slice(0, stop === -1 ? longest : stop);
  const hasColon = stop !== -1 && near[stop] === ":" && !near.startsWith("://", stop);
  const signs = [...run.matchAll(end.sign)].filter(({ index }) => index > 0 && index <= longest);
  const sign = which === "first" ? signs[0] : signs.at(-1);
  if (sign !== undefined && (which === "first" || !hasColon)) {
    const behind = from + sign.index + sign[0].length;
    return {
      owners: run.slice(0, sign.index).trim(),
      areBare: false,
      end: behindMarks(text, behind),
      hasColon: false,
    };
  }
  if (!hasColon || run.trimEnd().length > longest) return null;
  return {
    owners: run.trim(),
    areBare: false,
    end: behindMarks(text, from + run.length + 1),
    hasColon: true,
  };
}

function behindMarks(text: string, at: number): number {
  let end = at;
  while (endOf(text, MARKS, end) > end) end += 1;
  return end;
}

function bareNames(text: string, at: number, end: MarkerEnd): InMarker | null {
  const names = endOf(text, NAMES, at);
  if (names === at) return null;
  // `Ada->`: the hyphen is the arrow's.
  return (
    closed(text, [at, names], end, true) ??
    (text[names - 1] === "-" ? closed(text, [at, names - 1], end, true) : null)
  );
}
