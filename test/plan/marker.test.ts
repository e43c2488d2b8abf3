import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type CommentMarker, findMarker, type IssueMarker, renderMarker } from "../../src/plan/marker.ts";

const comment: CommentMarker = {
  v: 1,
  kind: "comment",
  key: "comment:octo-org/minutes:a.md:octo-org/app#1",
  repository: "octo-org/minutes",
  repositoryId: "42",
  path: "a.md",
  commit: "abc",
  hash: "0123",
  target: "octo-org/app#1",
  date: "2021-03-04",
  gone: false,
};

const issue: IssueMarker = {
  v: 1,
  kind: "issue",
  key: "issue:octo-org/minutes:a.md:0123",
  repository: "octo-org/minutes",
  repositoryId: null,
  path: "a.md",
  commit: "abc",
  hash: "0123",
  text: "Mona to write --> it",
  owners: ["Mona"],
  topic: [],
  date: "2021-03-04",
  done: false,
  titleHash: "4567",
  labels: [],
  assignees: [],
  milestone: null,
  also: [{ path: "b.md", date: null, text: "", owners: [], done: true, note: "<!-- x -->" }],
  gone: false,
};

describe("a marker", () => {
  test.each([comment, issue])("is read back as it was written: $kind", (marker) => {
    expect(findMarker(`Text.\n\n${renderMarker(marker)}\n\nMore.`)).toEqual(marker);
  });

  test("is one comment of HTML, whatever is in it", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (path, text) => {
        const rendered = renderMarker({ ...issue, path, text });
        expect(rendered.slice(4, -3)).not.toMatch(/--|>/);
        expect(rendered.split("\n")).toHaveLength(1);
        expect(findMarker(rendered)).toMatchObject({ path, text });
      }),
    );
  });

  test("of a comment is the last one: what is before it is quoted", () => {
    const body = `> ${renderMarker({ ...comment, key: "fake" })}\n\n${renderMarker(comment)}`;

    expect(findMarker(body)?.key).toBe(comment.key);
  });

  test("of an issue is the first one: people may paste below it", () => {
    const body = `${renderMarker(issue)}\n\n${renderMarker({ ...issue, key: "pasted" })}`;

    expect(findMarker(body)?.key).toBe(issue.key);
  });

  test.each([
    "",
    "no marker",
    "<!-- minutebook:comment {} -->",
    '<!-- minutebook:comment {"v":2} -->',
    "<!-- minutebook:comment {broken} -->",
    "<!-- minutebook:other {} -->",
  ])("is not seen in %j", (body) => {
    expect(findMarker(body)).toBeNull();
  });
});
