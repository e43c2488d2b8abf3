import { describe, expect, test } from "@jest/globals";
import type { ReadingOptions } from "../../src/minutes/options.ts";
import { readText } from "./read-text.ts";

const targets = (source: string, options: Partial<ReadingOptions> = {}): string[] =>
  readText(source, options).references.map(({ line, target }) => `${line} ${target}`);

describe("a reference is found in every spelling", () => {
  test.each([
    ["#12 is next", "octo/tea#12"],
    ["see GH-12", "octo/tea#12"],
    ["see gh-12.", "octo/tea#12"],
    ["octo/cup#3 is done", "octo/cup#3"],
    ["kettle#3 is done", "octo/kettle#3"],
    ["issue 12 is open", "octo/tea#12"],
    ["Issue #12: slow", "octo/tea#12"],
    ["PR 12 needs a look", "octo/tea#12"],
    ["pull request #12", "octo/tea#12"],
    ["ticket 1200", "octo/tea#1200"],
    ["https://github.com/octo/cup/issues/4", "octo/cup#4"],
    ["<https://github.com/octo/cup/pull/4#issuecomment-99>", "octo/cup#4"],
    ["http://www.github.com/octo/cup/discussions/4?x=1", "octo/cup#4"],
    ["github.com/octo/cup/issues/4", "octo/cup#4"],
    ["[the lid](https://github.com/octo/cup/issues/4)", "octo/cup#4"],
    ["[the lid](https://github.com/octo/cup/pull/4/files#diff-12)", "octo/cup#4"],
    ["[#5](https://github.com/octo/cup/issues/5)", "octo/cup#5"],
    ["[![](badge.svg)](https://github.com/octo/cup/issues/5)", "octo/cup#5"],
    ["text before.#784 without a space", "octo/tea#784"],
    ["**#12**", "octo/tea#12"],
    ["\\#12 escaped", "octo/tea#12"],
    ["a&nbsp;#12", "octo/tea#12"],
    ["# Title about #12", "octo/tea#12"],
  ])("%s", (source, target) => {
    expect(targets(source)).toEqual([`1 ${target}`]);
  });

  test("in lists, tables, quotes, footnotes and behind reference-style links", () => {
    const source = [
      "- an item #1001",
      "  - below it #1002",
      "",
      "> a quote #1003",
      "",
      "| what | issue |",
      "| --- | --- |",
      "| lid | #1004 |",
      "| cup | 1005 |",
      "",
      "A note[^1] and [the lid][lid].",
      "",
      "[^1]: about #1006",
      "",
      "[lid]: https://github.com/octo/tea/issues/1007",
    ].join("\n");

    expect(targets(source)).toEqual([
      "1 octo/tea#1001",
      "2 octo/tea#1002",
      "4 octo/tea#1003",
      "8 octo/tea#1004",
      "9 octo/tea#1005",
      "11 octo/tea#1007",
      "13 octo/tea#1006",
    ]);
  });

  test("several behind one word, and a range", () => {
    expect(targets("issues 31, 32 and 35")).toEqual(["1 octo/tea#31", "1 octo/tea#32", "1 octo/tea#35"]);
    expect(targets("PRs #31–#33")).toEqual(["1 octo/tea#31", "1 octo/tea#32", "1 octo/tea#33"]);
  });

  test("once per line and target, however often the line names it", () => {
    expect(targets("#12 <https://github.com/octo/tea/issues/12> and #12\nand #12")).toEqual([
      "1 octo/tea#12",
      "2 octo/tea#12",
    ]);
  });

  test("on the line where it stands in a wrapped item", () => {
    expect(targets("* the lid and\n  the cup, #12, and\n  the saucer, #13")).toEqual([
      "2 octo/tea#12",
      "3 octo/tea#13",
    ]);
  });

  test("on a configured Enterprise host, and by a configured prefix", () => {
    expect(targets("https://git.example.com/octo/cup/issues/4", { hosts: ["git.example.com"] })).toEqual([
      "1 octo/cup#4",
    ]);
    expect(targets("https://git.example.com/octo/cup/issues/4")).toEqual([]);
    expect(targets("see TEP-12", { prefixes: { TEP: "octo/proposals" } })).toEqual(["1 octo/proposals#12"]);
  });

  test("with the kind that its spelling says", () => {
    const { references } = readText("#1234\nPR #12\nissue 13\nhttps://github.com/octo/tea/discussions/14");

    expect(references.map(({ kind }) => kind)).toEqual(["unknown", "pull", "issue", "discussion"]);
  });
});

describe("what is none is not taken for one", () => {
  test.each([
    "our #1 priority",
    "the #1 reason is tea",
    "`#12` in code",
    "```\n#12\n```",
    "<!-- #12 -->",
    "#tea is a channel",
    "#12ab is no number",
    "colour #336699",
    "bpo-1234, RFC 2119, PEP 517 and EIP-4844",
    "PEP #517",
    "RFC 2119 says so",
    "step #2 of 3",
    "Tea call #15",
    "Resolution #1: ship",
    "TODO #2",
    "survey #98927 is out",
    "really two issues: 1 is slow",
    "https://github.com/octo/tea/blob/main/a.md#L385",
    "https://github.com/octo/tea/labels/12",
    "https://github.com/octo/tea/milestone/12",
    "https://github.com/octo/tea/issues/new",
    "https://github.com/octo/tea/wiki/12",
    "[#12](https://tracker.example.com/12)",
    "see guide.md#12",
    "#0 and #012",
    "version 1.2#3.4",
    "issue 5 times a day",
    "discussion 7 Feb 2021",
    "1. first\n2. second",
    "---\ntitle: '#12'\n---\ntext",
  ])("%s", (source) => {
    expect(targets(source)).toEqual([]);
  });

  test("things that the minutes number themselves", () => {
    expect(targets("- Issue 1: slow\n- Issue 2: unclear\n- Issue 3: hot")).toEqual([]);
    expect(targets("- Issue 1: slow")).toEqual(["1 octo/tea#1"]);
  });
});

describe("a bare number belongs to", () => {
  test.each([
    ["the link that it is the text of", "[PR #12](https://github.com/octo/cup/pull/13)", "1 octo/cup#13"],
    ["the repository named before it", "Kettle issue #194", "1 octo/kettle#194"],
    ["the repository in which issues are", "two issues in the kettle spec - #94", "1 octo/kettle#94"],
    ["the repository named behind it", "#94 in the kettle repo", "1 octo/kettle#94"],
    [
      "the repository that the sentence before names",
      "That is done in the kettle repo. Issue #94",
      "1 octo/kettle#94",
    ],
    ["the repository named behind it with a word more", "#94 on the Octo kettle repo", "1 octo/kettle#94"],
    ["a slug before it", "octo/kettle #94", "1 octo/kettle#94"],
    ["the configuration, if nothing says more", "#94", "1 octo/tea#94"],
  ])("%s", (_rule, source, target) => {
    expect(targets(source)).toEqual([target]);
  });

  test("the mention that it is listed with", () => {
    expect(targets("octo/cup#31, #32 and #33")).toEqual(["1 octo/cup#31", "1 octo/cup#32", "1 octo/cup#33"]);
  });

  test("the address with the same number nearby", () => {
    expect(targets("the lid, #57: <https://github.com/octo/cup/issues/57>")).toEqual(["1 octo/cup#57"]);
  });

  test("the heading above it, up to the next", () => {
    const source = "### octo/cup\n\n* lid #31\n\n### Tea Pot\n\n* spout #32\n\n### Other\n\n* #33";

    expect(targets(source)).toEqual(["3 octo/cup#31", "7 octo/tea-pot#32", "11 octo/tea#33"]);
  });

  test("the item above it that is a repository", () => {
    expect(targets("- octo/kettle\n  - whistle #31")).toEqual(["2 octo/kettle#31"]);
  });

  test("nobody, where no repository is configured", () => {
    expect(targets("#94 and octo/cup#2", { repository: null, repositories: {} })).toEqual(["1 octo/cup#2"]);
  });
});
