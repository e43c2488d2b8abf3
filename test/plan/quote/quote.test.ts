import { describe, expect, test } from "@jest/globals";
import { printGfm } from "../../../src/plan/quote/markdown.ts";
import { quoteBlocks } from "../../../src/plan/quote/quote.ts";
import type { QuoteContext } from "../../../src/plan/quote/context.ts";

const ZWSP = "\u200B";
const BLOB = "https://github.com/octo-org/minutes/blob/abc";

const context: QuoteContext = {
  base: { webUrl: "https://github.com", repository: "octo-org/minutes", commit: "abc" },
  path: "meetings/2021/a.md",
  target: "octo-org/app",
  references: [
    { line: 1, number: 1, repository: "octo-org/app" },
    { line: 2, number: 1, repository: "octo-org/docs" },
    { line: 3, number: 5, repository: "elsewhere/tool" },
  ],
  definitions: [{ label: "Guide", url: "../guide.md", title: null }],
  privateParts: [],
};

function quote(markdown: string, difference: Partial<QuoteContext> = {}, line = 1): string {
  return printGfm(quoteBlocks({ line, markdown, tableHead: null }, { ...context, ...difference }));
}

describe("mentions in a quote", () => {
  test.each([
    ["people", "thanks @mona", `thanks @${ZWSP}mona`],
    ["teams", "cc @octo-org/docs", `cc @${ZWSP}octo-org/docs`],
    ["people put together by HTML", "@<b>mona</b>", `@${ZWSP}mona`],
    ["people written as entities", "&#64;mona", `@${ZWSP}mona`],
  ])("do not ping %s", (_what, markdown, expected) => {
    expect(quote(markdown)).toBe(expected);
  });

  test("stay as written in code", () => {
    expect(quote("`@mona #1` and\n\n```\n@mona #1\n```")).toBe("`@mona #1` and\n\n```\n@mona #1\n```");
  });

  test("lead to the issue that they meant on their line", () => {
    expect(quote("- #1\n- #1 is another")).toBe(
      "- [#1](https://github.com/octo-org/app/issues/1)\n- [octo-org/docs#1](https://redirect.github.com/octo-org/docs/issues/1) is another",
    );
  });

  test("lead there from a row below the header of its table", () => {
    const tableHead = { line: 1, markdown: "| lid of #1 |\n| - |" };
    const quoted = printGfm(quoteBlocks({ line: 3, markdown: "| #5 |", tableHead }, context));

    expect(quoted).toContain("| lid of [#1](https://github.com/octo-org/app/issues/1)");
    expect(quoted).toContain("| [elsewhere/tool#5](https://redirect.github.com/elsewhere/tool/issues/5)");
    expect(quoted.split("\n")).toHaveLength(3);
  });

  test("lead there in each spelling", () => {
    expect(quote("GH-1, app#1, octo-org/app#1")).toBe(
      "[#1](https://github.com/octo-org/app/issues/1), [#1](https://github.com/octo-org/app/issues/1), [#1](https://github.com/octo-org/app/issues/1)",
    );
  });

  test("lead to the place of the post, by the name that it has now", () => {
    const base = { ...context.base, renamed: new Map([["octo-org/app", "octo-org/application"]]) };
    const renamed = { base, target: "octo-org/application" };

    expect(quote("- #1 and https://github.com/octo-org/app/issues/2#top", renamed)).toBe(
      "- [#1](https://github.com/octo-org/application/issues/1) and [#2](https://github.com/octo-org/application/issues/2#top)",
    );
    expect(quote("- #5", renamed, 3)).toBe(
      "- [elsewhere/tool#5](https://redirect.github.com/elsewhere/tool/issues/5)",
    );
  });

  test("of nothing that the reading knows mean nothing", () => {
    expect(quote("our #1 priority", { references: [] })).toBe(`our #${ZWSP}1 priority`);
    expect(quote("GH-77")).toBe(`GH-${ZWSP}77`);
  });

  test("find their line in an excerpt from the middle of a file", () => {
    expect(quote("    - #5 and\n      more", {}, 3)).toBe(
      "- [elsewhere/tool#5](https://redirect.github.com/elsewhere/tool/issues/5) and\n  more",
    );
  });

  test("close nothing", () => {
    expect(quote("This fixes #1, closes: #77 and resolves https://github.com/elsewhere/tool/issues/5")).toBe(
      `This f${ZWSP}ixes [#1](https://github.com/octo-org/app/issues/1), c${ZWSP}loses: #${ZWSP}77 and r${ZWSP}esolves [elsewhere/tool#5](https://redirect.github.com/elsewhere/tool/issues/5)`,
    );
  });

  test.each([
    [
      "put together by emphasis",
      "fi**xes** #1",
      `f${ZWSP}i**xes** [#1](https://github.com/octo-org/app/issues/1)`,
    ],
    ["over a line's end", "closes\\\n#1", `c${ZWSP}loses\\\n[#1](https://github.com/octo-org/app/issues/1)`],
    [
      "put together by HTML",
      "re<i>solves</i> #1",
      `r${ZWSP}esolves [#1](https://github.com/octo-org/app/issues/1)`,
    ],
  ])("close nothing where the word is %s", (_what, markdown, expected) => {
    const references = [1, 2].map((line) => ({ line, number: 1, repository: "octo-org/app" }));

    expect(quote(markdown, { references })).toBe(expected);
  });

  test.each([
    [
      "what is not to be closed",
      "do not close #1",
      `do not c${ZWSP}lose [#1](https://github.com/octo-org/app/issues/1)`,
    ],
    [
      "the words of others",
      "> Ada: this closes #1",
      `> Ada: this c${ZWSP}loses [#1](https://github.com/octo-org/app/issues/1)`,
    ],
  ])("close nothing in %s", (_what, markdown, expected) => {
    expect(quote(markdown)).toBe(expected);
  });

  test("leave words alone that close nothing", () => {
    expect(quote("The fix is to close the door.")).toBe("The fix is to close the door.");
  });
});

describe("links in a quote", () => {
  test.each([
    ["relative", "[a](b.md#part)", `[a](${BLOB}/meetings/2021/b.md#part)`],
    ["to a folder above", "[a](../../b%20c.md)", `[a](${BLOB}/b%20c.md)`],
    ["above the root", "[a](../../../../b.md)", `[a](${BLOB}/b.md)`],
    ["from the root", "[a](/docs/b.md)", `[a](${BLOB}/docs/b.md)`],
    ["to a part of the file", "[a](#part)", `[a](${BLOB}/meetings/2021/a.md#part)`],
    ["by reference, defined elsewhere in the file", "[see][guide]", `[see](${BLOB}/meetings/guide.md)`],
    ["absolute", "[a](https://example.org/x)", "[a](https://example.org/x)"],
    ["with a name in them", "[a](https://example.org/@mona#1)", "[a](https://example.org/@mona#1)"],
    ["with a dangerous scheme", "[a](javascript:alert%281%29)", "a"],
  ])("that are %s lead where they meant", (_what, markdown, expected) => {
    expect(quote(markdown)).toBe(expected);
  });

  test("lead to the commit with their images", () => {
    expect(quote("![plan](img/plan.png)")).toBe(
      "![plan](https://github.com/octo-org/minutes/raw/abc/meetings/2021/img/plan.png)",
    );
  });

  test("make no backlink in another repository", () => {
    const urls =
      "https://github.com/elsewhere/tool/pull/5 and [it](https://github.com/elsewhere/tool/commit/abcdef1)";

    expect(quote(urls)).toBe(
      "[elsewhere/tool#5](https://redirect.github.com/elsewhere/tool/pull/5) and [it](https://redirect.github.com/elsewhere/tool/commit/abcdef1)",
    );
  });

  test("make none on a GitHub Enterprise Server, which has no redirecting host", () => {
    const base = { ...context.base, webUrl: "https://github.example.com" };

    expect(quote("see https://github.example.com/elsewhere/tool/issues/5, #5", { base }, 3)).toBe(
      "see `elsewhere/tool#5`, `elsewhere/tool#5`",
    );
  });

  test.each([
    [
      "in capitals",
      "HTTPS://GITHUB.COM/Elsewhere/Tool/ISSUES/5",
      "Elsewhere/Tool#5",
      "/Elsewhere/Tool/ISSUES/5",
    ],
    [
      "with slashes too many",
      "https://github.com//elsewhere/tool//issues/5",
      "elsewhere/tool#5",
      "//elsewhere/tool//issues/5",
    ],
    [
      "in a block of HTML",
      "<p>https://github.com/elsewhere/tool/issues/5</p>",
      "elsewhere/tool#5",
      "/elsewhere/tool/issues/5",
    ],
  ])("make none %s", (_what, markdown, label, path) => {
    expect(quote(markdown)).toBe(`[${label}](https://redirect.github.com${path})`);
  });

  test("to the target's own issues stay direct, whatever the case of its name", () => {
    expect(quote("https://github.com/Octo-Org/App/issues/1")).toBe(
      "[#1](https://github.com/Octo-Org/App/issues/1)",
    );
  });

  test("keep what an unclosed fence before them would have swallowed", () => {
    expect(quote("[see][guide]\n\n```\ncode")).toBe(
      `[see](${BLOB}/meetings/guide.md)\n\n\`\`\`\ncode\n\`\`\``,
    );
  });
});

describe("what a quote leaves out", () => {
  test.each([
    ["tags", "a <b>bold</b> word", "a bold word"],
    ["comments", "a <!-- hidden --> word", "a  word"],
    ["scripts", "<script>alert(1)</script>\n\nHello", "Hello"],
    [
      "blocks of HTML, but for what they say",
      "<details><summary>More</summary>Text</details>",
      "More\n\nText",
    ],
    ["headings, which become bold", "## Title", "**Title**"],
    ["check boxes, which people could tick", "- [x] one\n- [ ] two", "- ☑ one\n- ☐ two"],
    ["offers to apply code", "```suggestion\nx\n```", "```\nx\n```"],
    ["characters that turn the direction of text", "safe \u202Etxet\u202C", "safe txet"],
    ["characters that nobody sees", "@\u200Bmo\uFEFFna", `@${ZWSP}mona`],
    ["half a character", "a\uD83D b", "a\uFFFD b"],
    [
      "formulas, which are shown as they are written",
      "so $x_1$ it is",
      "so <span>$</span>x_1<span>$</span> it is",
    ],
    ["alerts", "> [!WARNING]\n> Beware.", `> \\[${ZWSP}!WARNING]\n> Beware.`],
    [
      "classes of kramdown",
      "***Resolution: ship it***\n{: #resolution1 .resolution}",
      "***Resolution: ship it***",
    ],
    [
      "markers in the description of an image",
      "![<!-- minutebook:end -->](https://a.b/i.png)",
      `![\\<!${ZWSP}-- minutebook:end -->](https://a.b/i.png)`,
    ],
  ])("%s", (_what, markdown, expected) => {
    expect(quote(markdown)).toBe(expected);
  });

  test("keeps amounts of money", () => {
    expect(quote("It costs $5 and $10.")).toBe("It costs $5 and $10.");
  });

  test("keeps images that are written as HTML", () => {
    expect(quote('See <img width="300" alt="the plan" src="plan.png"> above')).toBe(
      "See ![the plan](https://github.com/octo-org/minutes/raw/abc/meetings/2021/plan.png) above",
    );
  });

  test("keeps the joiners that scripts and emoji need", () => {
    const family = "\u{1F468}\u200D\u{1F469}\u200D\u{1F467}";

    expect(quote(`${family} می\u200Cخواهم`)).toBe(`${family} می\u200Cخواهم`);
  });

  test("private lines", () => {
    expect(quote("- open\n- secret\n- open again", { privateParts: [{ line: 2, endLine: 2 }] })).toBe(
      "- open\n\n- open again",
    );
  });
});

describe("lines cut out of a list", () => {
  test("begin at the margin", () => {
    expect(quote("        - deep\n          - deeper")).toBe("- deep\n  - deeper");
  });

  test("are no code where the first of them is deeper than the rest", () => {
    expect(quote("        - deep\n- outer")).toBe("- deep\n- outer");
  });

  test("may be indented by tabs", () => {
    expect(quote("\t\t- deep\n\t\t\t- deeper")).toBe("- deep\n  - deeper");
  });

  test("may end as Windows ends them", () => {
    expect(quote("- one\r\n- two\r\n")).toBe("- one\n- two");
  });

  test("may be none", () => {
    expect(quote("")).toBe("");
  });
});
