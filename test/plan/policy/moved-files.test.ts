import { fileProblem } from "../../../src/messages/reasons/file-problems.ts";
import { expect, test } from "@jest/globals";
import type { MinutesChange } from "../../../src/plan/input.ts";
import { applied, fileOf, plan, repositoryOf, snapshotOf, summaryOf } from "../builders.ts";

const OLD = "meetings/2021-03-04.md";
const SOURCE =
  "# Tea round\n\n- #1 is slow, we look at it\n- TODO: Mona to fix the lid of the large kettle\n";

const snapshot = snapshotOf(applied(repositoryOf(), plan([fileOf(SOURCE, null, { path: OLD })])));

function unread(path: string, difference: Partial<MinutesChange> = {}): MinutesChange {
  const problem = fileProblem("file-lfs-pointer");
  return { path, previousPath: null, meeting: null, previous: null, problem, ...difference };
}

const removed = fileOf(null, SOURCE, { path: OLD });

test.each(["notes/2021-03-04.md", "meetings/20210304-tea.md"])(
  "an unreadable file that comes as %s while minutes of that day go takes over what was posted for them",
  (path) => {
    const made = plan([removed, unread(path, { isNew: true })], { snapshot });

    expect(summaryOf(made)).toEqual([
      "update issue Fix the lid of the large kettle",
      "update comment octo-org/app#1",
    ]);
    const after = snapshotOf(applied(repositoryOf(), made));
    const again = plan([removed, unread(path, { isNew: true })], { snapshot: after });
    expect(again.steps.map(({ action }) => action)).toEqual(["keep", "keep"]);
  },
);

test.each([
  ["of another day", [removed, unread("meetings/2021-03-11.md", { isNew: true })]],
  ["that was there before", [removed, unread("notes/2021-03-04.md")]],
  [
    "that is not the only one",
    [
      removed,
      fileOf(null, SOURCE, { path: "old/2021-03-04.md" }),
      unread("notes/2021-03-04.md", { isNew: true }),
    ],
  ],
] as const)("one %s does not", (_what, files) => {
  expect(summaryOf(plan([...files], { snapshot }))).toEqual([
    "close issue Fix the lid of the large kettle",
    "delete comment octo-org/app#1",
  ]);
});

test("an action that other minutes carry over follows both", () => {
  const path = "meetings/2021-03-11.md";
  const carried = "# Tea round\n\n- TODO: Mona to fix the lid of the large kettle\n";
  const before = applied(
    repositoryOf(),
    plan([fileOf(SOURCE, null, { path: OLD }), fileOf(carried, null, { path })]),
  );
  const moves = [
    unread("tea/2021-03-04.md", { previousPath: OLD }),
    fileOf(carried.replace("kettle", "kettle today"), carried, {
      path: "tea/2021-03-11.md",
      previousPath: path,
    }),
  ];
  const made = plan(moves, { snapshot: snapshotOf(before) });

  const [issue] = applied(before, made).actionIssues;
  expect(issue?.body.match(/"path":"[^"]+"/g)?.map((one) => one.replaceAll("\\u002d", "-"))).toEqual([
    '"path":"tea/2021-03-04.md"',
    '"path":"tea/2021-03-11.md"',
  ]);
});
