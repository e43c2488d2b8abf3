import type { Attendee } from "../meeting.ts";
import type { Block, Span } from "../page.ts";
import { trimEnd } from "../../language/text/trim.ts";

/**
 * One entry of an attendee list:
 *
 * | habit | example |
 * | --- | --- |
 * | name and login | `Ada Byron @ada`, `Ada Byron (@ada)`, `Ada / ACME / @ada`, `Ada - @ada` |
 * | a link to the profile | `[Ada](https://github.com/ada)` |
 * | a login alone | `@ada` |
 * | initials first | `AB: Ada Byron` |
 * | name and role or company | `Ada (chair)`, `Ada - ACME`, `Ada, ACME` |
 * | half there | `(partially) Ada`, `Ada (listening)` |
 * | not there | `(Ada absent)`, `Ada (regrets)`, `~~Ada~~`, `- [ ] Ada` in a ticked list |
 * | a template's row | `name / institution / GitHub handle`, `your name here` |
 */
const LOGIN = /(?:^|[\s(/[,|–—-])@([A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38})(?![\w/@-]|:[\w-]+\.\w)/;
const PROFILE = /^https?:\/\/(?:www\.)?github\.com\/([A-Za-z\d][A-Za-z\d-]{0,38})\/?$/i;
const ABSENT = new RegExp(
  "\\b(?:absent|regrets?|apolog(?:ies|y|ised|ized)|not (?:present|attending|here|able)|" +
    "can(?:'t|not) (?:attend|make it)|unable|excused|no[- ]show)\\b",
  "i",
);
const PLACEHOLDER = new RegExp(
  "^(?:names?|login|tbd|tba|todo|none|n/a|na|nobody|no one|everyone|all|etc\\.?|others?|and others|" +
    "various|unknown|\\(none\\)|no regrets|guest \\d+)$",
  "i",
);
const PLACEHOLDER_WITHIN = new RegExp(
  "\\b(?:your name|name here|add (?:your|item|name|yourself)|github (?:handle|username|id)|insert|" +
    "placeholder|full name)\\b|^(?:see (?:below|above)|names? ?[/|,]|same as |anonymous)",
  "i",
);
const BOT = /\b(?:bots?|notetaker|recorder|otter\.ai|fireflies|zoom room|conference room)\b/i;
/** Groups are nobody, however their names look. */
const GROUP =
  /\b(?:Foundation|Council|Committee|Board|Working Group|Steering Group|Maintainers|Members|Team|Project)\b/;
/** Where the name ends; blanks before it are cut off later. */
const NAME_END = new RegExp(
  "[([{<|;,]|^@|\\s@|\\s/|/\\s|\\s[-–—]{1,3}\\s|[–—]|:(?:\\s|$)|\\t| {2}| \\\\|\\smailto:|" +
    " (?:via|from|of|at|for|sub(?:bing)?) ",
);
const LEADING = new RegExp(
  "^(?:[^\\p{L}\\p{N}@]*|\\((?:partially|partly|late|remote|briefly|some of the time|part of the time|" +
    "host|guest|chair)\\)\\s*)*",
  "iu",
);
/** `AB: Ada Byron`. */
const INITIALS = /^(\p{Lu}{2,4}) ?(?::|=|-|–) ?(?=\p{Lu})/u;
const TRAILING = /[\s.,;:*_"'!?✓✔✅-]/;
const WORD = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’_‘-]*$/u;
const SMALL_WORDS = new Set(
  "a bin da de del den der di do dos du el la le of saint st ten ter the van von y zu".split(" "),
);

/** An e-mail address, of which only the user part is kept: addresses are private. */
const ADDRESS = /^\s*([\w.+-]{1,64})@[\w-]+(?:\.[\w-]+)+\s*$/;

/** Whether an entry is a template's, or names nobody: `your name here`, `none`, `–`. */
const isPlaceholder = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text) || PLACEHOLDER.test(text) || PLACEHOLDER_WITHIN.test(text);

/** Whether words could be a person's name or nick; a sentence is none. */
export function looksLikeName(name: string): boolean {
  const words = name.split(/\s+/);
  if (name.length < 2 || name.length > 60 || words.length > 6) return false;
  if (!words.every((word) => WORD.test(word) || /^["'(].*["')]$/.test(word))) return false;
  if (!/\p{L}/u.test(name)) return false;
  // Several words in lower case are talk; one is a nick.
  return (
    words.length === 1 ||
    words.every((word) => SMALL_WORDS.has(word.toLowerCase()) || !/^\p{Ll}/u.test(word) || words.length === 2)
  );
}

/** Names as a headless list has them: every word begins with a capital. */
export function isStrictName(name: string): boolean {
  const words = name.split(/\s+/);
  return (
    looksLikeName(name) &&
    words.length <= 4 &&
    words.every((word) => /^\p{Lu}/u.test(word) || SMALL_WORDS.has(word))
  );
}

const loginOfSpan = (span: Span): string | null => PROFILE.exec(span.url ?? "")?.[1] ?? null;

/**
 * A login behind these words is somebody else's: `Ada (for @linus)`, `Ada, asked by @linus`, `Ada for Linus
 * (@linus)`.
 */
const OF_OTHERS = new RegExp(
  "\\b(?:for|with|by|to|via|from|and|or|of|cc|thanks|asked|invited|see|ping|not|than|replaces|" +
    "represents|representing|replacing|covering|proxy|instead)[\\s:]*[([]?$|&\\s*[([]?$",
  "i",
);
const FOR_OTHERS = new RegExp(
  "\\b(?:[Ff]or|[Rr]eplac\\w{2,3}|[Rr]epresent\\w{1,3}|[Cc]overing|[Bb]ehalf of|[Ii]nstead of) " +
    "(?:\\p{Lu}[\\p{L}.'-]{0,30} ){1,3}[([]?$",
  "u",
);
/** A login behind these is another place's: `Ada (Twitter: @ada)`. */
const ELSEWHERE = new RegExp(
  "\\b(?:twitter|x|mastodon|fediverse|bluesky|bsky|matrix|element|slack|discord|irc|telegram|signal|" +
    "linkedin|instagram|facebook|threads|gitlab|codeberg|bitbucket|keybase)[\\s:]*[([]?$",
  "i",
);

/** The login that an entry gives as its own. null: there is none, or it is somebody else's. */
function loginIn(text: string): string | null {
  const match = LOGIN.exec(text);
  if (match?.[1] === undefined) return null;
  const at = match.index + match[0].indexOf("@");
  const before = text.slice(Math.max(0, at - 60), at);
  return at > 0 && [OF_OTHERS, FOR_OTHERS, ELSEWHERE].some((words) => words.test(before)) ? null : match[1];
}

/** Whether an entry is struck through as a whole. */
const isStruck = (block: Block, start: number, end: number): boolean =>
  block.spans.some((span) => span.kind === "delete" && span.start <= start + 2 && span.end >= end - 2);

/** `@ada Ada Byron`. */
const LOGIN_FIRST = /^@[\w-]+[\s:,–][\s:,–-]*(?=\p{Lu})/u;

/** The name that an entry begins with, or that follows its login. */
function nameIn(entry: string): string {
  const rest = entry.replace(LOGIN_FIRST, "");
  const cut = rest.startsWith("@") ? -1 : rest.search(NAME_END);
  const name = (cut < 0 ? rest : rest.slice(0, cut)).trim();
  // A last name's initial keeps its full stop.
  return /\b\p{Lu}\.$/u.test(name) ? name : trimEnd(name, TRAILING);
}

/**
 * Reads the part of a block's text between two offsets as one entry.
 *
 * @returns null where it names nobody who was there.
 */
export function readEntry(block: Block, start: number, end: number): Attendee | null {
  const text = block.text.slice(start, end);
  const user = ADDRESS.exec(text)?.[1];
  if (user !== undefined) return { name: user, login: null };
  if (isStruck(block, start, end) || ABSENT.test(text) || BOT.test(text)) return null;
  const link = block.spans.find(
    (span) => span.kind === "link" && span.start >= start && span.end <= end && loginOfSpan(span),
  );
  const linked = link === undefined ? null : loginOfSpan(link);
  const written = loginIn(text);
  // Of two that differ nobody knows which it is.
  const isOne = written === null || linked === null || written.toLowerCase() === linked.toLowerCase();
  const login = isOne ? (written ?? linked) : null;
  const marks = LEADING.exec(text)?.[0].length ?? 0;
  const lead = marks + (INITIALS.exec(text.slice(marks))?.[0].length ?? 0);
  const name = nameIn(block.plain.slice(start + lead, end));
  if (isPlaceholder(text.trim()) || isPlaceholder(name))
    return login === null || name !== "" ? null : { name: login, login };
  if (name.startsWith("@") || (name.toLowerCase() === login?.toLowerCase() && !looksLikeName(name)))
    return login === null ? null : { name: login, login };
  const isGroup = login === null && GROUP.test(name);
  return looksLikeName(name) && !isGroup ? { name, login } : null;
}
