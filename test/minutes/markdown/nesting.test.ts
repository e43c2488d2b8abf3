import { describe, expect, test } from "@jest/globals";
import { flattenNesting } from "../../../src/minutes/markdown/nesting.ts";
import { parseMarkdown } from "../../../src/minutes/markdown/parse.ts";
import { plan, fileOf } from "../../plan/builders.ts";
import { readText } from "../read-text.ts";

const MANY = 100_000;

test.each([
  ["quotes", "> ".repeat(MANY)],
  ["quotes without a space", ">".repeat(MANY)],
  ["bullets", "- ".repeat(MANY)],
  ["numbers", "1. ".repeat(MANY)],
  ["numbers with a bracket", "12) ".repeat(MANY)],
  ["footnotes", "[^a]: ".repeat(MANY)],
  ["numbers in quotes", "> 1. - ".repeat(MANY)],
  ["tabs", `- a\n${"\t".repeat(MANY)}- b`],
  [
    "numbers by tabs, line by line",
    Array.from({ length: 500 }, (_, at) => `${"\t".repeat(at)}1. 1. 1. a`).join("\n"),
  ],
])("however deep %s are nested, they are parsed and planned", (_name, lead) => {
  const text = `${lead} TODO: Mona to fix #12345\n`;

  expect(parseMarkdown(text).children.length).toBeGreaterThan(0);
  expect(readText(text).references).toHaveLength(1);
  expect(plan([fileOf(text)]).version).toBe(2);
});

test.each([
  ["emphasis", "*a ", " b*"],
  ["emphasis without a space", "*", "*"],
  ["strong text", "**a ", " b**"],
  ["brackets", "[", "]"],
  ["links", "[a ", "](b)"],
  ["images", "![", "](b)"],
  ["struck text", "~~a ", " b~~"],
  ["elements", "<b>", "</b>"],
  ["blocks of elements", "<div>\n", "</div>\n"],
  ["blocks with Markdown in them", "<details>\n\n", "\n\n</details>"],
])("however deep %s are nested, they are parsed and planned", (_name, open, close) => {
  const text = `TODO: Mona to fix #12345\n\n${open.repeat(20_000)}a${close.repeat(20_000)}`;

  expect(readText(text).references).toHaveLength(1);
  expect(plan([fileOf(text)]).version).toBe(2);
});

describe("flattenNesting", () => {
  test("keeps what people nest", () => {
    const text = `${"  ".repeat(50)}- 1. > deep\n${"=".repeat(300)}\n${"-".repeat(300)} 1.1.1`;

    expect(flattenNesting(text)).toBe(text);
  });

  test("takes off levels from the inside", () => {
    expect(flattenNesting(`${"1. ".repeat(200)}a`)).toMatch(/^(?:1\. ?){30,60}a$/);
  });

  test("keeps a number that opens nothing", () => {
    expect(flattenNesting(`${"> ".repeat(60)}1.5 kg`)).toMatch(/1\.5 kg$/);
  });
});
