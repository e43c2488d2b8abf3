import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { boundMarks } from "./bound-marks.ts";
import { excessOfDefinitions, excessOfFootnotes, tellNobody } from "./excess.ts";
import { makeEditsLinear } from "./linear-edits.ts";
import { flattenNesting } from "./nesting.ts";

makeEditsLinear();

const FRONT_MATTER = ["yaml", "toml"] as const;

/** A construct of GFM, and what a text must have for it: a parser that need not look for it is a faster one. */
const CONSTRUCTS = [
  {
    needs: /^(?:---|\+\+\+)/,
    syntax: frontmatter([...FRONT_MATTER]),
    tree: frontmatterFromMarkdown([...FRONT_MATTER]),
  },
  {
    needs: /\[\^/,
    excessOf: excessOfFootnotes,
    syntax: gfmFootnote(),
    tree: gfmFootnoteFromMarkdown(),
  },
  { needs: /~/, syntax: gfmStrikethrough(), tree: gfmStrikethroughFromMarkdown() },
  { needs: /\|[ \t]*:?-|-:?[ \t]*\|/, syntax: gfmTable(), tree: gfmTableFromMarkdown() },
  { needs: /\[[ xX]\]/, syntax: gfmTaskListItem(), tree: gfmTaskListItemFromMarkdown() },
];

/**
 * The Markdown tree of minutes: GFM without its literal autolinks, which reading finds itself, and without indented
 * code: in minutes, four spaces are a list that somebody indented freely, or a wrapped line. Never throws.
 */
export function parseMarkdown(source: string, tell = tellNobody): Root {
  const text = flattenNesting(source.startsWith("\uFEFF") ? source.slice(1) : source, tell);
  const used = CONSTRUCTS.filter(({ needs, excessOf }) => {
    if (!needs.test(text)) return false;
    const excess = excessOf?.(text) ?? null;
    if (excess !== null) tell(excess);
    return excess === null;
  });
  const definitions = excessOfDefinitions(text);
  if (definitions !== null) tell(definitions);
  return fromMarkdown(text, {
    extensions: [
      { disable: { null: ["codeIndented", ...(definitions === null ? [] : ["definition"])] } },
      ...used.map(({ syntax }) => syntax),
      boundMarks(text, (line) => tell({ kind: "marks", line })),
    ],
    mdastExtensions: used.map(({ tree }) => tree),
  });
}
