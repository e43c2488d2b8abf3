import type { Nodes } from "mdast";
import { toString as plainText } from "mdast-util-to-string";

const BLOCK = /^(?:paragraph|list|listItem|blockquote|table|tableRow|tableCell|code|heading|root)$/;

/** A block as plain text, with a line for each block in it. HTML counts for nothing. */
export function blockText(node: Nodes): string {
  if (node.type === "html") return "";
  const blocks: readonly Nodes[] =
    "children" in node ? node.children.filter(({ type }) => BLOCK.test(type)) : [];
  return blocks.length === 0 ? plainText(node, { includeHtml: false }) : blocks.map(blockText).join("\n");
}

/** Blocks as plain text, one below the other. */
export function blocksText(nodes: readonly Nodes[]): string {
  return nodes.map(blockText).join("\n");
}
