import type { RootContent } from "mdast";
import type { Excerpt, Meeting } from "../../minutes/meeting.ts";
import { lineLink, type LinkBase } from "../links.ts";
import { details, link, paragraph, text } from "./build.ts";
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
}

/** An excerpt of a meeting as a block quote, cut where it is too long and folded where it is long. */
export function quotedExcerpt(
  meeting: Meeting,
  excerpt: Excerpt,
  { base, target, budget }: QuotePlace,
  before: Blocks = [],
): RootContent[] {
  const address = lineLink(base, meeting.path, excerpt.line, excerpt.endLine);
  const all = [...before, ...quoteBlocks(excerpt, { ...meeting, base, target })];
  const { blocks, cut } = fitBlocks(all, budget - address.length - AROUND);
  const quote: RootContent[] = blocks.length === 0 ? [] : [{ type: "blockquote", children: blocks }];
  if (cut) {
    const whole = link(address, text("the minutes"));
    quote.push(paragraph(text("Cut here because it is long; "), whole, text(" have all of it.")));
  }
  const printed = printGfm(quote);
  const isLong = printed.length > FOLDED_FROM.length || printed.split("\n").length > FOLDED_FROM.lines;
  return isLong ? details("What was said", quote) : quote;
}
