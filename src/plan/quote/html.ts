import type { Nodes } from "hast";
import type { RootContent } from "mdast";
import { fromHtml } from "hast-util-from-html";
import { toMdast } from "hast-util-to-mdast";

const DROPPED = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "iframe",
  "object",
  "embed",
  "svg",
  "math",
  "head",
]);

/** Deeper HTML than this is not quoted: nobody writes it, and every tree walk would go as deep. */
const MAX_DEPTH = 50;

/** What a block of HTML says, as Markdown. Comments, scripts and everything else that nobody sees is left out. */
export function htmlToBlocks(value: string): RootContent[] {
  const tree = fromHtml(value, { fragment: true });
  const root = toMdast({ ...tree, children: tree.children.filter((child) => prune(child, 0)) });
  if (root.type !== "root") return [];
  return root.children;
}

/** Takes out of a tree what is not to be seen. */
function prune(node: Nodes, depth: number): boolean {
  if (node.type === "text") return true;
  if (node.type !== "element" || DROPPED.has(node.tagName) || depth > MAX_DEPTH) return false;
  node.children = node.children.filter((child) => prune(child, depth + 1));
  return true;
}
