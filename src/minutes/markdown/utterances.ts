import type { Span } from "../page.ts";
import { firstAt } from "../sorted.ts";
import type { InlineText, LineBreak } from "./inline.ts";

/**
 * Where a line end inside a paragraph begins something new, although Markdown would flow it together:
 *
 * | habit | example |
 * | --- | --- |
 * | a hard line end (two spaces, a backslash, `<br>`) | `**Ada:** hello··` |
 * | a label | `Present: Ada, Grace` |
 * | a marker | `ACTION_ITEM: Ada to write`, `[ACTION] Ada`, `TODO - Ada` |
 * | a check box | `[x] Ada` |
 * | bold at the start of the line | `**Decision** we ship` |
 * | the scribe continues | `… and more` |
 * | a speaker of a chat or a HackMD page | `<ada> hello`, `[name=Ada] hello` |
 * | a bullet that Markdown does not know | `• Ada`, `-> Ada asks`, `– Ada` |
 * | a check box without a bullet | `[ ] Ada to tag it` |
 * | short lines that no wrapping made, in prose and below a numbered item only | `Ada Byron` / `Grace Hopper`,
 *   `3. Budget` / `It was agreed …` |
 */
const OPENERS = [
  /^[\p{Lu}\d@][\p{L}\p{M}\d_.'()/&@-]*(?: [\p{L}\p{M}\d_.'()/&@-]+){0,4} ?:(?: |$)/u,
  /^(?:[-*>] ?)?[[(]?(?:ACTION|AI|TODO|DECISION|RESOLVED|RESOLUTION|AGREED|PROPOSAL|PROPOSED|NOTE)\b/,
  /^\[(?: {0,3}|[xX✓✔✅])\] /,
  /^(?:…|\.\.\. )/u,
  /^(?:<[\w|`^[\]{}\\-]+> |\[name=)/,
  /^(?:[•●◦▪–—→]|->|=>) /u,
  /^\[[ xX]\] /,
];

/** Below this many characters, prose was not wrapped: the next word would have fitted. */
const WRAP_COLUMN = 50;
const FIRST_WORD = /^\S*/;
const STARTS_SENTENCE = /^[\p{Lu}\p{N}@"'([]/u;

function opens(inline: InlineText, at: LineBreak, previous: number, isProse: boolean): boolean {
  if (at.hard) return true;
  const ahead = inline.text.slice(at.offset, at.offset + 120);
  if (OPENERS.some((opener) => opener.test(ahead))) return true;
  if (isBoldAt(inline.spans, at.offset)) return true;
  const word = FIRST_WORD.exec(ahead)?.[0].length ?? 0;
  return isProse && STARTS_SENTENCE.test(ahead) && at.offset - previous + word < WRAP_COLUMN;
}

function isBoldAt(spans: readonly Span[], offset: number): boolean {
  for (let at = firstAt(spans, offset, startOf); spans[at]?.start === offset; at += 1) {
    if (spans[at]?.kind === "strong") return true;
  }
  return false;
}

const startOf = ({ start }: Span): number => start;
const offsetOf = ({ offset }: LineBreak): number => offset;

/**
 * Splits phrasing content into the utterances that its author wrote on lines of their own.
 *
 * @param isProse Whether it is a paragraph by itself or a numbered item, where short lines are lines by intent.
 */
export function splitUtterances(inline: InlineText, isProse: boolean): InlineText[] {
  const cuts: LineBreak[] = [];
  let previous = 0;
  let widest = 0;
  let next = 0;
  /** How far the spans reach that began before. */
  let reach = 0;
  for (const at of inline.breaks) {
    for (; (inline.spans[next]?.start ?? at.offset) < at.offset; next += 1)
      reach = Math.max(reach, inline.spans[next]?.end ?? 0);
    // A span that runs over the line end (bold over two lines) is one thing.
    if (reach <= at.offset && opens(inline, at, previous, isProse && widest < WRAP_COLUMN)) cuts.push(at);
    widest = Math.max(widest, at.offset - previous);
    previous = at.offset;
  }
  if (cuts.length === 0) return [trim(inline)];
  const starts = [{ offset: 0, line: inline.line }, ...cuts];
  const parts = starts
    .map((start, index) => sliceInline(inline, start, cuts[index]?.offset ?? inline.text.length))
    .map(trim)
    .filter((part) => part.text !== "");
  return parts.length > 0 ? parts : [trim(inline)];
}

/** A part of phrasing content; spans that reach out of it are left out. */
export function sliceInline(
  inline: InlineText,
  start: { offset: number; line: number },
  end: number,
): InlineText {
  const shift = start.offset;
  const breaks = inline.breaks.slice(
    firstAt(inline.breaks, shift + 1, offsetOf),
    firstAt(inline.breaks, end, offsetOf),
  );
  return {
    text: inline.text.slice(shift, end),
    plain: inline.plain.slice(shift, end),
    spans: inline.spans
      .slice(firstAt(inline.spans, shift, startOf), firstAt(inline.spans, end + 1, startOf))
      .filter((span) => span.end <= end)
      .map((span) => ({ ...span, start: span.start - shift, end: span.end - shift })),
    breaks: breaks.map((at) => ({ ...at, offset: at.offset - shift })),
    line: start.line,
    endLine: breaks.at(-1)?.line ?? (end === inline.text.length ? inline.endLine : start.line),
  };
}

function trim(inline: InlineText): InlineText {
  const lead = inline.text.length - inline.text.trimStart().length;
  const text = inline.text.trim();
  if (text.length === inline.text.length) return inline;
  const clamp = (offset: number) => Math.min(Math.max(offset - lead, 0), text.length);
  return {
    ...inline,
    text,
    plain: inline.plain.slice(lead, lead + text.length),
    spans: inline.spans.map((span) => ({ ...span, start: clamp(span.start), end: clamp(span.end) })),
    breaks: inline.breaks.map((at) => ({ ...at, offset: Math.max(at.offset - lead, 0) })),
  };
}
