import type { Code, Definition, List, ListItem, Paragraph, Heading, Root, RootContent, Table } from "mdast";
import type { FrontMatter, FrontMatterEntry } from "../page.ts";
import type { LineRange, LinkDefinition } from "../meeting.ts";
import { BlockNode, plainInline } from "./block-node.ts";
import { directiveBody, MOST_DIRECTIVES } from "./directives.ts";
import { readFrontMatter } from "./front-matter.ts";
import { readHtml } from "./html-block.ts";
import { type FindDefinition, type InlineText, readInline, withoutAttributes } from "./inline.ts";
import { type TellExcess, tellNobody } from "./excess.ts";
import { parseMarkdown } from "./parse.ts";
import { splitUtterances } from "./utterances.ts";

/** Where a block is. */
interface Place {
  readonly parent: BlockNode | null;
  readonly depth: number;
  readonly quoted: boolean;
  /** Added to the tree's lines: those of the file that come before a text parsed by itself. */
  readonly offset: number;
  /** In so many directives, each of which is parsed by itself. */
  readonly directives: number;
}

export interface Blocks {
  readonly blocks: BlockNode[];
  readonly frontMatter: FrontMatter;
  readonly definitions: readonly LinkDefinition[];
  /** Lines that a later one took back (`#undo`). They are no more quoted than private ones. */
  readonly undone?: readonly LineRange[];
}

/** A longer line with dashes below is prose; behind `#`, titles of issues are longer than others. */
const LONG_UNDERLINED = 120;
const LONG_HEADING = 400;
/** Check boxes that GFM does not take for one: `[x]Ada`, `[-]`, a note program's `[/]` and `[>]`, `☐`. */
const LOOSE_BOX = /^(?:\[( {0,3}|[xX✓✔✅/!><?*~-])\](?=[ \p{L}@]|$)|([☐⬜🔲□])) */u;
/** Boxes of what is begun, put off or weighty, but not over. */
const OPEN_BOX = /^[ /!><?*~]*$/;
/** `{: .draft}` of kramdown on a line of its own. */
const ATTRIBUTES_ALONE = /^(?:\{:[^{}]*\}\s*)+$/;
/** TOML is a node type of an extension that mdast's own types do not know. */
const isFrontMatter = (type: string): boolean => type === "yaml" || type === "toml";
const startLine = (node: RootContent | ListItem): number => node.position?.start.line ?? 1;
const endLine = (node: RootContent | ListItem): number => node.position?.end.line ?? 1;

class BlockWriter {
  readonly blocks: BlockNode[] = [];
  readonly entries: FrontMatterEntry[] = [];
  private readonly headings: BlockNode[] = [];
  private readonly find: FindDefinition;
  private readonly lines: readonly string[];
  private readonly tell: TellExcess;
  /** The line without indent that ended the last item of the list that is written. */
  private behindItem: BlockNode | null = null;

  constructor(find: FindDefinition, lines: readonly string[], tell: TellExcess) {
    this.find = find;
    this.lines = lines;
    this.tell = tell;
  }

  /** Writes flow content. Lists know the paragraph before them. */
  writeAll(nodes: readonly RootContent[], place: Place): void {
    let leadIn: BlockNode | null = null;
    let isOrdered: boolean | null = null;
    for (const node of nodes) {
      const count = this.blocks.length;
      // A list of another kind behind a list is another list.
      if (node.type === "list" && isOrdered !== null && isOrdered !== (node.ordered ?? false)) leadIn = null;
      isOrdered = node.type === "list" ? (node.ordered ?? false) : node.type === "html" ? isOrdered : null;
      if (node.type === "list") this.writeList(node, place, leadIn);
      else if (node.type === "table") this.writeTable(node, place, leadIn);
      else {
        this.write(node, place);
        const last = this.blocks.at(-1);
        if (this.blocks.length > count) leadIn = last?.kind === "paragraph" ? last : null;
        else if (node.type === "thematicBreak") leadIn = null;
      }
    }
  }

  private write(node: RootContent, place: Place): void {
    switch (node.type) {
      case "heading":
        this.writeHeading(node, place);
        return;
      case "paragraph":
        this.writeParagraph(this.inline(node, place), "paragraph", place);
        return;
      case "blockquote":
        this.writeAll(node.children, { ...place, quoted: true });
        return;
      case "footnoteDefinition":
        this.writeAll(node.children, place);
        return;
      case "definition":
        this.writeDefinition(node, place);
        return;
      case "code":
        this.writeCode(node, place);
        return;
      case "html":
        this.writeHtml(node.value, startLine(node) + place.offset, place);
        return;
      default:
        if ("value" in node && isFrontMatter(node.type)) {
          this.entries.push(...readFrontMatter(node.value, startLine(node) + place.offset + 1).entries);
        }
    }
  }

  private inline(node: Paragraph | Heading, place: Place): InlineText {
    return readInline(node.children, startLine(node) + place.offset, this.find);
  }

  private push(block: BlockNode, place: Place): BlockNode {
    block.parent = place.parent;
    block.quoted = place.quoted;
    block.heading = this.headings.at(-1) ?? null;
    this.blocks.push(block);
    return block;
  }

  private writeHeading(node: Heading, place: Place): void {
    const inline = this.inline(node, place);
    const [first, ...others] = splitUtterances(withoutAttributes(inline), false);
    // A line of dashes below wrapped prose makes a heading of it that nobody meant.
    const below = endLine(node) - startLine(node);
    const isProse = below > 1 || inline.text.length > (below === 1 ? LONG_UNDERLINED : LONG_HEADING);
    if (others.length > 0 || isProse || first === undefined || place.parent !== null) {
      this.writeParagraph(inline, "paragraph", place);
      return;
    }
    this.pushHeading(new BlockNode("heading", node.depth, first), place);
  }

  private pushHeading(block: BlockNode, place: Place): void {
    while ((this.headings.at(-1)?.depth ?? 0) >= block.depth) this.headings.pop();
    this.push(block, place);
    this.headings.push(block);
  }

  /** Markdown takes a line without indent for a part of the item above; who began something new there did not. */
  private isFlushLeft(line: number, place: Place): boolean {
    return !place.quoted && /^\S/.test(this.lines[line - 1] ?? "");
  }

  private writeParagraph(
    inline: InlineText,
    kind: "paragraph" | "item",
    place: Place,
    isNumbered = false,
  ): BlockNode | undefined {
    const isProse = kind === "item" ? isNumbered : place.parent === null;
    let first: BlockNode | undefined;
    for (const part of splitUtterances(withoutAttributes(inline), isProse)) {
      if (kind === "paragraph" && ATTRIBUTES_ALONE.test(part.text)) continue;
      if (first !== undefined && kind === "item" && this.isFlushLeft(part.line, place)) {
        this.behindItem = this.push(new BlockNode("paragraph", 0, part), {
          ...place,
          parent: null,
          depth: 0,
        });
        continue;
      }
      const inside = first !== undefined && kind === "item" ? { ...place, parent: first } : place;
      const depth = kind === "item" ? place.depth + 1 : place.depth;
      const block = this.push(new BlockNode(first === undefined ? kind : "paragraph", depth, part), inside);
      if (block.kind === "paragraph") readBox(block);
      block.continues = first === undefined ? null : (this.blocks.at(-2) ?? null);
      first ??= block;
    }
    return first;
  }

  private writeList(node: List, place: Place, leadIn: BlockNode | null): void {
    if (place.parent === null) this.behindItem = null;
    for (const item of node.children) {
      const above = place.parent === null ? (this.behindItem ?? leadIn) : leadIn;
      this.writeItem(item, place, above, node.ordered === true);
    }
  }

  private writeItem(item: ListItem, place: Place, leadIn: BlockNode | null, isNumbered: boolean): void {
    const [first, ...others] = item.children;
    const hasText = first?.type === "paragraph" || first?.type === "heading";
    const inline = hasText ? this.inline(first, place) : plainInline("", startLine(item) + place.offset);
    const block = this.writeParagraph(inline, "item", place, isNumbered);
    if (block === undefined) return;
    block.leadIn = leadIn;
    block.checked = item.checked ?? null;
    if (block.checked === null) readBox(block);
    this.writeAll(hasText ? others : item.children, { ...place, parent: block, depth: place.depth + 1 });
    const last = this.blocks.at(-1);
    const isLeft = last !== undefined && last === this.behindItem;
    block.lastLine = isLeft
      ? Math.max(block.lastLine, last.line - 1)
      : Math.max(endLine(item) + place.offset, block.lastLine);
  }

  private writeTable(node: Table, place: Place, leadIn: BlockNode | null): void {
    let header: readonly string[] = [];
    for (const [index, row] of node.children.entries()) {
      const line = (row.position?.start.line ?? 1) + place.offset;
      const cells = row.children.map((cell) =>
        splitUtterances(readInline(cell.children, line, this.find), false),
      );
      const texts = cells.map((parts) => parts.map((part) => part.text).join(" "));
      const plains = cells.map((parts) => parts.map((part) => part.plain).join(" "));
      if (index === 0) header = texts;
      const joined = { ...plainInline(texts.join(" | "), line), plain: plains.join(" | ") };
      const block = this.push(new BlockNode("row", place.depth, joined), place);
      block.leadIn = leadIn;
      block.table = { header, row: index, column: null };
      for (const [column, parts] of cells.entries()) {
        for (const part of parts) {
          const cell = this.push(new BlockNode("cell", place.depth, { ...part, endLine: line }), {
            ...place,
            parent: block,
          });
          cell.leadIn = leadIn;
          cell.table = { header, row: index, column };
        }
      }
    }
  }

  private writeDefinition(node: Definition, place: Place): void {
    const block = new BlockNode("definition", place.depth, plainInline("", startLine(node) + place.offset));
    block.spans = [{ kind: "link", start: 0, end: 0, url: node.url, bare: true }];
    this.push(block, place);
  }

  private writeCode(node: Code, place: Place): void {
    const line = startLine(node) + place.offset;
    const body = directiveBody(node.lang ?? "", node.value);
    const directives = place.directives + 1;
    if (body !== null && directives > MOST_DIRECTIVES) this.tell({ kind: "levels", line });
    else if (body !== null) {
      const offset = line + body.skipped;
      const tree = parseMarkdown(body.text, (excess) => this.tell({ ...excess, line: excess.line + offset }));
      this.writeAll(tree.children, { ...place, offset, directives });
      return;
    }
    const block = new BlockNode("code", place.depth, plainInline("", line, endLine(node) + place.offset));
    block.plain = node.value;
    this.push(block, place);
  }

  private writeHtml(value: string, line: number, place: Place): void {
    for (const { depth, ...inline } of readHtml(value, line)) {
      const isHeading = depth !== null && place.parent === null && !place.quoted;
      if (isHeading) this.pushHeading(new BlockNode("heading", depth, inline), place);
      else this.push(new BlockNode("paragraph", place.depth, inline), place);
    }
  }
}

/** Takes a check box that GFM does not know off a text. */
function readBox(block: BlockNode): void {
  const box = LOOSE_BOX.exec(block.text);
  if (box === null) return;
  block.checked = box[1] !== undefined && !OPEN_BOX.test(box[1]);
  block.drop(box[0].length);
}

/** Where reference-style links lead; the first definition of a label counts, as in CommonMark. */
function collectDefinitions(
  nodes: readonly RootContent[],
  into: Map<string, LinkDefinition>,
  isHidden: (line: number) => boolean,
): void {
  for (const node of nodes) {
    if (node.type === "definition") {
      if (into.has(node.identifier) || isHidden(startLine(node))) continue;
      into.set(node.identifier, {
        label: node.label ?? node.identifier,
        url: node.url,
        title: node.title ?? null,
      });
    } else if (node.type === "blockquote" || node.type === "footnoteDefinition" || node.type === "listItem") {
      collectDefinitions(node.children, into, isHidden);
    } else if (node.type === "list") {
      for (const item of node.children) collectDefinitions(item.children, into, isHidden);
    }
  }
}

/** What is known besides the tree. */
interface Given {
  /** Those of the source, where they are Markdown's own. */
  readonly lines: readonly string[];
  /** Whether a link must not be known that is defined on a line. */
  readonly isHidden: (line: number) => boolean;
  readonly tell: TellExcess;
}

const NOTHING: Given = { lines: [], isHidden: () => false, tell: tellNobody };

/** Takes a Markdown tree apart into blocks in document order. Links between the blocks are made later. */
export function writeBlocks(tree: Root, given: Partial<Given> = {}): Blocks {
  const { lines, isHidden, tell }: Given = { ...NOTHING, ...given };
  const definitions = new Map<string, LinkDefinition>();
  collectDefinitions(tree.children, definitions, isHidden);
  const used = new Set<string>();
  const writer = new BlockWriter(
    (identifier) => {
      const url = definitions.get(identifier)?.url;
      if (url !== undefined) used.add(url);
      return url;
    },
    lines,
    tell,
  );
  writer.writeAll(tree.children, { parent: null, depth: 0, quoted: false, offset: 0, directives: 0 });
  const { entries } = writer;
  // What a definition leads to is mentioned where it is used.
  const blocks = writer.blocks.filter(
    (block) => block.kind !== "definition" || !used.has(block.spans[0]?.url ?? ""),
  );
  return { blocks, frontMatter: { entries }, definitions: [...definitions.values()] };
}
