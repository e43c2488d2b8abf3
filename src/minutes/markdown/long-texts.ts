import { firstAt } from "../sorted.ts";
import { BlockNode } from "./block-node.ts";
import { sliceInline } from "./utterances.ts";

/** Rules look at a block's text as a whole, some of them more than once: it must not be longer than people write. */
const LONGEST_TEXT = 4000;
/** A sentence that ends behind this is where a long text is split. */
const EARLIEST_CUT = 3000;
/** Longer than this, a link or bold text is split with the text around it. */
const LONGEST_SPAN = 500;

/** Splits blocks that are longer than any that people write; what is split off continues the block before it. */
export function splitLongTexts(blocks: readonly BlockNode[]): readonly BlockNode[] {
  if (blocks.every(({ text }) => text.length <= LONGEST_TEXT)) return blocks;
  return blocks.flatMap((block) => (block.text.length <= LONGEST_TEXT ? [block] : split(block)));
}

function split(block: BlockNode): BlockNode[] {
  const inline = block.toInline();
  const cuts = findCuts(block);
  block.take(sliceInline(inline, { offset: 0, line: block.line }, cuts[0] ?? inline.text.length));
  // A row's cells are blocks of their own.
  if (block.kind === "row") return [block];
  const parts = [block];
  for (const [index, offset] of cuts.entries()) {
    const end = cuts[index + 1] ?? inline.text.length;
    const kind = block.kind === "cell" ? "cell" : "paragraph";
    const part = new BlockNode(
      kind,
      block.depth,
      sliceInline(inline, { offset, line: lineAt(inline, offset) }, end),
    );
    part.parent = block.kind === "item" ? block : block.parent;
    part.heading = block.kind === "heading" ? block : block.heading;
    part.leadIn = block.kind === "cell" ? block.leadIn : null;
    part.quoted = block.quoted;
    part.struck = block.struck;
    part.table = block.table;
    part.continues = parts.at(-1) ?? null;
    parts.push(part);
  }
  return parts;
}

function lineAt({ breaks, line }: ReturnType<BlockNode["toInline"]>, offset: number): number {
  return breaks[firstAt(breaks, offset + 1, (at) => at.offset) - 1]?.line ?? line;
}

/** Where a text is split: behind a sentence or a word, and not within a link. */
function findCuts({ text, spans }: BlockNode): number[] {
  const cuts: number[] = [];
  for (let start = 0; text.length - start > LONGEST_TEXT; ) {
    const words = text.slice(start + EARLIEST_CUT, start + LONGEST_TEXT);
    const behind = [words.lastIndexOf(". ") + 2, words.lastIndexOf(" ") + 1].find((at) => at > 1);
    let cut = start + EARLIEST_CUT + (behind ?? words.length);
    if (behind === undefined && /[\uD800-\uDBFF]/.test(text[cut - 1] ?? "")) cut -= 1;
    for (let at = firstAt(spans, cut - LONGEST_SPAN, ({ start: from }) => from); at < spans.length; at += 1) {
      const span = spans[at];
      if (span === undefined || span.start >= cut) break;
      if (span.end > cut) cut = span.start;
    }
    cuts.push(cut);
    start = cut;
  }
  return cuts;
}
