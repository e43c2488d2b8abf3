import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from "mdast";
import { visit } from "unist-util-visit";
import type { Excerpt, LineRange, LinkDefinition } from "../../minutes/meeting.ts";
import type { QuoteContext } from "./context.ts";
import { dedent } from "./dedent.ts";
import { parseGfm } from "./markdown.ts";
import { logLines } from "./log-lines.ts";
import { findMention } from "./mentions.ts";
import { neutralText } from "./neutral-text.ts";
import { safeBlocks } from "./safe-blocks.ts";

/** More than this is never quoted: the rest would be cut from the body anyway. */
const MAX_SOURCE = 150_000;

export type Blocks = (BlockContent | DefinitionContent)[];

type QuotedExcerpt = Pick<Excerpt, "line" | "markdown" | "tableHead" | "isLog">;

interface Quote {
  /** Those of the meeting that it was made for. */
  readonly references: QuoteContext["references"];
  readonly blocks: Blocks;
}

/** Made once for each place where it is posted: a line with hundreds of mentions is quoted for each of them. */
const known = new WeakMap<QuotedExcerpt, Map<string, Quote>>();

/**
 * An excerpt of minutes as blocks that can be anywhere: nothing in them pings, refers, closes, renders as HTML or
 * reaches out of the quote, and every link leads to what it meant.
 */
export function quoteBlocks(excerpt: QuotedExcerpt, context: QuoteContext): Blocks {
  const { base, target, references } = context;
  const renamed = [...(base.renamed ?? [])];
  const place = JSON.stringify([target, base.webUrl, base.repository, base.commit, renamed]);
  const quotes = known.get(excerpt) ?? new Map<string, Quote>();
  known.set(excerpt, quotes);
  const quote = quotes.get(place);
  if (quote?.references === references) return quote.blocks;
  const blocks = makeBlocks(excerpt, context);
  quotes.set(place, { references, blocks });
  return blocks;
}

function makeBlocks(excerpt: QuotedExcerpt, context: QuoteContext): Blocks {
  const { source, lineOf } = (excerpt.isLog === true ? logSourceOf : sourceOf)(excerpt, context.privateParts);
  const head = definitionsOf(source, context.definitions);
  const tree = parseGfm(`${head.join("\n")}\n\n${source}`);
  const offset = Math.max(head.length, 1) + 1;
  return safeBlocks(tree.children, {
    ...context,
    urls: collectUrls(tree.children),
    lineOf: (line) => lineOf(line - offset),
  });
}

/** Plain text from a line of minutes, as nodes that mean nothing to GitHub but what they meant there. */
export function quotedText(value: string, line: number, context: QuoteContext): PhrasingContent[] {
  return neutralText(value, ({ repository, number }) => findMention(repository, number, line, context));
}

/** The lines that are quoted, and the line of the minutes (from 1) of each. */
function sourceOf({ line, markdown, tableHead }: QuotedExcerpt, privateParts: readonly LineRange[]) {
  const parts = [...(tableHead === null ? [] : [tableHead]), { line, markdown: cutSource(markdown) }];
  const texts = parts.map((part) => withoutPrivate(part.markdown, part.line, privateParts));
  const headHeight = tableHead === null ? 0 : tableHead.markdown.split(/\r\n|\r|\n/).length;
  return {
    source: dedent(texts.join("\n")),
    lineOf: (at: number) =>
      tableHead !== null && at <= headHeight ? tableHead.line + at - 1 : line + at - headHeight - 1,
  };
}

/** The same of a chat's log. */
function logSourceOf({ line, markdown }: QuotedExcerpt, privateParts: readonly LineRange[]) {
  const lines = logLines(withoutPrivate(cutSource(markdown), line, privateParts), line);
  return {
    source: lines.map((one) => one.markdown).join("\n"),
    lineOf: (at: number) => lines[at - 1]?.line ?? line,
  };
}

function cutSource(markdown: string): string {
  if (markdown.length <= MAX_SOURCE) return markdown;
  return markdown.slice(0, Math.max(markdown.lastIndexOf("\n", MAX_SOURCE), 1));
}

/** Private lines are left empty, so that the lines after them keep their numbers. */
function withoutPrivate(markdown: string, firstLine: number, parts: readonly LineRange[]): string {
  if (parts.length === 0) return markdown;
  const isPrivate = (line: number): boolean =>
    parts.some((part) => part.line <= line && line <= part.endLine);
  return markdown
    .split(/\r\n|\r|\n/)
    .map((text, index) => (isPrivate(firstLine + index) ? "" : text))
    .join("\n");
}

/** Definitions of the file that the excerpt uses, as lines before it, where an unclosed fence cannot swallow them. */
function definitionsOf(source: string, definitions: readonly LinkDefinition[]): string[] {
  const used = source.toLowerCase();
  return definitions
    .filter(({ label }) => /^[^[\]\\\n]+$/.test(label) && used.includes(label.toLowerCase()))
    .slice(0, 500)
    .map(
      ({ label, url }) =>
        `[${label}]: <${url.replace(/[<>\\\s]/g, (character) => encodeURIComponent(character))}>`,
    );
}

function collectUrls(nodes: RootContent[]): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  visit({ type: "root", children: nodes }, "definition", (node) => {
    if (!urls.has(node.identifier)) urls.set(node.identifier, node.url);
  });
  return urls;
}
