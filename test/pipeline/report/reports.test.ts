import { describe, expect, test } from "@jest/globals";
import { foldedBodies } from "../../../src/pipeline/report/bodies.ts";
import { reportPreview } from "../../../src/pipeline/report/preview.ts";
import { reportWaiting } from "../../../src/pipeline/report/waiting.ts";
import {
  commentsOf,
  fileOf,
  FIRST,
  milestoneOf,
  plan,
  repositoryOf,
  snapshotOf,
} from "../../plan/builders.ts";

const SOURCE = `# Team meeting 2021-03-04

- #1 crashes
  - DECISION: #1 will go in 1.1
  - TODO: Mona to bisect the crash
`;

const made = plan([fileOf(SOURCE)], {
  snapshot: snapshotOf(repositoryOf({ milestones: [milestoneOf("1.1")] })),
});

describe("the texts on a check run", () => {
  const text = foldedBodies(made.steps);

  test("are those of issues, comments and milestones, each folded", () => {
    expect(text.match(/<summary>.*<\/summary>/g)).toEqual([
      "<summary>create issue: Bisect the crash</summary>",
      "<summary>create comment: octo-org/app#\u200B1</summary>",
      "<summary>update note on milestone: 1.1</summary>",
    ]);
  });

  test("read as they will, with no marker and new issues by their titles", () => {
    expect(text).not.toContain("<!--");
    expect(text).toContain(" – (new issue “Bisect the crash”)");
  });

  test("are fenced, whatever fences are in them", () => {
    const [comment] = commentsOf(made);
    if (comment === undefined) throw new Error("There is no comment.");

    const folded = foldedBodies([{ ...comment, body: "> ````\n> x\n> ````" }]);

    expect(folded).toContain("\n`````markdown\n> ````\n> x\n> ````\n`````\n");
  });

  test("that do not fit are counted", () => {
    const [comment] = commentsOf(made);
    if (comment === undefined) throw new Error("There is no comment.");
    const long = { ...comment, body: "long ".repeat(6000) };

    expect(foldedBodies([long, long])).toMatch(/\n\n1 more text is too long to show here\.$/);
  });
});

test("the table of steps says by whose word an issue is assigned", () => {
  const { summary, text } = reportPreview(FIRST, made, []);

  expect(`${summary} ${text}`).toContain(
    "issue in octo-org/app: Bisect the crash, assigned to mona (Mona, from the configuration)",
  );
});

test("the titles of check runs count what is to be done", () => {
  expect(reportPreview(FIRST, made, []).title).toBe("Preview: 2 to create, 1 to update");
  expect(reportWaiting(made, { hash: "a1" }).title).toBe("Waiting for approval: 2 to create, 1 to update");
  expect(reportPreview(FIRST, plan([fileOf("# Team\n")]), []).title).toBe("Nothing to post");
});

test("a waiting plan says where not all of it could be shown, and names the hash of all of it", () => {
  const [comment] = commentsOf(made);
  if (comment === undefined) throw new Error("There is no comment.");
  const long = { ...comment, body: "long ".repeat(6000) };

  const { summary } = reportWaiting({ ...made, steps: [long, long] }, { hash: "a1" });

  expect(summary).toContain("The plan is too long to show in full, and approving it approves all of it.");
  expect(summary).toContain("`/minutebook apply a1`");
  expect(reportWaiting(made, { hash: "a1" }).summary).not.toContain("too long to show");
});
