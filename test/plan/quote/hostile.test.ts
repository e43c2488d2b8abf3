import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { printGfm } from "../../../src/plan/quote/markdown.ts";
import { quoteBlocks } from "../../../src/plan/quote/quote.ts";
import { harmsOfQuote } from "./harms.ts";
import { PIECES } from "./pieces.ts";

const context = {
  base: { webUrl: "https://github.com", repository: "octo-org/minutes", commit: "abc" },
  path: "meetings/a.md",
  target: "octo-org/app",
  references: [{ line: 1, number: 1, repository: "octo-org/app" }],
  definitions: [{ label: "ref", url: "javascript:alert(1)", title: null }],
  privateParts: [],
};

/** The quote between two paragraphs of Minutebook, as a body has it. */
function quote(markdown: string): string {
  const children = quoteBlocks({ line: 1, markdown, tableHead: null }, context);
  return `BEFORE\n\n${printGfm([{ type: "blockquote", children }])}\n\nAFTER`;
}

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
        expect(harmsOfQuote(quote(markdown))).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  test("can do harm by the ways known to us", () => {
    const whole = PIECES.map((piece) => `${piece}\n\n- a ${piece} b\n`).join("\n");

    expect(harmsOfQuote(quote(whole))).toEqual([]);
  });
});
