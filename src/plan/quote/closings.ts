import type { PhrasingContent, Text } from "mdast";
import { ZERO_WIDTH_SPACE as ZWSP } from "./characters.ts";
import { findClosings } from "./closing-words.ts";

/** Separates words: no word continues across it. */
const GAP = "\u0000";

/**
 * Breaks words that close an issue only once several nodes are read together: `fi**xes** #1`. Words within one text are
 * broken where it is made.
 */
export function breakClosings(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const texts: { readonly node: Text; readonly start: number }[] = [];
  const whole = flatten(nodes, texts, "");
  const cuts = findClosings(whole, false).map((index) => index + 1);
  if (cuts.length === 0) return [...nodes];
  const broken = new Map(texts.map(({ node, start }) => [node, withBreaks(node.value, start, cuts)]));
  return nodes.map((node) => withTexts(node, broken));
}

/** All that is read, in one string; where its texts begin goes into `texts`. */
function flatten(
  nodes: readonly PhrasingContent[],
  texts: { readonly node: Text; readonly start: number }[],
  before: string,
): string {
  let whole = before;
  for (const node of nodes) {
    if (node.type === "text") {
      texts.push({ node, start: whole.length });
      whole += node.value;
    } else if (node.type === "break") whole += "\n";
    // Of a picture no word is read, and nothing parts those around it.
    else if (node.type !== "image")
      whole = "children" in node ? flatten(node.children, texts, whole) : `${whole}${GAP}`;
  }
  return whole;
}

function withBreaks(value: string, start: number, cuts: readonly number[]): string {
  const own = cuts.map((cut) => cut - start).filter((cut) => cut >= 0 && cut < value.length);
  return own.reduceRight((text, cut) => `${text.slice(0, cut)}${ZWSP}${text.slice(cut)}`, value);
}

function withTexts(node: PhrasingContent, broken: ReadonlyMap<Text, string>): PhrasingContent {
  if (node.type === "text") return { ...node, value: broken.get(node) ?? node.value };
  if (!("children" in node)) return node;
  return { ...node, children: node.children.map((child) => withTexts(child, broken)) } as PhrasingContent;
}
