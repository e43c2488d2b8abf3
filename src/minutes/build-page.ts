import { parseMarkdown } from "./markdown/parse.ts";
import { type Blocks, writeBlocks } from "./markdown/block-writer.ts";
import { isChatLog } from "./markdown/chat-line.ts";
import { writeChatLog } from "./markdown/chat-log.ts";
import { parseHtml } from "./markdown/html-page.ts";
import type { BlockNode } from "./markdown/block-node.ts";
import { findPrivateParts, isInside } from "./markdown/private-parts.ts";
import type { ReadingOptions } from "./options.ts";
import type { Page } from "./page.ts";

/** A page whose speakers are not known yet. */
export interface DraftPage extends Page {
  readonly blocks: readonly BlockNode[];
}

const LINE_END = /\r\n|\n|\r/;

/** Reads by the file's name: HTML, the log of a chat, and everything else as Markdown. */
function readBlocks(path: string, source: string, lines: readonly string[]): Blocks {
  if (/\.x?html?$/i.test(path)) return writeBlocks(parseHtml(source));
  if (/\.(?:txt|log|irc)$/i.test(path) && isChatLog(lines)) return writeChatLog(lines);
  return writeBlocks(parseMarkdown(source), lines);
}

/** Takes minutes apart, private parts left out. */
export function buildPage(path: string, source: string, options: ReadingOptions): DraftPage {
  const lines = source.split(LINE_END);
  const { blocks, comments, frontMatter, definitions } = readBlocks(path, source, lines);
  const { parts: privateParts, openFences } = findPrivateParts(
    blocks,
    comments,
    lines.length,
    options.privateMarkers,
  );
  const kept = blocks.filter((block) => !isInside(block, privateParts));
  connect(kept);
  return { path, source, lines, blocks: kept, frontMatter, definitions, privateParts, openFences };
}

/** Numbers the blocks and ties each to those around it. */
function connect(blocks: readonly BlockNode[]): void {
  const last = new Map<BlockNode | null, BlockNode>();
  for (const [index, block] of blocks.entries()) {
    block.id = index;
    block.parent?.children.push(block);
    const before = last.get(block.parent);
    if (before !== undefined) {
      block.previous = before;
      before.next = block;
    }
    last.set(block.parent, block);
  }
}
