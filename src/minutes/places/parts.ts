import type { Block, Page } from "../page.ts";

/**
 * The blocks of the part that a heading or an item opens: up to the next heading of its level, or all that hangs
 * below it.
 */
export function blocksBelow(page: Page, by: Block): readonly Block[] {
  const { blocks } = page;
  let end = by.id + 1;
  for (; end < blocks.length; end += 1) {
    const block = blocks[end];
    if (block === undefined) break;
    const isNext =
      by.kind === "heading"
        ? block.kind === "heading" && block.depth <= by.depth
        : block.line > by.lastLine && block.leadIn !== by && block.continues !== by;
    if (isNext) break;
  }
  return blocks.slice(by.id + 1, end);
}

/** Whether a label is an item of an agenda, such as `Decisions` or `Work items`: what is to be talked about. */
export function isInAgenda(by: Block): boolean {
  return by.kind === "item" && !by.text.trimEnd().endsWith(":") && /\bagenda\b/i.test(by.heading?.text ?? "");
}
