import type { Excess } from "./markdown/excess.ts";
import type { LineRange, LinkDefinition } from "./meeting.ts";

/**
 * A file of minutes, taken apart once for all kinds of findings: its blocks in document order, each with its text on
 * one logical line. Private parts, comments and front matter are not among the blocks.
 */
export interface Page {
  readonly path: string;
  readonly source: string;
  /** The lines of the source without their ends; line 1 is at index 0. */
  readonly lines: readonly string[];
  /** It is the log of a chat, and not Markdown. */
  readonly isLog: boolean;
  /** In document order; a block's `id` is its index. */
  readonly blocks: readonly Block[];
  readonly frontMatter: FrontMatter;
  readonly definitions: readonly LinkDefinition[];
  readonly privateParts: readonly LineRange[];
  /** Lines of fences of private parts that nothing closes. */
  readonly openFences: readonly number[];
  /** Where it has more than people write. */
  readonly excesses: readonly Excess[];
}

/**
 * - `heading`, `paragraph`: as in Markdown. A paragraph of several utterances (hard line ends, or lines that begin with
 *   a speaker or a marker) is several blocks.
 * - `item`: a list item's own text, without what hangs below it.
 * - `row`: a table's row, its cells joined by ` | `; its children are the cells.
 * - `cell`: one cell of a row.
 * - `definition`: where a reference-style link leads, `text` empty; the address is that of its one span.
 * - `code`: a code block or formula, `text` empty.
 */
export type BlockKind = "heading" | "paragraph" | "item" | "row" | "cell" | "code" | "definition";

export interface Block {
  readonly id: number;
  readonly kind: BlockKind;
  /** Where its own text begins and ends. */
  readonly line: number;
  readonly endLine: number;
  /** The last line of everything that hangs below it (an item's nested list); for a heading, its own last line. */
  readonly lastLine: number;
  /**
   * A heading's level (1 to 6); an item's nesting (1: outermost); otherwise that of the item it is in, 0 outside.
   */
  readonly depth: number;
  /** The item or row that it hangs below. null at the top. */
  readonly parent: Block | null;
  readonly children: readonly Block[];
  /** The block before and after it with the same parent, whatever its kind. */
  readonly previous: Block | null;
  readonly next: Block | null;
  /** The nearest heading above it; for a heading, the one whose part it opens in. */
  readonly heading: Block | null;
  /** For items and rows: the paragraph right before their list or table ("Next steps:"). */
  readonly leadIn: Block | null;
  /**
   * What rules look at, on one line: escapes and entities decoded, smart quotes straight, every kind of space a space,
   * code spans blanked with `CODE` characters, images with one `IMAGE`. As long as `plain`, offset for offset.
   */
  readonly text: string;
  /** What people read: as `text`, with code spans and quotes as written. */
  readonly plain: string;
  /** Strong, emphasised, struck, linked and code parts of `text`, in their order. */
  readonly spans: readonly Span[];
  /** A check box before the text; null: none. */
  readonly checked: boolean | null;
  /** All that it says is struck through, so it is over. What is struck in part is not in `text`. */
  readonly struck: boolean;
  /** It is in a block quote. */
  readonly quoted: boolean;
  /** For rows and cells. */
  readonly table: TablePlace | null;
  /** Who speaks, as written; null: the notes do not say. An utterance's further blocks have its speaker. */
  readonly speaker: string | null;
  /** Where in `text` the words begin that are said: behind `Name:`, `**Name** -`, `[name=Min] (5m):`. */
  readonly speechStart: number;
  /** It continues the paragraph or item before it, of which it was split off. */
  readonly continues: Block | null;
  /** The source line of an offset in `text`. */
  lineAt(offset: number): number;
}

export type SpanKind = "strong" | "emphasis" | "delete" | "link" | "code";

/** A part of a block's `text`: from `start`, up to but without `end`. */
export interface Span {
  readonly kind: SpanKind;
  readonly start: number;
  readonly end: number;
  /** For links: where to, references resolved. */
  readonly url?: string;
  /** For links: nothing but their own address (`<https://…>`). */
  readonly bare?: boolean;
}

export interface TablePlace {
  /** The texts of the header row. */
  readonly header: readonly string[];
  /** 0: the header row itself. */
  readonly row: number;
  /** null for the row as a whole. */
  readonly column: number | null;
}

/** Top-level keys of the YAML or TOML at the head of a file. */
export interface FrontMatter {
  readonly entries: readonly FrontMatterEntry[];
}

export interface FrontMatterEntry {
  /** In lower case. */
  readonly key: string;
  readonly line: number;
  /** A list's elements, or the one value, unquoted. */
  readonly values: readonly string[];
}

/** Replaces each character of a code span in `Block.text`. */
export const CODE = "\uE000";

/** Replaces an image in `Block.text` and `Block.plain`. */
export const IMAGE = "\uFFFC";
