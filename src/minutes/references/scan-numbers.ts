import escapeStringRegexp from "escape-string-regexp";
import type { ReferenceKind } from "../meeting.ts";
import type { Mention } from "./mention.ts";
import { trimEnd, trimStart } from "../../language/text/trim.ts";
import { isTrackerName } from "./trackers.ts";
import { maybeSlug, type Repositories } from "./repositories.ts";
import { own } from "../own.ts";

/**
 * Numbers that name an issue, pull request or discussion:
 *
 * | habit | example |
 * | --- | --- |
 * | GitHub's own | `#12`, `GH-12`, `octo/tea#12` |
 * | a short name | `tea#12` |
 * | a word and a number | `issue 12`, `PR-12`, `pull request #12`, `ticket 12` |
 * | several, a range | `issues 12, 14 and 15`, `#12, 14 and 15`, `PRs #12–#14`, `#12-#14` |
 * | a configured prefix, and numbers listed behind it in the same style | `EIP-12`, `EIPs 12 and 14`, `EIP #12, #14` |
 */
const HASH = /(?<!#)#(\d{1,7})(?![\w]|\.\d)/g;
const WORDS: Readonly<Record<string, ReferenceKind>> = {
  issue: "issue",
  ticket: "issue",
  bug: "issue",
  pr: "pull",
  pull: "pull",
  "pull request": "pull",
  "pull-request": "pull",
  discussion: "discussion",
};
const WORD_NUMBER = new RegExp(
  "(?<![\\w#/.-])(issue|ticket|pull[ -]request|pr|discussion|gh)(s?)" +
    "(?: ?(?:no\\.?|number|num\\.?|nr\\.?)| id)?(?:[ :]{1,2}|-)?(\\d{1,7})(?![\\w]|\\.\\d|[/:]\\d|-\\d\\d-\\d)",
  "gi",
);
const NEXT_IN_LIST = /^(?: ?(?:,|&|\/|\+)(?: ?(?:and|or|&))? ?| (?:and|or) )#?(\d{1,7})(?![\w%]|\.\d)/i;
const RANGE_END = /^ ?(?:-|–|—|\.\.\.?|to|through) ?#?(\d{1,7})(?![\w]|\.\d)/i;
const WORD_BEFORE =
  /(?<!\w)(issue|ticket|bug|pull[ -]request|pull|pr|discussion)(s?)(?: (?:no\.?|number))?[ :(-]{0,3}$/i;

const LONGEST_RANGE = 30;
/** Numbers below this are as often counts. */
const SMALL = 10;

/** Whether nothing but commas, blanks, brackets and one "and" is between two numbers. */
const separatesList = (between: string): boolean =>
  /^(?:and|or)?$/i.test(trimEnd(trimStart(between, /[\s,;&/+()[\]]/), /[\s(["'[]/));

const isNameChar = (char: string): boolean => /[\w.-]/.test(char);
/** How far back a name may begin: GitHub allows 39 characters for an owner, 100 for a repository. */
const LONGEST_NAME = 140;

/** `owner/name` or `name` that ends right before `end`, and where it begins. */
function nameBefore(text: string, end: number): { name: string; start: number } {
  let start = end;
  let slashes = 0;
  while (start > 0 && end - start < LONGEST_NAME) {
    const char = text[start - 1] ?? "";
    if (char === "/" && slashes === 0 && start < end) slashes += 1;
    else if (!isNameChar(char)) break;
    start -= 1;
  }
  return { name: text.slice(start, end), start };
}

const kindOf = (word: string | undefined): ReferenceKind =>
  own(WORDS, word?.toLowerCase().replace(/s$/, "") ?? "") ?? "unknown";

/** Names of files, so `guide.md#12` is an anchor. */
const FILE = /\.(?:md|html?|rst|txt|py|rs|ts|json|ya?ml|css|php|aspx?)$/i;

function fromHash(text: string, offset: number, digits: string, repositories: Repositories): Mention | null {
  const number = Number(digits);
  const end = offset + 1 + digits.length;
  if (number === 0 || digits.startsWith("0")) return null;
  const before = nameBefore(text, offset);
  const kindWord = WORD_BEFORE.exec(text.slice(Math.max(0, offset - 30), offset));
  const kind = kindOf(kindWord?.[1]);
  const bare = {
    offset,
    end,
    number,
    kind,
    repository: null,
    start: offset - (kindWord?.[0].length ?? 0),
    isListed: false,
  };
  if (text[offset - 1] === "/") return { ...bare, ...behindSlash(text, offset, repositories) };
  if (before.name === "" || /^[.-]+$/.test(before.name)) return bare;
  // `#12-#14`
  if (/^\d+[.-]+$/.test(before.name) && text[before.start - 1] === "#") return bare;
  if (/^[#/@:&?=]$/.test(text[before.start - 1] ?? "") || FILE.test(before.name)) return null;
  // A full stop without a space behind it, a word such as `PR#12`.
  if (/[.-]$/.test(before.name) || kindWord?.[0] === before.name) return bare;
  if (/^(?:issues?|prs?|bugs?|gh|tickets?)$/i.test(before.name)) return bare;
  if (before.name.includes("/") && !maybeSlug(before.name)) return null;
  const repository = before.name.includes("/")
    ? repositories.spell(before.name)
    : shortMention(before.name, repositories);
  return repository === null ? null : { ...bare, offset: before.start, start: before.start, repository };
}

/** `tea/#12`, `octo/tea/#12`: the repository, and where its name begins. */
function behindSlash(text: string, offset: number, repositories: Repositories): Partial<Mention> {
  const { name, start } = nameBefore(text, offset - 1);
  if (/^[/:@]$/.test(text[start - 1] ?? "")) return {};
  const repository = name.includes("/") ? repositories.bySlugWord(name) : repositories.byKnownName(name);
  return repository === null ? {} : { repository, offset: start, start };
}

/** One letter is a language or a column (`C#7`). */
const shortMention = (name: string, repositories: Repositories) =>
  name.length < 2 || /^\d+$/.test(name) || (isTrackerName(name) && repositories.byKnownName(name) === null)
    ? null
    : repositories.byMention(name.replace(/^[.-]+/, ""));

/** A number after a word, and those listed behind it: `issues 1, 2 and 3`. */
function fromWord(text: string, match: RegExpExecArray): Mention[] {
  const [whole, word = "", plural = "", digits = ""] = match;
  const start = match.index;
  // `two issues: 1 is slow` counts them.
  if (/s: ?\d$/i.test(whole)) return [];
  const kind = kindOf(word);
  const make = (number: number, offset: number, end: number): Mention => ({
    offset,
    end,
    number,
    kind,
    repository: null,
    start,
    isListed: offset > start + whole.length,
  });
  const found = [make(Number(digits), start + whole.length - digits.length, start + whole.length)];
  if (plural === "") return found.concat(plainNumbers(text, found[0]));
  for (let at = start + whole.length; ; ) {
    const next = NEXT_IN_LIST.exec(text.slice(at, at + 24)) ?? RANGE_END.exec(text.slice(at, at + 24));
    const number = Number(next?.[1] ?? "0");
    if (next === null || number === 0) return found;
    const end = at + next[0].length;
    found.push(make(number, end - (next[1]?.length ?? 0), end));
    at = end;
  }
}

const NEXT_PLAIN = /^(?:, ?(?:(?:and|or) )?| (?:and|or|&) )(\d{2,7})(?![\w%#/:-]|\.\d)/i;
/** What may follow a list of numbers: what is said of them, not what they count. */
const BEHIND_LIST = new RegExp(
  "^(?:\\s*(?:$|[,;.)\\]:!?&])| (?:and|or|are|were|is|was|have|has|had|need|needs|both|all|will|should|" +
    "can|could|must|may|in|on|for|by|to|from|which|that|as|with|got|still|also|landed|merged|closed|" +
    "fixed|fix|look|seem)\\b)",
  "i",
);
/** Issues that are listed together are of about the same age. */
const FAR = 500;

/** The numbers that are listed behind one: `#12, 14 and 15`, `PR 12 and 14`. `#12 and 20 others` counts. */
function plainNumbers(text: string, first: Mention | undefined): Mention[] {
  const found: Mention[] = [];
  if (first === undefined || first.number < SMALL) return found;
  for (let at = first.end; found.length < LONGEST_RANGE; ) {
    const next = NEXT_PLAIN.exec(text.slice(at, at + 24));
    const number = Number(next?.[1] ?? "0");
    const end = at + (next?.[0].length ?? 0);
    const isNear = Math.abs(number - first.number) <= FAR && number !== first.number;
    if (next === null || !isNear || !BEHIND_LIST.test(text.slice(end, end + 12))) return found;
    const offset = end - (next[1]?.length ?? 0);
    found.push({ ...first, number, offset, start: offset, end, repository: null, isListed: true });
    at = end;
  }
  return found;
}

/** `PRs #1–#3` mentions #2 too. */
function fillRanges(text: string, mentions: readonly Mention[]): Mention[] {
  const filled: Mention[] = [];
  for (const [index, mention] of mentions.entries()) {
    const before = mentions[index - 1];
    const isEnd =
      before !== undefined &&
      mention.repository === null &&
      mention.offset - before.end <= 10 &&
      RANGE.test(text.slice(before.end, mention.offset)) &&
      mention.number - before.number <= LONGEST_RANGE;
    for (let number = isEnd ? before.number + 1 : mention.number; number < mention.number; number += 1)
      filled.push({ ...mention, number, isListed: true, isBetween: true });
    filled.push(isEnd ? { ...mention, isListed: true } : mention);
  }
  return filled;
}

const RANGE = /^ ?(?:-|–|—|\.\.\.?|to|through) ?#?$/;

function fromPrefixes(text: string, prefixes: Readonly<Record<string, string | null>>): Mention[] {
  const found: Mention[] = [];
  for (const [prefix, repository] of Object.entries(prefixes)) {
    const escaped = escapeStringRegexp(prefix);
    for (const match of text.matchAll(
      new RegExp(`(?<![\\w-])${escaped}s?[- #]{0,2}(\\d{1,7})(?![\\w]|\\.\\d)`, "gi"),
    )) {
      const end = match.index + match[0].length;
      const number = Number(match[1]);
      if (number === 0) continue;
      const mention: Mention = {
        offset: match.index,
        start: match.index,
        end,
        number,
        kind: "unknown",
        repository,
        isListed: false,
        isOthers: repository === null,
        isPrefixed: true,
      };
      found.push(mention, ...plainNumbers(text, mention));
    }
  }
  return found;
}

/** Finds every number in a text whose addresses are blanked. What is none of GitHub's is sorted out later. */
export function scanNumbers(
  text: string,
  repositories: Repositories,
  prefixes: Readonly<Record<string, string | null>>,
): Mention[] {
  if (!/\d/.test(text)) return [];
  const found = fromPrefixes(text, prefixes);
  if (text.includes("#")) {
    for (const match of text.matchAll(HASH)) {
      const mention = fromHash(text, match.index, match[1] ?? "", repositories);
      if (mention !== null) found.push(mention, ...plainNumbers(text, mention));
    }
  }
  for (const match of text.matchAll(WORD_NUMBER)) found.push(...fromWord(text, match));
  const sorted = withoutOverlaps(found.sort((a, b) => a.offset - b.offset || b.end - a.end));
  return markListed(text, fillRanges(text, sorted));
}

function withoutOverlaps(mentions: readonly Mention[]): Mention[] {
  let end = -1;
  return mentions.filter((mention) => {
    if (mention.offset < end) return false;
    end = mention.end;
    return true;
  });
}

/** `Bug 12 and #9` are of two trackers; `Bug #12 and #13`, `Bug 12 and 13` are of one. */
const isAlike = (text: string, before: Mention, mention: Mention): boolean =>
  mention.isPrefixed === true ||
  text.slice(before.offset, before.end).includes("#") ===
    text.slice(mention.offset, mention.end).includes("#");

function markListed(text: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention, index) => {
    const before = mentions[index - 1];
    if (before === undefined || mention.repository !== null || mention.offset - before.end > 12)
      return mention;
    if (before.isPrefixed === true && !isAlike(text, before, mention)) return mention;
    const isListed = mention.isListed || separatesList(text.slice(before.end, mention.start));
    return { ...mention, isListed };
  });
}
