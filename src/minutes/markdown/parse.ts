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

const FRONT_MATTER = ["yaml", "toml"] as const;

/**
 * GFM without its literal autolinks, which reading finds itself, and without indented code: in minutes, four spaces are a
 * list that somebody indented freely, or a wrapped line.
 */
const options = {
  extensions: [
    { disable: { null: ["codeIndented"] } },
    frontmatter([...FRONT_MATTER]),
    gfmFootnote(),
    gfmStrikethrough(),
    gfmTable(),
    gfmTaskListItem(),
  ],
  mdastExtensions: [
    frontmatterFromMarkdown([...FRONT_MATTER]),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  ],
};

/** The Markdown tree of minutes. Never throws: every text is Markdown. */
export function parseMarkdown(source: string): Root {
  return fromMarkdown(source, options);
}
