import type { Root } from "mdast";
import { parseMarkdown } from "./markdown/parse.ts";
import { type Blocks, writeBlocks } from "./markdown/block-writer.ts";
import { isChatLog } from "./markdown/chat-line.ts";
import type { Excess, TellExcess } from "./markdown/excess.ts";
import { writeChatLog } from "./markdown/chat-log.ts";
import { splitLongTexts } from "./markdown/long-texts.ts";
import type { BlockNode } from "./markdown/block-node.ts";
import { findPrivateParts, isInside } from "./markdown/private-parts.ts";
import type { ReadingOptions } from "./options.ts";
import type { Page } from "./page.ts";

/** A page whose speakers are not known yet. */
export interface DraftPage extends Page {
  readonly blocks: readonly BlockNode[];
}

const LINE_END = /\r\n|\n|\r/;

/** Makes Markdown's tree of HTML. */
export type ParseHtml = (source: string, tell: TellExcess) => Root;

/** Whether a file is HTML, by its name. */
export function isHtml(path: string): boolean {
  return /\.x?html?$/i.test(path);
}

/** Reads by the file's name: HTML, the log of a chat, and everything else as Markdown. */
function readBlocks(
  path: string,
  source: string,
  lines: readonly string[],
  parseHtml: ParseHtml | null,
  tell: TellExcess,
): Blocks {
  if (parseHtml !== null && isHtml(path)) return writeBlocks(parseHtml(source, tell));
  if (/\.(?:txt|log|irc)$/i.test(path) && isChatLog(lines)) return writeChatLog(lines);
  return writeBlocks(parseMarkdown(source, tell), lines, tell);
}

/**
 * Takes minutes apart, private parts left out.
 *
 * @param parseHtml - null: HTML is read as the Markdown that it also is.
 */
export function buildPage(
  path: string,
  source: string,
  options: ReadingOptions,
  parseHtml: ParseHtml | null,
): DraftPage {
  const lines = source.split(LINE_END);
  const excesses: Excess[] = [];
  const { blocks, comments, frontMatter, definitions } = readBlocks(
    path,
    source,
    lines,
    parseHtml,
    (excess) => excesses.push(excess),
  );
  const { parts: privateParts, openFences } = findPrivateParts(
    blocks,
    comments,
    lines.length,
    options.privateMarkers,
  );
  const kept = splitLongTexts(blocks.filter((block) => !isInside(block, privateParts)));
  connect(kept);
  return { path, source, lines, blocks: kept, frontMatter, definitions, privateParts, openFences, excesses };
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
