import { trimEnd } from "../../language/text/trim.ts";
import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, RootContent } from "mdast";
import { phrasing } from "mdast-util-phrasing";
import { paragraph, strong, text } from "./build.ts";
import { breakMarkers } from "./characters.ts";
import { removeInvisible } from "../../language/text/invisible.ts";
import { breakClosings } from "./closings.ts";
import { htmlToBlocks } from "./html.ts";
import { MAX_DEPTH, type SafeContext, safePhrasing } from "./safe-phrasing.ts";

/** Blocks that can do nothing outside the quote: no heading, no HTML, no check box that somebody could tick. */
export function safeBlocks(
  nodes: readonly RootContent[],
  context: SafeContext,
  depth = 0,
): (BlockContent | DefinitionContent)[] {
  if (depth > MAX_DEPTH) return [];
  return wrapPhrasing(nodes).flatMap((node) => safeBlock(node, context, depth));
}

function safeBlock(
  node: RootContent,
  context: SafeContext,
  depth: number,
): (BlockContent | DefinitionContent)[] {
  switch (node.type) {
    case "paragraph":
      return nonEmpty(breakClosings(safePhrasing(withoutAttributes(node.children), context, depth)));
    case "heading": {
      const children = breakClosings(safePhrasing(withoutAttributes(node.children), context, depth));
      return children.length === 0 ? [] : [paragraph(strong(...children))];
    }
    case "blockquote": {
      const children = safeBlocks(node.children, context, depth + 1);
      return children.length === 0 ? [] : [{ type: "blockquote", children }];
    }
    case "list": {
      const children = node.children.map((item) => safeItem(item, context, depth + 1));
      return [
        {
          type: "list",
          ordered: node.ordered ?? false,
          start: node.start ?? null,
          spread: node.spread ?? false,
          children,
        },
      ];
    }
    case "code":
      return [
        { type: "code", value: breakMarkers(removeInvisible(node.value)), lang: safeLanguage(node.lang) },
      ];
    case "html":
      return safeBlocks(
        htmlToBlocks(node.value).filter((child) => child.type !== "html"),
        context,
        depth + 1,
      );
    case "table": {
      const children = node.children.map((row) => ({
        ...row,
        children: row.children.map((cell) => ({
          ...cell,
          children: breakClosings(withoutBreaks(safePhrasing(cell.children, context, depth))),
        })),
      }));
      return [{ type: "table", align: node.align ?? [], children }];
    }
    case "footnoteDefinition":
      return safeBlocks(
        [paragraph(text(`[${node.label ?? node.identifier}]`)), ...node.children],
        context,
        depth + 1,
      );
    case "thematicBreak":
      return [{ type: "thematicBreak" }];
    default:
      return [];
  }
}

function safeItem(item: ListItem, context: SafeContext, depth: number): ListItem {
  const children = safeBlocks(item.children, context, depth);
  if (typeof item.checked === "boolean") {
    const box = text(item.checked ? "☑ " : "☐ ");
    const first = children[0];
    if (first?.type === "paragraph") children[0] = paragraph(box, ...first.children);
    else children.unshift(paragraph(box));
  }
  return { type: "listItem", spread: item.spread ?? false, children };
}

/** Languages that GitHub would draw or offer to apply are shown as plain code. */
function safeLanguage(language: string | null | undefined): string | null {
  const clean = /^[A-Za-z][\w+#.-]{0,30}$/.exec(language ?? "")?.[0] ?? null;
  return clean === null || /^(?:suggestion|mermaid|math|geojson|topojson|stl)$/i.test(clean) ? null : clean;
}

/** Without the classes that kramdown takes from the end of a block, which GitHub shows as they are: `{: .note}`. */
function withoutAttributes(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const last = nodes.at(-1);
  if (last?.type !== "text") return nodes;
  const value = withoutClasses(last.value);
  return value === "" ? nodes.slice(0, -1) : [...nodes.slice(0, -1), { ...last, value }];
}

/** `{: .note}` counts where it is a line of its own. */
function withoutClasses(value: string): string {
  const trimmed = value.trimEnd();
  const open = trimmed.lastIndexOf("{");
  if (!/^\{:[^{}\n]*\}$/.test(trimmed.slice(Math.max(0, open)))) return value;
  const before = trimEnd(trimmed.slice(0, open), /[ \t]/);
  return before === "" || before.endsWith("\n") ? before.trimEnd() : value;
}

function withoutBreaks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node) => (node.type === "break" ? text(" ") : node));
}

function nonEmpty(children: readonly PhrasingContent[]): BlockContent[] {
  const trimmed = trimmedEnds(children);
  return trimmed.length === 0 ? [] : [paragraph(...trimmed)];
}

/** Without the spaces that what was taken out leaves at either end; printed, they would be seen as `&#x20;`. */
function trimmedEnds(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const last = nodes.length - 1;
  return nodes.flatMap((node, index): PhrasingContent[] => {
    if (node.type !== "text") return [node];
    const start = index === 0 ? node.value.trimStart() : node.value;
    const value = index === last ? start.trimEnd() : start;
    return value === "" ? [] : [{ ...node, value }];
  });
}

/** HTML leaves words between blocks; they become paragraphs. */
function wrapPhrasing(nodes: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = [];
  let open: PhrasingContent[] | null = null;
  for (const node of nodes) {
    if (node.type !== "html" && phrasing(node)) {
      if (open === null) blocks.push(paragraph());
      const last = blocks.at(-1);
      open = last?.type === "paragraph" ? last.children : [];
      open.push(node);
    } else {
      open = null;
      blocks.push(node);
    }
  }
  return blocks;
}
