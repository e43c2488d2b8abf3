import { expect, test } from "@jest/globals";
import { documents } from "./documents.ts";

const readme = documents.find(({ file }) => file === "README.md");

/** The paragraphs below a heading. */
function paragraphsUnder(heading: string): readonly string[] {
  const part = readme?.text.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return part.trim().split(/\n\n+/);
}

test("the README begins with one picture and the two commands that need nothing else", () => {
  expect(readme?.htmls.filter(({ value }) => value.includes("<img"))).toHaveLength(1);
  expect(readme?.codes[0]?.value.replaceAll(/ +#.*/g, "")).toBe("npm run demo\nnpm test");
});

test("it shows three ways to use Minutebook, each in at most five lines with a link", () => {
  const ways = paragraphsUnder("Three ways to use it");

  expect(ways.map((way) => /\*\*(.+?)\*\*/.exec(way)?.[1])).toEqual([
    "As an app",
    "As a GitHub Action",
    "On the command line",
  ]);
  for (const way of ways) {
    expect(way.split("\n").length).toBeLessThanOrEqual(5);
    expect(way).toMatch(/\]\(docs\//);
  }
});
