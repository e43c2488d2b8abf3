import type { Block } from "../page.ts";
import { CONTINUES, findPhrases, type Match, UNSPACED } from "./phrases.ts";
import { type Segment, segmentsOf } from "./segments.ts";

/** What a block says of its own privacy. */
export interface Mark {
  readonly isPrivate: boolean;
  /** It says nothing else, so that it is about what comes behind it. */
  readonly isAlone: boolean;
  /** It names a kind of meeting (`Executive session`), which an agenda does too. */
  readonly isName: boolean;
  /** From here on, it says. */
  readonly opens: boolean;
  /** All that follows is private, it says, whatever the topics. */
  readonly isRest: boolean;
  /** Up to here, it says. */
  readonly closes: boolean;
  /** `[/private]`, `[end private]`, `[on]`: the end of what a mark before it began. */
  readonly isEndTag: boolean;
  /** It is about what is above it in its topic. */
  readonly isOfAbove: boolean;
  /** A plain word by itself, as the banner of a whole text: `CONFIDENTIAL`, `Classification: board only`. */
  readonly isBanner: boolean;
}

export const NO_MARK: Mark = {
  isPrivate: false,
  isAlone: false,
  isName: false,
  opens: false,
  isRest: false,
  closes: false,
  isEndTag: false,
  isOfAbove: false,
  isBanner: false,
};

type Marked = Pick<Block, "kind" | "text" | "plain" | "spans">;

interface Read extends Segment {
  readonly matches: readonly Match[];
}

/** How much of a segment is a mark: all of it, its beginning or middle, or nothing. */
type Extent = "whole" | "part" | null;

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** These say that something is private in square brackets only. */
const SQUARE_ONLY = wordSet("off intern internal");
/** Beside one of these, `private` is a word of a programming language. */
const MODIFIERS = wordSet("public protected static final readonly internal package const abstract virtual");
/** As one of a list, these are about something else: `(address, port, secret)`. */
const ORDINARY = wordSet("secret sensitive restricted classified privileged reserved embargo");
/**
 * Behind these, the words in front are about programs, science or cameras: `private API`, `in confidence intervals`.
 */
const COMPOUNDS = wordSet(
  "api apis field fields method methods function functions class classes member variable variables " +
    "property properties key keys type types module modules package packages repo repos repository " +
    "repositories interval intervals level levels score scores bound bounds band bands region regions " +
    "calibration settings view mode driver drivers app code",
);
/** What names how secret a whole text is. */
const CLASSES = wordSet(
  "classification confidentiality visibility sensitivity distribution access audience security " +
    "privacy circulation status vertraulichkeit klassifizierung confidentialité diffusion " +
    "clasificación classificação classificazione rubricering klauzula",
);
/** With one of these, a closing is yet to come. */
const NOT_YET = wordSet("when once after until till before if will next should could would");
const TRIVIAL = /^(?:\d+ )*\d*(?:min|mins|minutes?|minuten|h|hours?|am|pm|uhr)$/;
const OPENER = /[[({<〔『〖［「《＜«]/;
const SQUARE = /[[〔［]/;
const TAG_END = /[[({<〔［]\/$/;
const LONGEST_TITLE = 8;
/** A closing is said in few words, and early among them. */
const LONGEST_CLOSING = 14;
const LATEST_CLOSING = 6;
/** Signs before and behind a mark by itself. */
const FRONT = /[\^:>|»›·•;.!?*\-–—→]/;
const BEHIND = /[$:,|>»›·•;.!?()[\]\-–—→<=%+~」』》＞»※]/;
/** `#private the wages`, `!private …` of a chat. */
const COMMANDED = /[\^:>] ?[#!]$/;
/** What somebody does instead of saying it, and the sign of a lock. */
const COMMAND = /(?:^|[>:…]|\.\.\.) ?\/me(?: |$)/;
const LOCKS =
  "(?:🔒|🔐|🔏|🤐|🤫|:lock:|:closed_lock_with_key:|:lock_with_ink_pen:|:zipper_mouth_face:|:shushing_face:)\\uFE0F?";
const LOCK = new RegExp(`^[^\\p{L}\\p{N}]{0,3}${LOCKS}|^[^:>]{1,40}[:>] ?${LOCKS}|${LOCKS}$`, "u");

/** Reads what a block says of its own privacy. `own` are a team's words for it, in lower case. */
export function readMark(block: Marked, own: readonly string[]): Mark {
  const isSigned = COMMAND.test(block.text) || LOCK.test(block.text);
  const segments = segmentsOf(block, block.spans).map((segment) => ({
    ...segment,
    matches: findPhrases(segment.words, own),
  }));
  if (!isSigned && !segments.some(mayMark)) return NO_MARK;
  const mark = judge(segments, block);
  return isSigned ? { ...mark, isPrivate: true } : mark;
}

const mayMark = (segment: Read): boolean =>
  segment.matches.length > 0 ||
  (segment.words.length === 1 && (SQUARE_ONLY.has(segment.words[0] ?? "") || isOn(segment)));

/** `[on]` by itself at one of a text's ends: in the middle, somebody writes `turn [on] the light`. */
function isOn({ words, before, after }: Segment): boolean {
  const isAtEnd = /[\^:>]/.test(before) || after.endsWith("$");
  return words.length === 1 && words[0] === "on" && SQUARE.test(before) && isAtEnd;
}

function judge(segments: readonly Read[], block: Marked): Mark {
  const isHeading = block.kind === "heading";
  const tags = segments.map(isEndTag);
  const marks = segments.map((one, at) =>
    tags[at] === true ? null : extentOf(one, at, segments, isHeading),
  );
  const opens = segments.findLastIndex(({ matches }) =>
    matches.some(({ kind }) => kind === "opens" || kind === "rest"),
  );
  const closes = segments.findLastIndex((one, at) => tags[at] === true || isClosing(one, isHeading));
  const said = segments.filter(
    (one, at) => marks[at] !== "whole" && tags[at] !== true && !TRIVIAL.test(one.words.join(" ")),
  );
  const isLabeled = said.every((one) => isLabel(one, segments));
  const isMarked = marks.some((mark) => mark !== null);
  // What was taken out is no longer there, and says nothing about the rest.
  const isRemoved =
    !isHeading &&
    isLabeled &&
    segments.every(({ words }, at) => marks[at] === null || words[0] === "redacted");
  return {
    isPrivate: !isRemoved && (isMarked || opens >= 0),
    isAlone: !isRemoved && isMarked && isLabeled,
    isName: segments.every(({ matches, words }) =>
      matches.every(({ kind, end }) => kind === "leading" || end < words.length),
    ),
    opens: opens >= 0 && closes < opens,
    isRest: closes < opens && segments[opens]?.matches.some(({ kind }) => kind === "rest") === true,
    closes: closes >= 0 && closes >= opens,
    isEndTag: tags.includes(true),
    isOfAbove: !isRemoved && !isHeading && isMarked && isOfAbove(segments),
    isBanner:
      !isRemoved && isMarked && ((isLabeled && isBanner(segments, said)) || isOfDocument(segments, block)),
  };
}

/** `The above is not for publication.` */
const ABOVE = /^(?:all |everything )?(?:of )?(?:the )?(?:above|preceding|foregoing)\b/;
const isOfAbove = ([first]: readonly Segment[]): boolean => ABOVE.test(first?.words.join(" ") ?? "");

/** `Ada:` or `<ada>` in front of a mark. */
const isLabel = (segment: Read, segments: readonly Read[]): boolean =>
  segment === segments[0] && /[:>]/.test(segment.after) && segment.words.length <= 4;

function isBanner([first]: readonly Read[], [label]: readonly Read[]): boolean {
  if (label !== undefined) return label.words.some((word) => CLASSES.has(word));
  if (first === undefined || OPENER.test(first.before)) return false;
  // Of a part, people say this too.
  if (first.words.some((word) => /^(?:record|priv|stopped|paused)/.test(word))) return false;
  return first.matches.some(({ kind, start }) => kind !== "leading" && start === 0);
}

/**
 * `These notes are confidential`; few words that say who may not have them, not in a list: `Draft, not for
 * publication`.
 */
const OF_DOCUMENT = new RegExp(
  "\\b(?:this|these|our|all) (?:meeting )?(?:notes|minutes|document|page|file|record)s? (?:is|are) " +
    "(?:\\w+ )?(?:confidential|private|not public|for internal use)\\b",
);
const OF_READERS = new RegExp(
  "\\b(?:not for (?:publication|public release|distribution|circulation)|" +
    "(?:do not|don't) (?:distribute|publish|share)|internal use only|for internal use|" +
    "not to be (?:published|shared))\\b",
);
const LONGEST_BANNER = 9;

function isOfDocument(segments: readonly Segment[], block: Marked): boolean {
  const words = segments.flatMap((segment) => segment.words);
  const said = words.join(" ");
  if (OF_DOCUMENT.test(said)) return true;
  return block.kind === "paragraph" && words.length <= LONGEST_BANNER && OF_READERS.test(said);
}

function isEndTag(segment: Read): boolean {
  const { words, before, matches } = segment;
  const isMark = matches.some(({ start }) => start === 0) || SQUARE_ONLY.has(words[0] ?? "");
  const isEnd = matches.some(({ kind, start }) => kind === "closes" && start === 0);
  return (TAG_END.test(before) && isMark) || (SQUARE.test(before) && isEnd) || isOn(segment);
}

function isClosing({ words, matches }: Read, isHeading: boolean): boolean {
  if (words.length > LONGEST_CLOSING || words.some((word) => NOT_YET.has(word))) return false;
  const latest = isHeading ? 1 : LATEST_CLOSING;
  return matches.some(({ kind, start }) => kind === "closes" && start < latest);
}

function extentOf(segment: Read, at: number, segments: readonly Read[], isHeading: boolean): Extent {
  const { words, matches, before } = segment;
  const [first = ""] = words;
  if (SQUARE_ONLY.has(first) && words.length === 1 && isSquared(segment)) return "whole";
  if (matches.some(({ kind, start }) => kind === "closes" && start === 0)) return null;
  // Further on, it says that something was taken out there.
  if (first === "redacted" && at > 0 && !(at === 1 && /[:>]/.test(before))) return null;
  let extent: Extent = null;
  for (const { kind, start, end } of matches) {
    const isWhole = start === 0 && end === words.length;
    const counts =
      kind === "anywhere" ||
      (kind === "leading" &&
        !COMPOUNDS.has(words[end] ?? "") &&
        (isHeading || (start === 0 && (isWhole || before !== ",")))) ||
      (kind === "alone" &&
        start === 0 &&
        (isWhole ? isAlone(segment, at, segments) : continuesAsMark(segment, end, isHeading)));
    const isTitle = isWhole || isShortTitle(kind, start, end, words);
    if (counts) extent = isTitle || extent === "whole" ? "whole" : "part";
  }
  return extent;
}

/** `Executive session of the board`, `Sesión a puerta cerrada`: little more than the mark, as of a title. */
function isShortTitle(kind: Match["kind"], start: number, end: number, words: readonly string[]): boolean {
  if (words.length > LONGEST_TITLE || words.some((word) => /\d/.test(word))) return false;
  if (kind === "leading") return start === 0 && words.length - end <= 2;
  return kind === "anywhere" && end === words.length && start <= 3;
}

/** `[off]`, and `Intern: …` as a label. */
const isSquared = ({ words, before, after }: Read): boolean =>
  SQUARE.test(before) || (words[0] === "intern" && before === "^" && after.startsWith(":"));

/** `[private for team members]`, `PRIVATE the wages`, `非公開 …`, `# Confidential board minutes`. */
function continuesAsMark({ words, before, isLoud }: Read, end: number, isHeading: boolean): boolean {
  if (words[0] === "redacted") return false;
  if (COMMANDED.test(before)) return true;
  if ((isLoud || (end === 1 && UNSPACED.test(words[0] ?? ""))) && FRONT.test(before)) return true;
  if (OPENER.test(before)) return CONTINUES.has(words[end] ?? "");
  return (
    isHeading && words.length <= 5 && /^(?:minutes|notes|session|meeting|part)$/.test(words.at(-1) ?? "")
  );
}

function isAlone({ words, before, after }: Read, at: number, segments: readonly Read[]): boolean {
  const beside = [segments[at - 1]?.words.at(-1), segments[at + 1]?.words[0]];
  const isListed = /^[,^:*→]*$/.test(before);
  if (isListed && beside.some((word) => word !== undefined && MODIFIERS.has(word))) return false;
  if (/^(?:vs|versus)$/.test(beside[0] ?? "") || (before === "," && ORDINARY.has(words[0] ?? "")))
    return false;
  if (OPENER.test(before) || before.endsWith("#")) return true;
  if (after.startsWith("?")) return false;
  if (after.endsWith("$")) return true;
  if (/^\*+$/.test(before)) return false;
  const isBold = before.includes("*") && after.includes("*");
  return FRONT.test(before) && (isBold || BEHIND.test(after));
}
