import { trimEnd } from "../../language/text/trim.ts";
import type { Parents, Root, RootContent, Text } from "mdast";
import type { Extension } from "micromark-util-types";
import type { Info, State } from "mdast-util-to-markdown";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { boundMarks } from "../../minutes/markdown/bound-marks.ts";
import { excessOfDefinitions } from "../../minutes/markdown/excess.ts";
import { flattenNesting } from "../../minutes/markdown/nesting.ts";

/** Four spaces are a list that somebody indented freely, as in reading, not code. */
const parser = makeParser(["codeIndented"]);

/** A shorter text costs little, whatever it holds. */
const SHORT = 1000;

function makeParser(disabled: string[], ...extensions: Extension[]) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(function addExtensions() {
      // Behind those of GFM: the last come first.
      this.data().micromarkExtensions?.push({ disable: { null: disabled } }, ...extensions);
    })
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
  if (markdown.length <= SHORT) return parser.parse(flattenNesting(markdown));
  const text = flattenNesting(markdown);
  const disabled = ["codeIndented", ...(excessOfDefinitions(text) === null ? [] : ["definition"])];
  return makeParser(
    disabled,
    boundMarks(text, () => undefined),
  ).parse(text);
}

/** The Markdown of blocks, without a line end at its end. */
export function printGfm(children: readonly RootContent[]): string {
  return trimEnd(printer.stringify({ type: "root", children: [...children] }), /\n/);
}
