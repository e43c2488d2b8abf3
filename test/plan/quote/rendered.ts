import { spawnSync } from "node:child_process";
import type { Element, ElementContent, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** Markdown as GitHub would render it before it takes anything dangerous out, as a tree. */
export function render(markdown: string): Root {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  return fromHtml(html, { fragment: true });
}

/** Makes a tree of what Markdown shows. */
export type Render = (markdown: string) => Root;

const CMARK = [
  "--unsafe",
  ...["table", "strikethrough", "autolink", "tasklist", "footnotes"].flatMap((name) => ["-e", name]),
];

/** Whether GitHub's own renderer is installed. */
export const hasCmark = spawnSync("cmark-gfm", ["--version"]).status === 0;

/** The same by GitHub's own renderer, which shares no code with what we parse and print Markdown by. */
export const renderByCmark: Render = (markdown) => {
  const { stdout, status } = spawnSync("cmark-gfm", CMARK, { input: markdown, encoding: "utf8" });
  if (status !== 0) throw new Error("cmark-gfm failed.");
  return fromHtml(stdout, { fragment: true });
};

/** All elements below a node. */
export function elementsOf(node: Root | ElementContent): readonly Element[] {
  if (!("children" in node)) return [];
  const below = node.children.flatMap((child) => (child.type === "doctype" ? [] : elementsOf(child)));
  return node.type === "element" ? [node, ...below] : below;
}

/** All texts below a node, but for those in code; neighbors joined as GitHub's filters see them. */
export function textsOf(node: Root | ElementContent): readonly string[] {
  if (node.type === "text") return [node.value];
  if (!("children" in node) || (node.type === "element" && node.tagName === "code")) return [];
  const texts: string[] = [];
  let isOpen = false;
  for (const child of node.children) {
    if (child.type === "text" && isOpen) texts.push(`${texts.pop() ?? ""}${child.value}`);
    else if (child.type !== "doctype") texts.push(...textsOf(child));
    isOpen = child.type === "text";
  }
  return texts;
}

/** Whether HTML comments are below a node. */
export function hasComments(node: Root | ElementContent): boolean {
  if (node.type === "comment") return true;
  if (!("children" in node)) return false;
  return node.children.some((child) => child.type !== "doctype" && hasComments(child));
}
