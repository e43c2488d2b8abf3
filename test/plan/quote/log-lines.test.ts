import { describe, expect, test } from "@jest/globals";
import type { QuoteContext } from "../../../src/plan/quote/context.ts";
import { logLines } from "../../../src/plan/quote/log-lines.ts";
import { printGfm } from "../../../src/plan/quote/markdown.ts";
import { quoteBlocks } from "../../../src/plan/quote/quote.ts";

const context: QuoteContext = {
  base: { webUrl: "https://github.com", repository: "octo-org/minutes", commit: "abc" },
  path: "logs/a.log",
  target: "octo-org/app",
  references: [
    { line: 5, number: 1, repository: "octo-org/app" },
    { line: 7, number: 2, repository: "octo-org/docs" },
  ],
  definitions: [],
  privateParts: [],
};

const quote = (lines: readonly string[], privateParts: QuoteContext["privateParts"] = []): string =>
  printGfm(
    quoteBlocks(
      { line: 5, markdown: lines.join("\n"), tableHead: null, isLog: true },
      { ...context, privateParts },
    ),
  );

describe("the quote of a chat", () => {
  test("keeps who said what", () => {
    expect(quote(["10:05 <grace> the lid of #1 is loose", "[10:06] <@linus> glue holds"])).toBe(
      "- **grace:** the lid of [#1](https://github.com/octo-org/app/issues/1) is loose\n- **linus:** glue holds",
    );
  });

  test("leaves out bots, what is said to them and other lines, and knows the lines behind them", () => {
    const lines = [
      "10:05 <ada> q+",
      "10:06 <Zakim> ada, you wanted to speak",
      "10:07 <ada> see #2",
      "* ada joined",
    ];

    expect(quote(lines)).toContain("[octo-org/docs#2]");
    expect(quote(lines)).not.toMatch(/Zakim|q\+|joined/);
  });

  test("has nothing of private lines", () => {
    expect(quote(["<ada> one", "<ada> two", "<ada> three"], [{ line: 6, endLine: 6 }])).toBe(
      "- **ada:** one\n- **ada:** three",
    );
  });

  test.each([
    ["a nick with marks", "<a_*b*_`c`> hello"],
    ["a mention", "<ada> ask @mona"],
    ["an open mark", "<ada> `open **and [so"],
    ["HTML", "<ada> <img src=x> <!-- a"],
    ["a heading", "<ada> # no heading"],
    ["a closing word", "<ada> fixes #1"],
  ])("makes %s mean nothing", (_what, line) => {
    const [first, second] = quote([line, "<grace> hello"]).split("\n- ");

    expect(second).toBe("**grace:** hello");
    expect(first).not.toMatch(/<img|(?<!\\)<!--|@mona|fixes #1/);
  });
});

test("lines of a log are numbered as in the file", () => {
  expect(logLines("<ada> one\r\n\r\n-- day changed\r\n<grace>  two ", 10)).toEqual([
    { line: 10, markdown: "- **ada:** one" },
    { line: 13, markdown: "- **grace:** two" },
  ]);
});
