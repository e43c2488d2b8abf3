import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { beginCounting, countWork, endCounting } from "./count-work.ts";
import { readText } from "./read-text.ts";

/** A run of lines, each made from its number. */
const lines = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join("\n");

/** Each takes a size and gives a text of that many pieces. */
const inputs: [string, number, (count: number) => string][] = [
  [
    "bullets nested ever deeper",
    300,
    (count) => lines(count, (index) => `${"  ".repeat(index)}- lid #${index + 30}`),
  ],
  ["bullets nested on one line", 5000, (count) => "- ".repeat(count)],
  ["quotes nested on one line", 5000, (count) => `${">".repeat(count)} #30`],
  ["one long line", 20000, (count) => "word ".repeat(count)],
  [
    "references on one line",
    2000,
    (count) => lines(count, (index) => `see #${index + 30}`).replaceAll("\n", ", "),
  ],
  ["addresses on one line", 1000, (count) => "https://github.com/octo/tea/issues/30](".repeat(count)],
  [
    "references line by line",
    400,
    (count) => lines(count, (index) => `- TODO: Ada to fix #${index + 30} in 1.2`),
  ],
  ["lines of one paragraph", 500, (count) => lines(count, (index) => `Ada: word #${index + 30}`)],
  [
    "bare addresses",
    400,
    (count) => lines(count, (index) => `- https://github.com/octo/tea/issues/${index + 30}`),
  ],
  ["the same number again and again", 500, (count) => lines(count, () => "- octo/cup#30 and #30")],
  [
    "a long table",
    400,
    (count) => `| issue | who |\n| - | - |\n${lines(count, (index) => `| #${index + 30} | Ada |`)}`,
  ],
  ["open brackets", 4000, (count) => "[".repeat(count)],
  ["open emphasis", 1000, (count) => "*a ".repeat(count)],
  ["marks of every kind", 3000, (count) => "[*_`<!--(<a ".repeat(count)],
  ["open emphasis in turns", 4000, (count) => "*_".repeat(count)],
  ["open tags", 2000, (count) => "<a ".repeat(count)],
  ["open comments", 4000, (count) => "<!-- ".repeat(count)],
  ["crowded lines", 1500, (count) => lines(count, () => ">*a_ [b `")],
  ["lists that end", 700, (count) => lines(count, (index) => (index % 2 === 0 ? "- a" : "  - b"))],
  ["quotes in items", 700, (count) => lines(count, () => "- > a")],
  ["quotes", 700, (count) => lines(count, () => "> a\n")],
  ["underlined headings", 500, (count) => lines(count, () => "a\n===\n")],
  [
    "characters of code spans that nothing closes",
    2000,
    (count) => lines(Math.sqrt(2 * count), (index) => `${"`".repeat(index + 1)}a`),
  ],
  ["open fences", 1000, (count) => "```\n".repeat(count)],
  ["headings", 400, (count) => lines(count, (index) => `${"#".repeat(1 + (index % 6))} lid #${index + 30}`)],
  ["slashes", 4000, (count) => `${"a/".repeat(count)}#30`],
  ["listed numbers", 2000, (count) => `issues 30${", 31".repeat(count)}`],
  [
    "private fences",
    300,
    (count) => lines(count, () => "<!-- minutebook: private -->\nx\n<!-- /minutebook: private -->\n"),
  ],
  ["ends of private parts that nothing began", 4000, (count) => lines(count, () => "[/private]\n")],
  ["directives in directives", 60, (count) => "```{note}\n".repeat(count)],
  ["people", 400, (count) => `## Present\n\n${lines(count, (index) => `* Ada Byron${index} @ada${index}`)}`],
  ["bold lines", 300, (count) => lines(count, (index) => `**Lid ${index}** #${index + 30}\n`)],
  ["days", 2000, (count) => "May 2 ".repeat(count)],
];

describe("work", () => {
  beforeAll(beginCounting);
  afterAll(endCounting);

  test.each(inputs)(
    "twice as many %s are not much more than twice the work",
    async (_name, count, make) => {
      const once = await countWork(make(count));
      const twice = await countWork(make(count * 2));

      expect(twice / once).toBeLessThan(2.6);
    },
    60_000,
  );
});

test("ten thousand nested bullets are read", () => {
  const { references } = readText(lines(10_000, (index) => `${" ".repeat(index % 100)}- lid #${index + 30}`));

  expect(references).toHaveLength(10_000);
}, 60_000);

test("a mebibyte on one line is read", () => {
  expect(readText(`${"word ".repeat(209_715)}#1234`).references).toHaveLength(1);
}, 60_000);

test("fifty thousand references are read", () => {
  const { references } = readText(lines(50_000, (index) => `#${index + 30}`).replaceAll("\n", ", "));

  expect(references).toHaveLength(50_000);
}, 60_000);
