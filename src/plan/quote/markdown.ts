import { trimEnd } from "../../minutes/wording/trim.ts";
import type { Parents, Root, RootContent, Text } from "mdast";
import type { Info, State } from "mdast-util-to-markdown";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { overusedConstructs } from "../../minutes/markdown/crowded.ts";
import { flattenNesting } from "../../minutes/markdown/nesting.ts";

/** Four spaces are a list that somebody indented freely, as in reading, not code. */
const parser = parserWithout(["codeIndented"]);

function parserWithout(constructs: string[]) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .data("micromarkExtensions", [{ disable: { null: constructs } }])
    .freeze();
}

const printer = unified()
  .use(remarkGfm)
  .use(remarkStringify, {
    bullet: "-",
    emphasis: "*",
    rule: "-",
    listItemIndent: "one",
    fences: true,
    handlers: { text: printText },
  })
  .freeze();

/** A dollar sign that GitHub could take for the beginning or end of a formula. Amounts of money begin none. */
const DOLLAR = /\$(?!\d)/g;

/** Text as Markdown. What would be a formula is shown as it is written: GitHub documents `<span>` for that. */
function printText(node: Text, _parent: Parents | undefined, state: State, info: Info): string {
  const printed = state.safe(node.value, info);
  // An address in angle brackets is no place for tags.
  return state.stack.includes("autolink") ? printed : printed.replace(DOLLAR, "<span>$</span>");
}

export function parseGfm(markdown: string): Root {
  const overused = overusedConstructs(markdown);
  const own = overused.length === 0 ? parser : parserWithout(["codeIndented", ...overused]);
  return own.parse(flattenNesting(markdown));
}

/** The Markdown of blocks, without a line end at its end. */
export function printGfm(children: readonly RootContent[]): string {
  return trimEnd(printer.stringify({ type: "root", children: [...children] }), /\n/);
}
