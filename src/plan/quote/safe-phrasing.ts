import type { PhrasingContent, Text } from "mdast";
import { toString as plainText } from "mdast-util-to-string";
import { withBareLinks } from "./bare-links.ts";
import { link, text } from "./build.ts";
import { breakMarkers } from "./characters.ts";
import { removeInvisible } from "../../language/text/invisible.ts";
import type { QuoteContext } from "./context.ts";
import { htmlToBlocks } from "./html.ts";
import { findMention } from "./mentions.ts";
import { neutralText, type ResolveMention } from "./neutral-text.ts";
import { safeImage, safeLink } from "./urls.ts";

/** What the tree of one quote needs to be made safe. */
export interface SafeContext extends QuoteContext {
  /** Link definitions by their normalised label. */
  readonly urls: ReadonlyMap<string, string>;
  /** The line of the minutes of a line of the parsed text; null: not known. */
  readonly lineOf: (parsedLine: number) => number;
}

/** Deeper than people nest anything. */
export const MAX_DEPTH = 40;

/** Inline Markdown that can do nothing outside the quote. */
export function safePhrasing(
  nodes: readonly PhrasingContent[],
  context: SafeContext,
  depth: number,
  inLink = false,
): PhrasingContent[] {
  if (depth > MAX_DEPTH) return [];
  // Texts that are side by side once the HTML between them is gone mean together what neither means alone.
  const simple = mergeTexts(nodes.flatMap((node) => simplify(node, context, depth)));
  const linked = inLink ? simple : simple.flatMap((node) => linkify(node, context, depth));
  return linked.flatMap((node) => safeNode(node, context, depth, inLink));
}

function linkify(node: PhrasingContent, context: SafeContext, depth: number): PhrasingContent[] {
  if (node.type !== "text") return [node];
  return withBareLinks(node).flatMap((part) =>
    part.type === "link" ? simplify(part, context, depth) : [part],
  );
}

/** Takes out what is not to be quoted as it is: HTML, footnotes, references to definitions, links to nowhere. */
function simplify(node: PhrasingContent, context: SafeContext, depth: number): PhrasingContent[] {
  switch (node.type) {
    case "html":
      return ofTag(node.value, context, depth);
    case "footnoteReference":
      return [text(`[${node.label ?? node.identifier}]`)];
    case "linkReference": {
      const url = context.urls.get(node.identifier);
      const children = node.children;
      return url === undefined
        ? children
        : simplify({ type: "link", url, children, ...positionOf(node) }, context, depth);
    }
    case "imageReference": {
      const url = context.urls.get(node.identifier);
      const alt = node.alt ?? "";
      return url === undefined ? [text(alt)] : simplify({ type: "image", url, alt }, context, depth);
    }
    case "image":
      return safeImage(node.url, context) === null ? [text(node.alt ?? "")] : [node];
    case "link":
      return safeLink(node.url, context).url === null && depth < MAX_DEPTH
        ? withoutLink(node, context, depth)
        : [node];
    default:
      return [node];
  }
}

/** Of tags within a line only line breaks and images say something by themselves. */
function ofTag(tag: string, context: SafeContext, depth: number): PhrasingContent[] {
  if (/^<br\s*\/?>$/i.test(tag)) return [{ type: "break" }];
  if (!/^<img\s/i.test(tag)) return [];
  const images = htmlToBlocks(tag).flatMap((node) => (node.type === "paragraph" ? node.children : [node]));
  return images.flatMap((node) => (node.type === "image" ? simplify(node, context, depth) : []));
}

type LinkNode = Extract<PhrasingContent, { type: "link" }>;

function withoutLink(node: LinkNode, context: SafeContext, depth: number): PhrasingContent[] {
  const { label } = safeLink(node.url, context);
  if (label !== null && isBare(node)) return [{ type: "inlineCode", value: label }];
  return node.children.flatMap((child) => simplify(child, context, depth + 1));
}

function safeNode(
  node: PhrasingContent,
  context: SafeContext,
  depth: number,
  inLink: boolean,
): PhrasingContent[] {
  switch (node.type) {
    case "text":
      return neutralText(node.value, inLink ? null : resolver(node, context));
    case "inlineCode":
      return [{ type: "inlineCode", value: breakMarkers(removeInvisible(node.value)) }];
    case "break":
      return [{ type: "break" }];
    case "image":
      return [
        {
          type: "image",
          url: encodeUrl(safeImage(node.url, context) ?? ""),
          alt: breakMarkers(removeInvisible(node.alt ?? "")),
        },
      ];
    case "link":
      return inLink
        ? safePhrasing(node.children, context, depth + 1, true)
        : safeLinkNode(node, context, depth);
    case "emphasis":
    case "strong":
    case "delete": {
      const children = safePhrasing(node.children, context, depth + 1, inLink);
      return children.length === 0 ? [] : [{ type: node.type, children }];
    }
    default:
      return [];
  }
}

function safeLinkNode(node: LinkNode, context: SafeContext, depth: number): PhrasingContent[] {
  const { url, label } = safeLink(node.url, context);
  if (url === null) return [];
  const children =
    label !== null && isBare(node) ? [text(label)] : safePhrasing(node.children, context, depth + 1, true);
  return children.length === 0 ? [] : [link(encodeUrl(url), ...children)];
}

/** Whether a link names nothing but its own address. */
function isBare(node: LinkNode): boolean {
  const shown = plainText(node).trim();
  return shown === node.url || `http://${shown}` === node.url || `https://${shown}` === node.url;
}

/** Nothing of an address can be read as a tag, as a marker or as a formula. */
function encodeUrl(url: string): string {
  return url.replaceAll("<", "%3C").replaceAll(">", "%3E").replaceAll("$", "%24");
}

function resolver(node: Text, context: SafeContext): ResolveMention {
  const start = node.position?.start.line ?? null;
  return ({ repository, number, lineOffset }) =>
    findMention(repository, number, start === null ? null : context.lineOf(start + lineOffset), context);
}

function mergeTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === "text" && last?.type === "text") {
      merged[merged.length - 1] = { ...last, value: last.value + node.value };
    } else merged.push(node);
  }
  return merged;
}

function positionOf(node: PhrasingContent): Pick<PhrasingContent, "position"> {
  return node.position === undefined ? {} : { position: node.position };
}
