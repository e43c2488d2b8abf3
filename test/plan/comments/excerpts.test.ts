import { describe, expect, test } from "@jest/globals";
import type { Excerpt } from "../../../src/minutes/meeting.ts";
import { excerptPath } from "../../../src/plan/comments/excerpt-path.ts";
import { groupExcerpts, mergeExcerpts } from "../../../src/plan/comments/excerpts.ts";
import { quotedExcerpt } from "../../../src/plan/quote/quoted-excerpt.ts";
import { meetingOf } from "../builders.ts";

const LINES = Array.from({ length: 20 }, (_, index) => `- line ${index + 1}`);

function excerpt(line: number, endLine: number, path: readonly string[] = ["Pumps"]): Excerpt {
  return {
    line,
    endLine,
    path,
    speaker: null,
    tableHead: null,
    isCut: false,
    markdown: LINES.slice(line - 1, endLine).join("\n"),
  };
}

const TABLE_HEAD = { line: 1, markdown: "| what |\n| --- |" };

function merged(...excerpts: readonly Excerpt[]) {
  return mergeExcerpts(excerpts.map((one) => ({ excerpt: one }))).map(({ line, endLine, markdown }) => [
    line,
    endLine,
    markdown.split("\n").length,
  ]);
}

describe("excerpts of several mentions", () => {
  test("rows that follow each other stay one table, and others do not", () => {
    const row = (line: number): Excerpt => ({ ...excerpt(line, line), tableHead: TABLE_HEAD });

    expect(merged(row(3), row(4), row(6))).toEqual([
      [3, 4, 2],
      [6, 6, 1],
    ]);
  });

  test("quote each line once, where they are the same, overlap or lie within each other", () => {
    expect(merged(excerpt(3, 5), excerpt(3, 5))).toEqual([[3, 5, 3]]);
    expect(merged(excerpt(4, 8), excerpt(3, 5))).toEqual([[3, 8, 6]]);
    expect(merged(excerpt(3, 9), excerpt(4, 5), excerpt(9, 10))).toEqual([[3, 10, 8]]);
    expect(merged(excerpt(3, 4), excerpt(6, 7))).toEqual([
      [3, 4, 2],
      [6, 7, 2],
    ]);
  });

  test("are together under the path that they share", () => {
    const groups = groupExcerpts([excerpt(1, 1), excerpt(3, 3), excerpt(5, 5, ["Seeds"]), excerpt(7, 7)]);

    expect(groups.map((group) => group.map(({ line }) => line))).toEqual([[1, 3], [5], [7]]);
  });

  test("say that they were cut, and where all of it is", () => {
    const place = {
      base: { webUrl: "https://github.com", repository: "o/m", commit: "c" },
      target: "o/a",
      budget: 9000,
    };

    expect(quotedExcerpt(meetingOf(""), [{ ...excerpt(1, 1), isCut: true }], place)).toBe(
      "> - line 1\n\nShortened here. Read all of it in [the minutes](https://github.com/o/m/blob/c/meetings/2021-03-04.md?plain=1#L1).",
    );
    expect(
      mergeExcerpts([{ ...excerpt(1, 3), isCut: true }, excerpt(2, 5)].map((one) => ({ excerpt: one }))),
    ).toMatchObject([{ isCut: false }]);
  });

  test("tell what lies between them", () => {
    const place = {
      base: { webUrl: "https://github.com", repository: "o/m", commit: "c" },
      target: "o/a",
      budget: 9000,
    };

    const markdown = quotedExcerpt(meetingOf(""), [excerpt(1, 1), excerpt(4, 4)], place);

    expect(markdown).toBe("> - line 1\n>\n> …\n>\n> - line 4");
  });
});

describe("what an excerpt was under", () => {
  test.each([
    [["Pumps", "Mona"], "Mona", "- Mona: it leaks", "Pumps › Mona"],
    [["Pumps"], "Mona", "- it leaks", "Pumps › Mona"],
    [["Pumps"], "Mona", "- **Mona**: it leaks", "Pumps"],
    [["a", "b", "c", "d", "e"], null, "- it leaks", "b › c › d › e"],
    [[], null, "- it leaks", ""],
  ])("%j with speaker %j before %j is %j", (path, speaker, markdown, expected) => {
    expect(excerptPath({ path, speaker, markdown }, meetingOf(""))).toBe(expected);
  });

  test("is not the meeting itself, which the first sentence names", () => {
    const meeting = meetingOf("# Garden weekly, 2021-03-04\n");
    const path = ["Garden weekly, 2021-03-04", "Garden weekly (4 March 2021)", "2021-03-04", "Pumps"];

    expect(excerptPath({ path, speaker: null, markdown: "- it leaks" }, meeting)).toBe("Pumps");
  });
});

test("a long passage is quoted as its beginning and its end", () => {
  const ending = { line: 18, endLine: 20, markdown: LINES.slice(17, 20).join("\n") };
  const long = { ...excerpt(1, 5), isCut: true, ending };

  const [first, last, ...others] = mergeExcerpts([{ excerpt: long }]);
  if (first === undefined || last === undefined) throw new Error("There are not two of them.");
  const meeting = meetingOf(`# Garden\n\n${LINES.join("\n")}\n`);
  const base = { webUrl: "https://github.com", repository: "octo-org/minutes", commit: "a".repeat(40) };
  const quoted = quotedExcerpt(meeting, [first, last], { base, target: "octo-org/app", budget: 10_000 });

  expect(others).toEqual([]);
  expect(quoted).toContain("> - line 5\n>\n> …\n>\n> - line 18");
  expect(quoted).toContain("Shortened here. Read all of it in [the minutes]");
  expect(quoted).toContain("#L1-L20");
});
