import { describe, expect, test } from "@jest/globals";
import { buildPage } from "../../../src/minutes/build-page.ts";
import { defaultReadingOptions } from "../../../src/minutes/options.ts";
import { readText } from "../read-text.ts";

const pageOf = (source: string) => buildPage("2021-03-04.md", source, defaultReadingOptions, null);

describe("a block that is longer than people write", () => {
  test("is split between words, and nothing of it is lost", () => {
    const text = Array.from({ length: 5000 }, (_, index) => `w${index}`).join(" ");

    const { blocks } = pageOf(text);

    expect(blocks.length).toBeGreaterThan(5);
    expect(blocks.map((block) => block.text).join("")).toBe(text);
    for (const block of blocks) expect(block.text.length).toBeLessThanOrEqual(4000);
  });

  test("continues in what is split off, on the lines where it is", () => {
    const lines = Array.from({ length: 400 }, (_, index) => `a line of thirty characters ${index}`);

    const { blocks } = pageOf(`- ${lines.join("\n  ")}`);

    for (const [index, block] of blocks.entries()) {
      expect(block.continues).toBe(index === 0 ? null : blocks[index - 1]);
      expect(block.parent).toBe(index === 0 ? null : blocks[0]);
      expect(block.text.endsWith(lines[block.endLine - 1] ?? "")).toBe(
        block.endLine === 400 || !block.text.endsWith(" "),
      );
      expect(block.line).toBeLessThanOrEqual(block.endLine);
    }
    expect(blocks.at(-1)?.endLine).toBe(400);
  });

  test("is not split within a link", () => {
    const link = "[a title of many words](https://github.com/octo/tea/issues/7)";

    const { blocks } = pageOf(`${"word ".repeat(797)}${link} ${"word ".repeat(797)}`);

    expect(blocks.flatMap(({ spans }) => spans.map(({ url }) => url))).toEqual([
      "https://github.com/octo/tea/issues/7",
    ]);
  });

  test("gives all its references", () => {
    const numbers = Array.from({ length: 3000 }, (_, index) => `#${index + 10}`);

    expect(readText(numbers.join(" ")).references).toHaveLength(3000);
  });

  test("is private as a whole", () => {
    const { blocks, privateParts } = pageOf(`(private) ${"word. ".repeat(3000)}#7\n\nopen`);

    expect(blocks.map(({ text }) => text)).toEqual(["open"]);
    expect(privateParts).toEqual([{ line: 1, endLine: 1 }]);
  });
});
