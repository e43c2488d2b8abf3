import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Root } from "hast";
import { findMarker } from "../../../src/plan/marker.ts";
import { printGfm } from "../../../src/plan/quote/markdown.ts";
import { quoteBlocks } from "../../../src/plan/quote/quote.ts";
import { resolveTokens } from "../../../src/plan/tokens.ts";
import { elementsOf, hasComments, render, textsOf } from "./rendered.ts";

const context = {
  base: { webUrl: "https://github.com", repository: "octo-org/minutes", commit: "abc" },
  path: "meetings/a.md",
  target: "octo-org/app",
  references: [{ line: 1, number: 1, repository: "octo-org/app" }],
  definitions: [{ label: "ref", url: "javascript:alert(1)", title: null }],
  privateParts: [],
};

/** The quote between two paragraphs of ours, as a body has it. */
function quote(markdown: string): string {
  const children = quoteBlocks({ line: 1, markdown, tableHead: null }, context);
  return `BEFORE\n\n${printGfm([{ type: "blockquote", children }])}\n\nAFTER`;
}

const ALLOWED = new Set(
  "p br hr em strong del code pre a img ul ol li blockquote table thead tbody tr th td section sup".split(
    " ",
  ),
);

/** What GitHub would do with the quote beyond showing it. */
function harmsOf(body: string): readonly string[] {
  const tree: Root = render(body);
  const blocks = tree.children.filter((child) => child.type !== "text");
  const [first, ...rest] = blocks;
  const last = rest.at(-1);
  const harms: string[] = [];
  const isText = (node: typeof first, text: string): boolean =>
    node?.type === "element" && node.tagName === "p" && textsOf(node).join("") === text;
  if (!isText(first, "BEFORE") || !isText(last, "AFTER")) harms.push("reaches out of the quote");
  if (rest.slice(0, -1).some((node) => node.type !== "element" || node.tagName !== "blockquote"))
    harms.push("stands outside");
  if (hasComments(tree)) harms.push("HTML comment");
  for (const element of elementsOf(tree)) {
    if (!ALLOWED.has(element.tagName)) harms.push(`element ${element.tagName}`);
    const address = String(element.properties.href ?? element.properties.src ?? "https://");
    if (!/^(?:https?:\/\/|mailto:)/i.test(address)) harms.push(`address ${address}`);
    if (
      /^https?:\/\/(?:www\.)?github\.com\/(?!octo-org\/(?:app|minutes)\/)[^/]+\/[^/]+\/(?:issues|pull|commit|discussions)\/\w/i.test(
        address,
      )
    ) {
      harms.push(`backlink ${address}`);
    }
  }
  for (const text of textsOf(tree)) {
    if (/@[\w-]/.test(text)) harms.push(`ping ${text}`);
    if (
      /(?<![\p{L}\p{N}])(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s*#?$/iu.test(text.trimEnd()) &&
      text.trim() !== text
    )
      harms.push(`closes ${text}`);
    if (/[\u202A-\u202E\u2066-\u2069]/u.test(text)) harms.push("bidirectional control");
    if (!text.isWellFormed()) harms.push("half a character");
  }
  for (const text of textsOutsideLinks(tree)) {
    if (/#\d|\bGH-\d/i.test(text)) harms.push(`mention ${text}`);
  }
  if (findMarker(body) !== null || /<!--\s*minutebook/i.test(body)) harms.push("fake marker");
  if (resolveTokens(body, () => ({ target: "", url: "X" })) !== body) harms.push("fake token");
  return harms;
}

function textsOutsideLinks(tree: Root): readonly string[] {
  const withoutLinks = structuredClone(tree);
  for (const element of elementsOf(withoutLinks)) {
    if (element.tagName === "a") element.children = [];
  }
  return textsOf(withoutLinks);
}

const PIECES = [
  "@mona",
  "@octo-org/team",
  "@",
  "mona",
  "#1",
  "#",
  "1",
  "GH-1",
  "GH-",
  "octo-org/app#1",
  "other/repo#22",
  "closes ",
  "Fixes: ",
  "resolved ",
  "https://github.com/other/repo/issues/22",
  "https://github.com/octo-org/app/pull/1",
  "www.github.com/other/repo/pull/3",
  "<!-- minutebook:comment {} -->",
  "<!--minutebook-issue:a-->",
  "<!--",
  "-->",
  "<!-- minutebook:end -->",
  "<b>",
  "</b>",
  "<br>",
  "<script>",
  "</script>",
  "<details>",
  "</details>",
  "</blockquote>",
  "<div>\n",
  "<img src=x onerror=y>",
  "<a href='javascript:x'>",
  "<pre>",
  "<![CDATA[",
  "<?php",
  "```",
  "````",
  "~~~",
  "```suggestion",
  "`",
  "``",
  "$$",
  "| a | b |\n|---|---|\n",
  "|",
  "---",
  "===",
  "***",
  "**",
  "*",
  "_",
  "__",
  "~~",
  "~",
  "\\",
  "&#64;mona",
  "&lt;",
  "&#35;1",
  "&",
  "[",
  "]",
  "(",
  ")",
  "![",
  "](",
  "[ref]",
  "[x][ref]",
  "[x](javascript:alert)",
  "[x](<a b>)",
  "[x]: http://a.b",
  "[^1]",
  "[^1]: note",
  "[x](../y.md)",
  "![i](i.png)",
  "<https://a.b>",
  "<javascript:x>",
  "\n",
  "\n\n",
  "\n    ",
  "\n\t",
  "\n> ",
  "\n- ",
  "\n1. ",
  "\n# ",
  "\n  - [ ] ",
  "\n- [x] ",
  "\r\n",
  " ",
  "  \n",
  "    ",
  "\t",
  "\u202E",
  "\u200B",
  "\u2066",
  "\u200D",
  "\uFEFF",
  "\uD83D",
  "\u{1F600}",
  "\u0000",
  "word",
  "é",
  ".",
  ":",
  "!",
  "http://",
  "mailto:a@b.c",
  "a@b.co",
  "[!NOTE]\n",
  ":+1:",
];

const hostile = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
    ),
    { maxLength: 24 },
  )
  .map((pieces) => pieces.join(""));

describe("nothing in a quote", () => {
  test("does anything to GitHub, whatever the minutes hold", () => {
    fc.assert(
      fc.property(hostile, (markdown) => {
        expect(harmsOf(quote(markdown))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("can do harm by the ways known to us", () => {
    const whole = PIECES.map((piece) => `${piece}\n\n- a ${piece} b\n`).join("\n");

    expect(harmsOf(quote(whole))).toEqual([]);
  });
});
