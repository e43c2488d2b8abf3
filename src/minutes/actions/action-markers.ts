import escapeStringRegexp from "escape-string-regexp";
import { allPatterns } from "../../language/languages.ts";
import { endsNear, type Near } from "../../language/text/near.ts";
import { findHanded } from "./handed.ts";
import { isNoName } from "./handles.ts";
import { FRONT_END, type InMarker, INSIDE_END, readInMarker } from "./in-marker.ts";

/**
 * Words that mark an action:
 *
 * | habit | example | rule |
 * | --- | --- | --- |
 * | in front | `TODO: Ada`, `Action item 3: …`, `Next step: …`, `ACTION Ada to …`, `ACTION_ITEM: …`,
 *   `#action Ada to …`, `AI - Ada` | front |
 * | in front, with the owner in it | `[ACTION - Ada] …`, `ACTION (Ada): …`, `TODO(ada): …`, `ACTION ALL: …` | front,
 *   bracket |
 * | behind what was said | `Why is it slow? -> Action: ask Ada`, `Ada: to do -- the slides` | inside |
 * | behind it, with nothing but who does it | `The keys are lost. Action: Ada` | inside |
 * | in front, who does it in brackets | `Action item (Ada) to …`, `Action (Ada) …` | `labels.ts` |
 * | in brackets behind it | `Tag the release (ACTION)`, `… [AI: Ada]` | bracket |
 * | as a sentence | `Ada takes the action to …`, `Ada has an action item to …`, `Action on Ada and Linus to …` | taken |
 * | with the day in it | `Action on Ada by 1 June: …`, `TODO (by Friday): …` | `marked.ts` |
 */
export interface ActionMarker {
  /** Where the marker and where the action's words begin. */
  readonly start: number;
  readonly end: number;
  /** Where the action's words end. */
  readonly until: number;
  /** The owner in the marker itself, as written: `Ada`, `@ada`; empty: no one. */
  readonly owners: string;
  /** `before`: its words come before the marker; `taken`: all around it. */
  readonly place: "front" | "inside" | "before" | "taken";
}

const MARK = allPatterns(({ markers }) => markers?.actions);
const HINT = allPatterns(({ markers }) => markers?.actionHints);
const NUMBER =
  "(?: ?(?:#|no\\.?|number)? ?\\d{1,4}(?:\\.\\d{1,2}){0,2}(?![\\w/])| ?-\\d{1,4}\\b| ?[A-Z]\\d{1,4}\\b)?";
interface MarkerRules {
  readonly hint: RegExp;
  readonly front: RegExp;
  readonly hash: RegExp;
  readonly dashed: RegExp;
  readonly inside: RegExp;
  readonly bracket: RegExp;
}

const escapeWord = (word: string): string => escapeStringRegexp(word).replace(/\s+/g, "[ _-]");

function makeRules(extra: readonly string[]): MarkerRules {
  const words = extra.map((word) => escapeWord(word.trim().toLowerCase()));
  const own = words.map((word) => `|${word}`).join("");
  const any = `(?:${[...words, MARK].join("|")})`;
  return {
    hint: new RegExp(`${HINT}${own}`, "iu"),
    front: new RegExp(`#?(${any})(?!\\p{L})${NUMBER}`, "iuy"),
    hash: new RegExp(`^#(${any})${NUMBER}\\b[\\s:]*`, "iu"),
    dashed: new RegExp(`^(${any})${NUMBER}(?: (?:-{1,2}|[–—]) +|\\s*[;–—]\\s*|\\s*-{2}\\s*)[*_]*`, "iu"),
    inside: new RegExp(
      `(^|[.?!;)\\]:,]|->|=>|→|⇒|>|\\s-{1,2}|\\s[–—]|\\|)[\\s*_]{0,4}(${any})(?!\\p{L})${NUMBER}`,
      "giu",
    ),
    bracket: new RegExp(
      `[[({<] ?(${any})${NUMBER}(?: ?[-–—:,|] ?| (?:on |for )?|(?=[\\])}>]))([^[\\](){}<>]{0,200}?) ?[\\])}>]`,
      "giu",
    ),
  };
}

const builtIn = makeRules([]);
const made = new WeakMap<readonly string[], MarkerRules>();

function rulesFor(extra: readonly string[]): MarkerRules {
  const known = extra.filter(
    (word) => !/^(?:to[ _-]?do|action(?: items?)?|ai)$/i.test(word.trim()) && word.trim() !== "",
  );
  if (known.length === 0) return builtIn;
  const rules = made.get(extra) ?? makeRules(known);
  made.set(extra, rules);
  return rules;
}

/** A bullet, arrow, emoji or bracket in front of the first word. */
const DECORATION = /^(?:[\s>*•◦▪●~_-]|=>|->|→|⇒|\p{Extended_Pictographic}|\uFE0F|\u200D|:[a-z_]+:)*/u;

/** Short markers are words of their own: `AI` the field, `ap` the wire service. */
const isShort = (word: string): boolean => /^a\.?[ip]\.?s?$/i.test(word);
const isShouted = (word: string): boolean =>
  /^(?:TO[ _-]?DO'?[sS]?|ACTION(?:[ _-]?(?:ITEM|POINT)S?)?s?|AIs?|APs?|A\.I\.)$/.test(word);
const isMarker = (word: string): boolean => !isShort(word) || isShouted(word);
/** Case does not count in the rules, but it does in a name: `ACTION Ada:`, not `Action item scribe:`. */
const isNameLike = ({ owners, areBare }: InMarker): boolean => !areBare || /^[\p{Lu}@]/u.test(owners);
/** What follows `TODO` where it is a thing and no marker: `TODO list`. */
const THING =
  /^\s*(?:lists?|items?|followups?|sections?|comments?|columns?|boards?|apps?|files?|labels?|states?)\b/i;

/** In front: `TODO: …`. */
function readFront(text: string, at: number, rules: MarkerRules): ActionMarker | null {
  const rest = text.slice(at);
  rules.front.lastIndex = 0;
  const front = rules.front.exec(rest);
  const owner = front === null ? null : readInMarker(rest, front[0].length, FRONT_END);
  if (owner !== null && isMarker(front?.[1] ?? "") && isNameLike(owner)) {
    return { start: at, end: at + owner.end, until: text.length, owners: owner.owners, place: "front" };
  }
  const tied = rules.hash.exec(rest) ?? rules.dashed.exec(rest);
  if (tied !== null && (rest.startsWith("#") || isMarker(tied[1] ?? ""))) {
    return { start: at, end: at + tied[0].length, until: text.length, owners: "", place: "front" };
  }
  return readShouted(text, at);
}

/** Without a colon or dash, a marker must be in capitals: `TODO tag it`, `ACTION Ada to tag it`. */
const SHOUTED = new RegExp(
  `^(TO[ _-]?DO[sS]?|ACTION(?:[ _-]?ITEM[sS]?)?|AI|AP|A\\.I\\.)${NUMBER}\\b[*_]*`,
  "u",
);
/** `TODOS are many`, `ACTION is needed`: something is said about them. */
const DESCRIBED = /^ (?:are|is|was|were|has|have|had|remains?)\b/;
/** A word that is also a thing needs a name behind it: `AI @ada`, `ACTION Ada to …`. */
const SOMEBODY = /^(?:$| @| (?:on|for) \p{Lu})/u;
const NAME = /^\p{Lu}[\p{L}.,&-]*$/u;
const MOST_NAMES = 4;
/** How far behind the marker a name may be. */
const NEAR = 120;

/** `Ada to`, `Ada, Grace and Linus will`. */
function beginsWithSomebody(behind: string): boolean {
  if (SOMEBODY.test(behind.trimEnd() === "" ? "" : behind)) return true;
  const [blank, ...words] = behind.slice(0, NEAR).split(" ");
  const end = words.findIndex((word) => /^(?:to|will|[-–—])$/.test(word));
  const names = words.slice(0, Math.max(0, end)).filter((word) => word !== "and" && word !== "&");
  const areNames = names.length > 0 && names.length <= MOST_NAMES && names.every((word) => NAME.test(word));
  return blank === "" && areNames && end < words.length - 1;
}

function readShouted(text: string, at: number): ActionMarker | null {
  const word = SHOUTED.exec(text.slice(at));
  if (word === null) return null;
  const end = at + word[0].length;
  const behind = text.slice(end);
  const isThing =
    THING.test(behind) ||
    DESCRIBED.test(behind) ||
    (!word[0].startsWith("TO") && !beginsWithSomebody(behind));
  return isThing ? null : { start: at, end, until: text.length, owners: "", place: "front" };
}

/** In brackets: `[ACTION - Ada] …`, `… (AI: Ada)`, `(TODO: tag it)`. */
function readBracket(text: string, at: number, rules: MarkerRules): ActionMarker | null {
  for (const match of text.matchAll(rules.bracket)) {
    const word = match[1] ?? "";
    const inner = (match[2] ?? "").trim();
    const start = match.index;
    const end = start + match[0].length;
    if (start < at || text[end] === "(" || !isMarker(word)) continue;
    if (/^[a-z]/.test(inner) && !/[:–—-]/.test(match[0].slice(word.length, word.length + 4))) continue;
    const isOwner =
      inner.length <= 50 &&
      !isNoName(inner) &&
      !/\s(?:to|will)\s+\p{Ll}/u.test(inner) &&
      /^(?:$|[@\p{Lu}]|all\b)/u.test(inner);
    const isFront = text.slice(at, start).trim() === "";
    if (!isOwner && !/\s/.test(inner)) continue;
    if (!isOwner)
      return {
        start,
        end: end - 1 - (match[2] ?? "").trimStart().length,
        until: end - 1,
        owners: "",
        place: "inside",
      };
    const behind = text.slice(end).replace(/^[\s:–—-]+/, "");
    if (isFront)
      return { start, end: text.length - behind.length, until: text.length, owners: inner, place: "front" };
    if (/^[\s.]*$/.test(behind)) return { start, end: at, until: start, owners: inner, place: "before" };
  }
  return null;
}

/** After what was said: `… -> Action: …`. */
function readInside(text: string, at: number, rules: MarkerRules): ActionMarker | null {
  for (const match of text.matchAll(rules.inside)) {
    if (match.index < at) continue;
    const word = match[2] ?? "";
    const lead = match[1] ?? "";
    const owner = readInMarker(text, match.index + match[0].length, INSIDE_END);
    if (owner === null || !isMarker(word) || !isNameLike(owner)) continue;
    // A comma or nothing but a dash is weak: only capitals, or a label of the speaker's (`Ada: to do -- …`).
    if (lead === "," && !isShouted(word)) continue;
    if (!owner.hasColon && !isShouted(word) && lead !== ":") continue;
    const start = match.index + match[0].toLowerCase().indexOf(word.toLowerCase(), lead.length);
    return { start, end: owner.end, until: text.length, owners: owner.owners, place: "inside" };
  }
  return null;
}

const TAKEN = [
  new RegExp(
    "\\b(?:takes?|took|will take|to take|taking|taken|accepts?|accepted|got|gets|has|have|picks? up|" +
      "picked up|given|assigned|owns?)\\b(?: on)? (?:(?:the|an?|this|that|it as an?|his|her|their|one|" +
      "another) )(?:open |new |follow-?up )?(?:action(?: item| point)?|AI|to-?do)\\b" +
      "(?! (?:list|plan|against|before|register))",
    "u",
  ),
  /\b(?:takes?|took|will take|to take|has|have) action(?: items?)? to \p{Ll}|(?<=\p{L} )TODO to \p{Ll}/u,
];
const DENIED: Near = {
  words: /\b(?:no|not|n't|never|nobody|no one|none|would|could|should|if|whether|who|can|had|any)\b/gi,
  within: 25,
  but: /[.;]/,
};

function readTaken(text: string, at: number): ActionMarker | null {
  const places = [...TAKEN.map((rule) => text.search(rule)), findHanded(text)].filter(
    (place) => place !== -1,
  );
  const start = Math.min(...places);
  if (places.length === 0 || start < at || text.trimEnd().endsWith("?")) return null;
  if (endsNear(text.slice(Math.max(0, start - 40), start), DENIED)) return null;
  const before = /^.*[.!?](?=\s)\s*/s.exec(text.slice(at, start))?.[0].length ?? 0;
  return { start, end: at + before, until: text.length, owners: "", place: "taken" };
}

/**
 * The first marker of an action in a text.
 *
 * @param at Where the words begin, behind a speaker's name.
 * @param extra Words of the team's own that mark an action.
 */
export function findActionMarker(text: string, at: number, extra: readonly string[]): ActionMarker | null {
  const rules = rulesFor(extra);
  if (!rules.hint.test(text)) return null;
  const begin = at + (DECORATION.exec(text.slice(at))?.[0].length ?? 0);
  const marker =
    readFront(text, begin, rules) ??
    readBracket(text, begin, rules) ??
    readInside(text, begin, rules) ??
    readTaken(text, begin);
  return marker !== null && isSaidOf(text, marker) ? null : marker;
}

const SHORT = /^#?A\.?[IP]\.?s?(?!\p{L})/u;
/** What is said of `AI`, or by somebody whose initials are `AP`, is nothing to do. */
const SAID = new RegExp(
  "^(?:(?:I|we|it|they|he|she|this|that|there|you)\\b(?!.{0,40}\\b(?:to|will|should|must)\\b)|will be\\b|" +
    "\\p{Ll}[\\p{L}-]* (?:are|is|was|were|has|have)\\b)",
  "iu",
);

function isSaidOf(text: string, { start, end, owners }: ActionMarker): boolean {
  return (
    owners === "" && SHORT.test(text.slice(start, end)) && SAID.test(text.slice(end, end + 80).trimStart())
  );
}
