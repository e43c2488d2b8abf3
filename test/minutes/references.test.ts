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

  test.each([
    "issue 120 octo-org waits",
    "issue 120 may be closed",
    "issue 120 marked as done",
    "PR 120 decided it",
    "PR 120 separates them",
    "issue 120 novel",
  ])("before a word that begins like a month: %s", (source) => {
    expect(targets(source)).toEqual(["1 octo/tea#120"]);
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

  test("on the line where it is in a wrapped item", () => {
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

  test.each([
    ["its numbers", { Bug: null }, "Bug 1233, bugs #1234 and BUG-1235; issue 12", ["1 octo/tea#12"]],
    ["what is listed with them", { Bug: null }, "Bug #1233, #1234 and #1235. See #12", ["1 octo/tea#12"]],
    ["no other word with a number", { Bug: null }, "debug #1234", ["1 octo/tea#1234"]],
    ["every bare number", { "#": null }, "#1233, and issue #1234, octo/tea#12", ["1 octo/tea#12"]],
  ])("but none by the prefix of another tracker: %s", (_what, prefixes, source, found) => {
    expect(targets(source, { prefixes })).toEqual(found);
  });

  test.each([
    ["Bug 126 and #9", ["1 octo/tea#9"]],
    ["Bug 126, #9 and #14", ["1 octo/tea#9", "1 octo/tea#14"]],
    ["Bug 126, Bug 127 or #9", ["1 octo/tea#9"]],
    ["Bug 126, 127 and #9", ["1 octo/tea#9"]],
    ["Bug 126 (#9)", ["1 octo/tea#9"]],
    ["bugs #126 and #127", []],
  ])("what follows %j in another style is not listed with it", (source, found) => {
    expect(targets(source, { prefixes: { Bug: null } })).toEqual(found);
  });

  test.each([
    ["Bug 126 and #9", ["1 octo/kettle#126", "1 octo/tea#9"]],
    ["Bug 126, 127 and 128", ["1 octo/kettle#126", "1 octo/kettle#127", "1 octo/kettle#128"]],
    ["Bug 126, Bug 127 and Bug 128", ["1 octo/kettle#126", "1 octo/kettle#127", "1 octo/kettle#128"]],
    ["Bug #126 and #127", ["1 octo/kettle#126", "1 octo/kettle#127"]],
    ["Bug 126 and 20 others", ["1 octo/kettle#126"]],
  ])("and with a configured prefix, %j lists what is written alike", (source, found) => {
    expect(targets(source, { prefixes: { Bug: "octo/kettle" } })).toEqual(found);
  });

  test("with the kind that its spelling says", () => {
    const { references } = readText("#1234\nPR #12\nissue 13\nhttps://github.com/octo/tea/discussions/14");

    expect(references.map(({ kind }) => kind)).toEqual(["unknown", "pull", "issue", "discussion"]);
  });
});

describe("what is no reference is not treated as one", () => {
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

describe("a heading with a slash", () => {
  test.each(["CI/CD", "UI/UX", "Frontend/Backend", "N/A", "Windows/macOS", "3/12", "Tea/Coffee", "2021/03"])(
    "is no repository: %s",
    (heading) => {
      expect(targets(`# Tea\n\n## ${heading}\n\n- #31 is open\n`)).toEqual(["5 octo/tea#31"]);
    },
  );

  test("is one where the page links to it, or where its owner is the team's", () => {
    const linked = "## cup/saucer\n\n- #31\n\nsee https://github.com/cup/saucer";

    expect(targets(linked)).toEqual(["3 cup/saucer#31"]);
    expect(targets("## octo/any\n\n- #31")).toEqual(["3 octo/any#31"]);
  });

  test.each(["CI/CD#30", "N/A#33", "3/12#33", "codeberg.org/octo#33"])("nor is it in %s", (text) => {
    expect(targets(text)).toEqual([]);
  });

  test.each(["CI/CD issue #30", "3/12 issue #30"])("nor before an issue: %s", (text) => {
    expect(targets(text)).toEqual(["1 octo/tea#30"]);
  });
});

describe("a number of another tracker is none of GitHub's:", () => {
  test.each([
    "[tea#31](https://codeberg.org/octo/tea/issues/31) string",
    "[octo/tea#31](https://gitea.example.org/octo/tea/issues/31) string",
    "https://gitlab.com/octo/tea/-/merge_requests/37 (#37)",
    "#37: https://tea.atlassian.example/browse/TEA-37",
    "#1234 is https://bugzilla.example.org/show_bug.cgi?id=1234",
    "[KEY-77](https://jira.example.org/browse/KEY-77), told as #77 below",
    "tea#31 (https://codeberg.org/octo/tea/issues/31)",
    "gitlab#31 and jira#7",
    "(Redmine) #31",
    "#31 [Jira]",
    "#31, which is in Jira",
    "Feature #34 (Redmine)",
    "Bug #33 in our Redmine",
    "ticket #33 on the team's Jira",
    "Bugzilla bug 48, bug 49, bug #50",
    "Jira tickets #48, #49 and #50",
    "#53 at codeberg.org/octo/tea",
    "[[Bug #21]](https://bugs.example.org/issues/21) Lazy tail, introduced in #14",
    "Issue 59 of the magazine",
    "the newsletter, issue 59",
    "Top #10 list; Tea No. #5",
    "Tea meetup #48 is on Friday",
  ])("%s", (text) => {
    expect(targets(text)).toEqual([]);
  });

  test("the same number elsewhere on the page, but not one of GitHub's beside it", () => {
    const source =
      "## [Bug #1234](https://bugs.example.org/issues/1234)\n\n- #1234 was accepted\n\n" +
      "## Lids\n\n- #57: https://github.com/octo/tea/issues/57, once https://gitlab.com/octo/tea/-/issues/57";

    expect(targets(source)).toEqual(["7 octo/tea#57"]);
  });

  test("a link to anything else takes away no other number", () => {
    expect(targets("#31 in the [slides](https://docs.example.org/d/12)")).toEqual(["1 octo/tea#31"]);
  });
});

describe("several numbers are read to the last:", () => {
  test.each([
    ["#152-#154 are one", [152, 153, 154]],
    ["#157, 158 and 159 are another", [157, 158, 159]],
    ["PR 454 and 455", [454, 455]],
    ["PR 454 and 20 others", [454]],
    ["#157 and 3 more", [157]],
    ["#157, 158 people", [157]],
    ["#12, 2021", [12]],
  ])("%s", (text, numbers) => {
    expect(targets(text)).toEqual(numbers.map((number) => `1 octo/tea#${number}`));
  });

  test("all of them in the repository of the first", () => {
    expect(targets("kettle#245-#247")).toEqual([245, 246, 247].map((number) => `1 octo/kettle#${number}`));
    expect(targets("kettle#245, 246 and #247")).toEqual(
      [245, 246, 247].map((number) => `1 octo/kettle#${number}`),
    );
    expect(targets("close kettle/#109")).toEqual(["1 octo/kettle#109"]);
    expect(targets("close octo/kettle/#109")).toEqual(["1 octo/kettle#109"]);
  });

  test("none, where the first counts something else", () => {
    expect(targets("# Tea call #15 #722")).toEqual(["1 octo/tea#722"]);
    expect(targets("Grace worked on Linus's cases #1, #2 and #3")).toEqual([]);
    expect(targets("points #11, 12 and 13 of the list")).toEqual([]);
    expect(targets("Agenda items #1–#3")).toEqual([]);
    expect(targets("Steps 1, 2 and #3")).toEqual([]);
  });
});

describe("a bare number is doubtful", () => {
  const doubts = (source: string) =>
    readText(source).references.map(({ target, doubt }) => [target.split("#")[1], doubt]);

  test.each([
    [
      "## octo/kettle#12 Lids\n\n- like #13",
      [
        ["12", null],
        ["13", "other-issue-above"],
      ],
    ],
    [
      "## [Lids](https://github.com/cup/saucer/issues/12)\n\nTalk.\n\n- like #13",
      [
        ["12", null],
        ["13", "other-issue-above"],
      ],
    ],
    [
      "- kettle#12: lids\n  - like #13",
      [
        ["12", null],
        ["13", "other-issue-above"],
      ],
    ],
    [
      "## Lids\n\nThese are open: https://github.com/octo/kettle/pulls\n\n#13 glue it\n\n## Cups\n\n- #14 is fine",
      [
        ["13", "other-list-near"],
        ["14", null],
      ],
    ],
    ["Tea walk \\#48 is on Friday", [["48", "escaped"]]],
    [
      "\\#48 on Friday, \\#49 on Sunday",
      [
        ["48", "escaped"],
        ["49", "escaped"],
      ],
    ],
    [
      "- \\#48 leaks\n- \\#49 drips\n- Tea walk \\#50 is on Friday",
      [
        ["48", null],
        ["49", null],
        ["50", "escaped"],
      ],
    ],
    ["see #12 March", [["12", "date"]]],
    ["see #12 May", [["12", "date"]]],
    ["see #12 sept", [["12", "date"]]],
    ["on #3/12", [["3", "date"]]],
    ["as of #2026-01", [["2026", "date"]]],
    ["in March #12", [["12", "date"]]],
    ["# Tea\n\n## Uploads #1\n\nThey are slow.", [["1", "count"]]],
    ["# Tea\n\n## Login page #6\n\nIt is slow.", [["6", "count"]]],
    ["# Tea\n\n## Login page #60\n\nIt is slow.", [["60", "count"]]],
    ["# Tea\n\n## Upload test #3\n\nIt is slow.", [["3", "count"]]],
    ["**Uploads #1**\n\nThey are slow.", [["1", "count"]]],
    ["- Uploads #1\n  - they are slow", [["1", "count"]]],
  ])("in %j", (source, expected) => {
    expect(doubts(source)).toEqual(expected);
  });

  test.each([
    "## octo/kettle#12 Lids\n\n- like octo/tea#13",
    "## octo/kettle#12 Lids\n\n- like Tea issue #13",
    "## #12 Lids\n\n- like #13",
    "## octo/kettle#12 and #14\n\n## Spouts\n\n- like #13",
    "see issue \\#48",
    "octo/tea\\#48",
    "#48 and \\#48",
    "#12 leaks",
    "#12 may be closed",
    "#12 marked as done",
    "#12 decides it",
    "#12 separates them",
    "## Uploads #14",
    "## Fix uploads #1",
    "## Slow uploads and downloads #1",
    "## Uploads #1: they are slow",
    "## Meeting #5\n\nTea.\n\n## Tea call #6",
    "## Breakout session #2",
    "## Agenda item #2",
    "## Working group #2",
    "## Team #2",
    "## Page #2",
    "## Phase #2",
    "the uploads #1",
    "heuristic #9",
    "start with #1 below",
    "UTS #35 says so",
    "###6.new funding",
    "see #2 above",
  ])("but not in %j", (source) => {
    expect(doubts(source).map(([, doubt]) => doubt)).not.toContainEqual(expect.any(String));
  });

  test("which a warning says, with how to settle it", () => {
    const { warnings } = readText("# Tea\n\nTea walk \\#48 is on Friday");

    expect(warnings).toEqual([
      {
        line: 3,
        code: "doubtful-reference",
        values: { number: 48, target: "octo/tea#48", doubt: "it is escaped" },
        text: "#48 may not mean octo/tea#48: it is escaped. No comment is posted. If it does, write octo/tea#48.",
      },
    ]);
  });

  test("which a warning says of a number that may only count", () => {
    const { warnings } = readText("# Tea\n\n## Uploads #1\n\nThey are slow.");

    expect(warnings).toMatchObject([
      { line: 3, code: "doubtful-reference", text: expect.stringContaining("write octo/tea#1") },
    ]);
  });

  test("so nothing else on the page is about it", () => {
    const { actions } = readText("# Tea\n\n- TODO: Ada to go to tea walk \\#48");

    expect(actions[0]?.about.references).toEqual([]);
  });
});

describe("a mention is an aside", () => {
  const asides = (source: string) =>
    readText(source).references.map(({ number, isAside = false }) => [number, isAside]);

  test.each([
    ["within a range", "Bo went through #12 to #14", [12, false], [13, true], [14, false]],
    ["as an example", "We may use labels, e.g. #12", [12, true]],
    ["as an example, in words", "such as the issue #12", [12, true]],
    ["by likeness", "this is the same problem as #12", [12, true]],
    ["as a relation", "Related ticket: #12", [12, true]],
    ["as further reading", "See also #12", [12, true]],
    ["but not where it is named", "The example of #12 is wrong", [12, false]],
    ["but not as the first of a sentence", "#12 such as it is", [12, false]],
    ["but not once it is named as well", "#12 is loose, as in #12", [12, false]],
  ])("%s: %s", (_how, source, ...expected) => {
    expect(asides(source)).toEqual(expected);
  });
});
