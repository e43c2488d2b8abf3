import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fitBlocks } from "../../../src/plan/quote/fit.ts";
import { cutText } from "../../../src/language/text/cut.ts";
import { printGfm } from "../../../src/plan/quote/markdown.ts";
import { quoteBlocks } from "../../../src/plan/quote/quote.ts";

const context = {
  base: { webUrl: "https://github.com", repository: "octo-org/minutes", commit: "abc" },
  path: "a.md",
  target: "octo-org/app",
  references: [],
  definitions: [],
  privateParts: [],
};

function fitted(markdown: string, budget: number): { markdown: string; cut: boolean } {
  const { blocks, cut } = fitBlocks(quoteBlocks({ line: 1, markdown, tableHead: null }, context), budget);
  return { markdown: printGfm([{ type: "blockquote", children: blocks }]), cut };
}

describe("a quote that is too long", () => {
  test("is left alone where it fits", () => {
    expect(fitted("one\n\ntwo", 1000)).toEqual({ markdown: "> one\n>\n> two", cut: false });
  });

  test("is cut between paragraphs", () => {
    const { markdown, cut } = fitted(`${"word ".repeat(20)}\n\n${"other ".repeat(20)}`, 160);

    expect(cut).toBe(true);
    expect(markdown).toContain("word");
    expect(markdown).not.toContain("other");
  });

  test("is cut between items of a list", () => {
    const { markdown } = fitted(Array.from({ length: 50 }, (_, index) => `- item ${index}.`).join("\n"), 400);

    expect(markdown).toMatch(/^(> - item \d+\.\n?)+$/);
  });

  test("is cut between the lines of code, whose fence is closed", () => {
    const { markdown } = fitted(`\`\`\`js\n${"let x = 1;\n".repeat(100)}\`\`\``, 400);

    expect(markdown).toMatch(/^> ```js\n(> let x = 1;\n)+> ```$/);
  });

  test("is cut between the rows of a table", () => {
    const { markdown } = fitted(`| a | b |\n|---|---|\n${"| one | two |\n".repeat(60)}`, 600);

    expect(markdown).toMatch(/^> \| a +\| b +\|\n> \| -+ \| -+ \|\n(> \| one \| two \|\n?)+$/);
  });

  test("is cut between words where it is a single paragraph", () => {
    const { markdown, cut } = fitted("long ".repeat(500), 300);

    expect(cut).toBe(true);
    expect(markdown).toMatch(/long…$/);
  });

  test("never takes more than it may", () => {
    const piece = fc.constantFrom(
      "- a",
      "  - b",
      "> c",
      "```",
      "word word",
      "| a | b |\n|--|--|\n| c | d |",
      "# e",
      "",
      "\u{1F600}".repeat(9),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 20, max: 900 }), (lines, budget) => {
        const { markdown, cut } = fitted(lines.join("\n"), budget);
        expect(!cut || markdown.length <= budget).toBe(true);
        expect(markdown.isWellFormed()).toBe(true);
      }),
      { numRuns: 200, examples: [[["> c", "> c", "\u{1F600}".repeat(9)], 20]] },
    );
  });
});

describe("a text that is too long", () => {
  test.each([
    ["short", 10, "short"],
    ["one two three", 9, "one two…"],
    ["abcdefghij", 5, "abcd…"],
    ["abc\u{1F600}\u{1F600}", 5, "abc…"],
    ["anything", 1, ""],
  ])("%s within %d is %s", (value, limit, expected) => {
    expect(cutText(value, limit)).toBe(expected);
  });
});
