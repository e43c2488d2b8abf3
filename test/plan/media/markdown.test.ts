import { describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import remarkGithub from "remark-github";
import { visit } from "unist-util-visit";
import {
  codeBlock,
  codeSpan,
  folded,
  htmlText,
  markdownLink,
  markdownTable,
  markdownText,
  md,
  raw,
} from "../../../src/plan/media/markdown.ts";

const HOSTILE = [
  "<h1>Approved</h1> [Sign in](https://evil.example/login) ![](https://evil.example/t.png)",
  "@octocat @evil-org/team @@x &commat;octocat &#64;octocat \\@octocat",
  "#1 GH-1 user#1 octo/app#1 fixes #1 Closes: octo/app#2 resolves https://github.com/octo/app/issues/3 closes GH-4",
  "https://github.com/octo/app/commit/0123456789abcdef0123456789abcdef01234567 octo/app@0123456 0123abcdef0",
  "GHSA-abcd-abcd-abcd CVE-2024-4068 a5c3785ed8d6a35868bc169f07e40e889087fd2e",
  "www.evil.example mail@evil.example mailto:a@evil.example xmpp:a@evil.example HTTP://EVIL.example",
  "`a` ``b `c` ~~~ ``` **bold** _it_ ~~del~~ $x$ $$y$$ :x:",
  "a\n\n# Heading\n\n- item\n\n> quote\n\n| a | b |\n|---|---|",
  "- item",
  "1. item",
  "12) item",
  "+ x",
  "# x",
  "> x",
  "=====",
  "---",
  "***",
  "| a |",
  "[x]: https://evil.example",
  "[^1]: x",
  "- [x] done",
  "<!-- minutebook --> <img src=x> <https://evil.example> <a@evil.example> </details></summary>",
  "a\u202Eb\u200Bc\u009Bd\u001B[31m e\u2028f\u0000",
  "&lt;b&gt; &amp;#1; &#x40;octocat &nbsp;",
  "  ",
  "",
  "\\",
  "`",
  "$",
  "\\`",
  "|",
  "]",
  "](https://evil.example)",
  "a  \nb",
  "ends with @",
  "@",
  "#",
  "http:",
  "www.",
];
const words = [
  "@",
  "#",
  "1",
  "octocat",
  "`",
  "``",
  "<",
  ">",
  "b",
  "/",
  "[",
  "]",
  "(",
  ")",
  "!",
  "|",
  "\\",
  "&",
  ";",
  "commat",
  "*",
  "_",
  "~",
  "$",
  "https://evil.example",
  "www.evil.example",
  "GH-",
  "fixes ",
  "\n",
  "\n\n",
  "    ",
  "- ",
  "1. ",
  "0123abc",
  ":",
  "octo/app",
  "\u202E",
  "\u001B",
  "<!--",
  "-->",
  "{",
  "}",
  "GHSA-aaaa-bbbb-cccc",
  ".",
  "a@b.example",
];
const texts = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join("")),
);

const processor = remark().use(remarkGfm).use(remarkGithub, { repository: "octo/here" });

/** What Markdown of a text does besides saying something. */
function effectsOf(markdown: string): readonly string[] {
  const found: string[] = [];
  visit(processor.runSync(processor.parse(markdown)), (node) => {
    if (["root", "paragraph", "text"].includes(node.type)) return;
    // The way to show a dollar sign.
    if (node.type === "html" && "value" in node && /^<\/?span>$/.test(String(node.value))) return;
    found.push(node.type);
  });
  return found;
}

describe("a text that others wrote, in Markdown", () => {
  test.each(HOSTILE)("is nothing but text: %j", (text) => {
    expect(effectsOf(markdownText(text))).toEqual([]);
    expect(effectsOf(md`See ${text}.`)).toEqual([]);
  });

  test("is nothing but text, whatever it is, at the beginning of a line and behind others", () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        expect([one, other, effectsOf(md`${one} and ${other}`)]).toEqual([one, other, []]);
      }),
      {
        examples: [
          ["\u001B1. a", "b"],
          ["", "commat@.octocat"],
        ],
        numRuns: 1000,
      },
    );
  });

  test("reads as it was written", () => {
    expect(processor.parse(markdownText("a_b*c [d] <e> f & g | h")).children).toMatchObject([
      { children: [{ value: "a_b*c [d] <e> f & g | h" }] },
    ]);
  });

  test("leaves numbers of days and amounts alone", () => {
    expect(markdownText("20260131 costs $5")).toBe("20260131 costs $5");
  });

  test("stays in its cell, its link, its summary and its item", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const cell = markdownTable([md`A`, md`B`], [[markdownText(text), codeSpan(text)]], 5);
        const table = processor.parse(cell).children;
        expect([text, table.length, table[0]?.type]).toEqual([text, 1, "table"]);
        expect(table[0]).toMatchObject({ children: [{ children: [{}, {}] }, { children: [{}, {}] }] });
        expect(JSON.stringify(table).match(/"type":"inlineCode"/g)).toHaveLength(1);
        expect(effectsOf(markdownLink(`x${text}`, "https://github.com/octo/app"))).toEqual(["link"]);
        expect(htmlText(text).replaceAll("<span>$</span>", "")).not.toMatch(/[<>"\n]|@(?=\w)|#(?=\d)/);
        const block = processor.parse(folded(text, codeBlock(text))).children;
        expect([text, block.map(({ type }) => type)]).toEqual([text, ["html", "code", "html"]]);
      }),
    );
  });

  test("begins no formula in HTML either", () => {
    expect(htmlText("$x$ for $5")).toBe("<span>$</span>x<span>$</span> for $5");
  });

  test("is code of one line where it is a name, of many where it is a text", () => {
    expect(effectsOf(codeSpan("a`b``c"))).toEqual(["inlineCode"]);
    expect(effectsOf(codeBlock("```\n@octocat\n````\n#1"))).toEqual(["code"]);
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "//evil", "x"])("leads nowhere by %s", (url) => {
    expect(effectsOf(markdownLink("a", url))).toEqual([]);
  });

  test("is put in as it is only where it is marked as Markdown", () => {
    const bold = md`**a**`;

    expect(md`${bold} ${raw(bold)}`).toBe("\\*\\*a\\*\\* **a**");
    // @ts-expect-error: a text is no Markdown
    raw("text");
  });

  const hasCmark = spawnSync("cmark-gfm", ["--version"]).status === 0;

  (hasCmark ? test : test.skip)("is text to GitHub's own cmark-gfm too", () => {
    const extensions = ["table", "strikethrough", "autolink", "tasklist", "footnotes"].flatMap((name) => [
      "-e",
      name,
    ]);
    for (const text of [...HOSTILE, ...fc.sample(texts, { numRuns: 100, seed: 5 })]) {
      const input = md`${text} and ${text}`;
      const { stdout } = spawnSync("cmark-gfm", ["--to", "xml", ...extensions], { input, encoding: "utf8" });
      const elements = new Set([...stdout.matchAll(/<([a-z_]+)/g)].map(([, name]) => name));
      if (input.includes("<span>")) elements.delete("html_inline");
      for (const name of ["document", "paragraph", "text", "softbreak"]) elements.delete(name);

      expect([text, [...elements]]).toEqual([text, []]);
    }
  });
});
