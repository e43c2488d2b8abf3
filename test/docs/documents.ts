import type { Code, Html, InlineCode, Link, Nodes, Root } from "mdast";
import { globSync, readFileSync } from "node:fs";
import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import { visit } from "unist-util-visit";

/** A Markdown file of the repository, and what is in it. */
export interface Document {
  readonly file: string;
  readonly text: string;
  readonly codes: readonly Code[];
  readonly inlineCodes: readonly InlineCode[];
  readonly links: readonly Link[];
  readonly htmls: readonly Html[];
}

const EXCLUDED = ["node_modules/**", "fixtures/**", "dist/**", "coverage/**", "data/**"];

/** Every document that people read here; fixtures are minutes, not documents. */
export const documents: readonly Document[] = globSync("**/*.md", { exclude: EXCLUDED })
  .concat(globSync(".github/**/*.md"))
  .map((file) => file.replaceAll("\\", "/"))
  .toSorted()
  .map(readDocument);

function readDocument(file: string): Document {
  const text = readFileSync(file, "utf8");
  const tree = remark().use(remarkFrontmatter).use(remarkGfm).parse(text);
  return {
    file,
    text,
    codes: nodesOf(tree, "code"),
    inlineCodes: nodesOf(tree, "inlineCode"),
    links: nodesOf(tree, "link"),
    htmls: nodesOf(tree, "html"),
  };
}

function nodesOf<Type extends Nodes["type"]>(tree: Root, type: Type): Extract<Nodes, { type: Type }>[] {
  const found: Extract<Nodes, { type: Type }>[] = [];
  visit(tree, type, (node) => void found.push(node as Extract<Nodes, { type: Type }>));
  return found;
}

/** The code blocks of a language in all documents, each with its place. */
export function blocksOf(
  ...languages: readonly string[]
): { readonly place: string; readonly code: string }[] {
  return documents.flatMap(({ file, codes }) =>
    codes
      .filter(({ lang }) => languages.includes(lang ?? ""))
      .map(({ value, position }) => ({ place: `${file}:${position?.start.line}`, code: value })),
  );
}
