import type { Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { isCrowded, PAIRED_CONSTRUCTS } from "../../minutes/markdown/crowded.ts";

/** Four spaces are a list that somebody indented freely, as in reading, not code. */
const parser = parserWithout(["codeIndented"]);
const parserOfCrowded = parserWithout(["codeIndented", ...PAIRED_CONSTRUCTS]);

function parserWithout(constructs: string[]) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .data("micromarkExtensions", [{ disable: { null: constructs } }])
    .freeze();
}

const printer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: "-", emphasis: "*", rule: "-", listItemIndent: "one", fences: true })
  .freeze();

export function parseGfm(markdown: string): Root {
  return (isCrowded(markdown) ? parserOfCrowded : parser).parse(markdown);
}

/** The Markdown of blocks, without a line end at its end. */
export function printGfm(children: readonly RootContent[]): string {
  return printer.stringify({ type: "root", children: [...children] }).replace(/\n+$/, "");
}
