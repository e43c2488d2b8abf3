import { describe, expect, jest, test } from "@jest/globals";
import type { Nodes } from "mdast";
import { parseMarkdown } from "../../../src/minutes/markdown/parse.ts";
import { parseGfm } from "../../../src/plan/quote/markdown.ts";

const MANY = 3000;
const emphasized = "*lid* ".repeat(MANY);

function count(node: Nodes, type: string): number {
  const inside = "children" in node ? node.children : [];
  return inside.reduce((sum, child) => sum + count(child, type), node.type === type ? 1 : 0);
}

describe.each([
  ["minutes", parseMarkdown],
  ["quotes", parseGfm],
])("marks in %s", (_what, parse) => {
  test("are text behind as many in one paragraph as nobody writes", () => {
    const found = count(parse(emphasized), "emphasis");

    expect(found).toBeGreaterThan(500);
    expect(found).toBeLessThan(MANY);
  });

  test("count in paragraphs that follow one with too many", () => {
    const tree = parse(`${emphasized}\n\n*a* **b** [c](d) \`e\` ~~f~~`);
    const last = tree.children.at(-1);

    expect(
      ["emphasis", "strong", "link", "inlineCode", "delete"].map((type) => count(last as Nodes, type)),
    ).toEqual([1, 1, 1, 1, 1]);
  });

  test.each(["** a\n", "[b]: c\n", "a *b _c `d [e\n"])(
    "that are text move few of the parser's events: %j on each line",
    (line) => {
      const moved = (count: number): number => {
        let sum = 0;
        const splice = jest.spyOn(Array.prototype, "splice").mockImplementation(function (
          this: unknown[],
          ...args: unknown[]
        ) {
          const [start = 0, deleted = 0, ...added] = args as [number, number, ...unknown[]];
          if (deleted !== added.length) sum += Math.max(0, this.length - start);
          const rest = Array.prototype.slice.call(this, start + deleted);
          const out = Array.prototype.slice.call(this, start, start + deleted);
          this.length = Math.min(start, this.length);
          for (const one of [...added, ...rest]) this.push(one);
          return out;
        });
        parse(`a ${line.repeat(count)}`);
        splice.mockRestore();
        return sum;
      };

      expect(moved(4000) / moved(2000)).toBeLessThan(3);
    },
  );

  test("count in a long file, however many its paragraphs have together", () => {
    expect(count(parse("*a* **b** [c](d) `e`\n\n".repeat(1000)), "inlineCode")).toBe(1000);
  });

  test.each([
    ["a code span that goes on in the next line", "a `b\nc` d", "inlineCode", 1],
    ["a code span with other backticks in it", "``a`b``", "inlineCode", 1],
    ["a code span behind an escaped backtick", "\\``a` b", "inlineCode", 1],
    ["backticks that close in another paragraph", "`a\n\nb`", "inlineCode", 0],
    ["backticks that close behind a quote's empty line", "> `a\n>\n> b`", "inlineCode", 0],
    ["a code span over a line with a carriage return", "a `b\r\nc` d", "inlineCode", 1],
    ["a comment in a text", "a <!-- b\nc --> d", "html", 1],
    ["an empty comment in a text", "a <!--> b", "html", 1],
    ["an instruction in a text", "a <?b?> c", "html", 1],
    ["a declaration in a text", "a <!B c> d", "html", 1],
    ["literal text in a text", "a <![CDATA[b>c]]> d", "html", 1],
    ["a comment that nothing closes", "a <!-- b", "html", 0],
    ["a link with a title in brackets", "[a](b (c\nd))", "link", 1],
    ["a label before a bracket that nothing closes", "[a](b\n\n[a]: c", "linkReference", 1],
  ])("find their halves: %s", (_name, text, type, expected) => {
    // Longer than what is parsed without bounds.
    const tree = parse(`${text}\n\n${"lid ".repeat(400)}`);

    expect(count(tree, type)).toBe(expected);
  });
});

test("underlined headings are headings, however many", () => {
  expect(count(parseMarkdown("a\n===\n\n".repeat(1000)), "heading")).toBe(1000);
});
