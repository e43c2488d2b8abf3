import type { Root } from "mdast";
import { parseMarkdown } from "./markdown/parse.ts";
import { type Blocks, writeBlocks } from "./markdown/block-writer.ts";
import { isChatLog } from "./markdown/chat-line.ts";
import type { Excess, TellExcess } from "./markdown/excess.ts";
import { writeChatLog } from "./markdown/chat-log.ts";
import { splitLongTexts } from "./markdown/long-texts.ts";
import type { BlockNode } from "./markdown/block-node.ts";
import { findPrivateParts } from "./private/find-private.ts";
import { isInside, merge } from "./private/ranges.ts";
import { asSeen } from "./private/unseen.ts";
import { emptied, withoutPrivate } from "./private/without-private.ts";
import type { LineRange } from "./meeting.ts";
import type { ReadingOptions } from "./options.ts";
import type { Page } from "./page.ts";
import { readStruck } from "./struck.ts";

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

const isLog = (path: string, lines: readonly string[]): boolean =>
  /\.(?:txt|log|irc)$/i.test(path) && isChatLog(lines);

/** A file of minutes as it is stored. */
interface SourceFile {
  readonly path: string;
  readonly source: string;
  readonly lines: readonly string[];
}

/** Reads by the file's name: HTML, the log of a chat, and everything else as Markdown. */
function readBlocks(
  { path, source, lines }: SourceFile,
  parseHtml: ParseHtml | null,
  hidden: readonly LineRange[],
): Blocks & { readonly excesses: readonly Excess[] } {
  const isHidden = (line: number): boolean => isInside({ line, endLine: line }, hidden);
  const excesses: Excess[] = [];
  const tell = (excess: Excess): void => {
    if (!isHidden(excess.line)) excesses.push(excess);
  };
  if (parseHtml !== null && isHtml(path))
    return { ...writeBlocks(parseHtml(source, tell), { isHidden }), excesses };
  if (isLog(path, lines)) {
    const shown = lines.map((text, index) => (isHidden(index + 1) ? "" : text));
    return { ...writeChatLog(shown), excesses };
  }
  return { ...writeBlocks(parseMarkdown(source, tell), { lines, isHidden, tell }), excesses };
}

/**
 * Takes minutes apart, private parts left out: nothing of the page that comes of it has a word of them.
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
  const file = { path, source, lines };
  const all = readBlocks(file, parseHtml, []);
  const find = (seen: string, { blocks }: Blocks) =>
    findPrivateParts({
      path,
      source: seen,
      lines: seen.split(LINE_END),
      blocks,
      isLog: isLog(path, lines),
      markers: options.privateMarkers,
    });
  const found = [find(source, all)];
  const seen = asSeen(source);
  if (seen !== source)
    found.push(find(seen, readBlocks({ path, source: seen, lines: seen.split(LINE_END) }, parseHtml, [])));
  const parts = merge(found.flatMap((one) => one.parts));
  const openFences = [...new Set(found.flatMap((one) => one.openFences))];
  // What is said in private is not even known where a public line refers to it, so that all is read again without it.
  const read = parts.length === 0 ? all : readBlocks(file, parseHtml, parts);
  // Lines that a later one took back are no more quoted than private ones.
  const privateParts = merge([...parts, ...(read.undone ?? [])]);
  const open = withoutPrivate(read.blocks, privateParts);
  readStruck(open);
  const kept = splitLongTexts(open);
  connect(kept);
  return {
    path,
    source: emptied(source, privateParts),
    lines,
    isLog: isLog(path, lines),
    blocks: kept,
    frontMatter: parts[0]?.line === 1 ? withoutEntries(read, parts) : read.frontMatter,
    definitions: read.definitions,
    privateParts,
    openFences,
    excesses: read.excesses,
  };
}

function withoutEntries({ frontMatter }: Blocks, parts: readonly LineRange[]): Blocks["frontMatter"] {
  return {
    entries: frontMatter.entries.filter(({ line }) => !isInside({ line, endLine: line }, parts)),
  };
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
