import type { Excerpt, LineRange, Meeting } from "../../minutes/meeting.ts";
import { certainReferences } from "../targets/certain-references.ts";
import { lineLink, type LinkBase } from "../links.ts";
import { link, paragraph, text } from "./build.ts";
import { fitBlocks } from "./fit.ts";
import { printGfm } from "./markdown.ts";
import { type Blocks, quoteBlocks } from "./quote.ts";

/** Longer quotes are folded. */
const FOLDED_FROM = { length: 1200, lines: 14 };

/** What a sentence about a cut and the marks of a folded quote take. */
const AROUND = 500;

export interface QuotePlace {
  readonly base: LinkBase;
  /** Where the quote is posted, `owner/name`. */
  readonly target: string;
  /** UTF-16 units of Markdown that the whole may take. */
  readonly budget: number;
  /** What of the quote is shown. (Default: all of it) */
  readonly select?: (blocks: Blocks) => Blocks;
}

/**
 * Excerpts of one part of a meeting as Markdown: a block quote, cut where it is too long and folded where it is long.
 *
 * @param excerpts - In the order of their lines; what lies between two of them is `…`.
 */
export function quotedExcerpt(
  meeting: Meeting,
  excerpts: readonly [Excerpt, ...Excerpt[]],
  { base, target, budget, select = (all) => all }: QuotePlace,
  before: Blocks = [],
): string {
  const context = { ...meeting, references: certainReferences(meeting), base, target };
  const quoteOf = (excerpt: Excerpt): Blocks => select(quoteBlocks(excerpt, context));
  const shown = excerpts.filter((excerpt) => quoteOf(excerpt).length > 0);
  const quoted = shown.flatMap((excerpt, index) => [
    ...(index === 0 || isNext(shown[index - 1], excerpt) ? [] : [paragraph(text("…"))]),
    ...quoteOf(excerpt),
  ]);
  const blocks = [...before, ...quoted];
  const { line, endLine } = rangeOf(excerpts);
  const address = lineLink(base, meeting.path, line, endLine);
  const room = budget - address.length - AROUND;
  const [first, ...others] = excerpts;
  const isAlone = others.length === 0 && before.length === 0;
  const whole = isAlone ? printOnce(quoteOf(first)) : printQuote(blocks);
  const fits = whole.length <= room;
  if (fits && excerpts.at(-1)?.isCut !== true) return folded(whole);
  const part = fits ? whole : printQuote(fitBlocks(blocks, room).blocks);
  const minutes = link(address, text("the minutes"));
  const note = paragraph(text("Shortened here. Read all of it in "), minutes, text("."));
  return folded([part, printGfm([note])].filter((one) => one !== "").join("\n\n"));
}

/** From the first line to the last. */
export function rangeOf([first, ...others]: readonly [Excerpt, ...Excerpt[]]): LineRange {
  return { line: first.line, endLine: others.at(-1)?.endLine ?? first.endLine };
}

/** Whether nothing but an empty line may lie between two excerpts. */
function isNext(one: Excerpt | undefined, other: Excerpt): boolean {
  return one !== undefined && other.line - one.endLine <= 1;
}

const printed = new WeakMap<Blocks, string>();

function printOnce(blocks: Blocks): string {
  const known = printed.get(blocks) ?? printQuote(blocks);
  printed.set(blocks, known);
  return known;
}

function printQuote(blocks: Blocks): string {
  return blocks.length === 0 ? "" : printGfm([{ type: "blockquote", children: blocks }]);
}

function folded(quote: string): string {
  const isLong = quote.length > FOLDED_FROM.length || quote.split("\n").length > FOLDED_FROM.lines;
  return isLong ? `<details><summary>From the minutes</summary>\n\n${quote}\n\n</details>` : quote;
}
