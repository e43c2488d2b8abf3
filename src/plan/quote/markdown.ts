import type { Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

/** Four spaces are a list that somebody indented freely, as in reading, not code. */
const parser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .data("micromarkExtensions", [{ disable: { null: ["codeIndented"] } }])
  .freeze();

const printer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: "-", emphasis: "*", rule: "-", listItemIndent: "one", fences: true })
  .freeze();

export function parseGfm(markdown: string): Root {
  return parser.parse(markdown);
}

/** The Markdown of blocks, without a line end at its end. */
export function printGfm(children: readonly RootContent[]): string {
  return printer.stringify({ type: "root", children: [...children] }).replace(/\n+$/, "");
}
