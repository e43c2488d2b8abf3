import type { Element, Nodes, Root as HtmlRoot, RootContent } from "hast";
import { toMdast } from "hast-util-to-mdast";
import type { Root } from "mdast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { TellExcess } from "./excess.ts";
import { excessOfElements } from "./html-excess.ts";
import { splitHtml } from "./split-html.ts";

/** Parts of the W3C's minutes that repeat what is elsewhere, and what is no text. */
const REPEATED = new Set(["toc", "links", "ActionSummary", "ResolutionSummary", "menu"]);
const NO_TEXT = new Set(["nav", "script", "style", "noscript", "template", "svg", "button", "form"]);

const isElement = (node: Nodes): node is Element => node.type === "element";
const isLeftOut = (node: RootContent): boolean =>
  isElement(node) && (NO_TEXT.has(node.tagName) || REPEATED.has(String(node.properties.id ?? "")));

/** `<dt>Present</dt><dd>Ada</dd>` as the paragraph `Present: Ada`. */
function readDefinitions(list: Element): Element[] {
  const paragraphs: Element[] = [];
  for (const child of list.children) {
    if (!isElement(child)) continue;
    const paragraph = { ...child, tagName: "p" };
    const last = paragraphs.at(-1);
    if (child.tagName === "dd" && last !== undefined) {
      last.children.push({ type: "text", value: last.children.length > 1 ? ", " : ": " });
      for (const part of child.children) last.children.push(part);
    } else paragraphs.push({ ...paragraph, children: [...child.children] });
  }
  return paragraphs;
}

function tidy(node: HtmlRoot | Element): void {
  const children: Element["children"] = [];
  for (const child of node.children as Element["children"]) {
    if (isLeftOut(child)) continue;
    if (isElement(child)) tidy(child);
    if (isElement(child) && child.tagName === "dl") children.push(...readDefinitions(child));
    else children.push(child);
  }
  node.children = children;
}

type Placed = Nodes | Root | Root["children"][number];

/**
 * Gives a node that HTML only implies, such as the paragraph of an item, the place of what is in it, or else of its
 * parent.
 */
function place(node: Placed, around: Placed["position"]): void {
  const children: readonly Placed[] = "children" in node ? node.children : [];
  for (const child of children) place(child, node.position ?? around);
  if (node.position !== undefined) return;
  const [first, last] = [children[0]?.position, children.at(-1)?.position];
  const position = first === undefined || last === undefined ? around : { start: first.start, end: last.end };
  if (position !== undefined) node.position = position;
}

/** The Markdown tree of minutes in HTML, such as the W3C's scribe writes; lines are those of the HTML. */
export function parseHtml(source: string, tell: TellExcess): Root {
  const excess = excessOfElements(source);
  if (excess !== null) {
    tell(excess);
    return splitHtml(source);
  }
  const html = unified().use(rehypeParse).parse(source);
  tidy(html);
  const tree = toMdast(html);
  place(tree, undefined);
  return tree.type === "root" ? tree : { type: "root", children: [] };
}
