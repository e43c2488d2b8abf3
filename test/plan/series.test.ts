import { expect, test } from "@jest/globals";
import type { Config, Series } from "../../src/config/config.ts";
import { config, fileOf, plan, repositoryOf, snapshotOf, summaryOf, TARGET, threadOf } from "./builders.ts";

const NOTHING = { repository: null, comments: {}, actions: {}, labels: {}, limits: {} };
const BOARD = "board/2021-03-04.md";
const CALL = "calls/2021-03-04.md";
const TEXT = "# Lamp team\n\n- #1 the lamp flickers\n- TODO: Mona to buy oil for the lamp\n";

function withBoard(board: Partial<Series>): Config {
  return { ...config, series: [{ ...NOTHING, minutes: ["board/**"], ...board }] };
}

/** What is done for each file, where both say the same of different issues. */
function stepsOf(board: Partial<Series>, labels: readonly string[] = []) {
  const settings = withBoard(board);
  const files = [
    fileOf(TEXT, null, { path: CALL }),
    fileOf(TEXT.replace("#1", "#2").replace("oil", "wicks"), null, { path: BOARD }),
  ];
  const repository = repositoryOf({
    threads: { "1": threadOf(1, { labels }), "2": threadOf(2, { labels }) },
  });
  return plan(files, { config: settings, snapshot: snapshotOf(repository) });
}

const ALL = [
  "create issue Buy oil for the lamp",
  "create issue Buy wicks for the lamp",
  `create comment ${TARGET}#1`,
  `create comment ${TARGET}#2`,
];

const without = (...steps: readonly string[]) => ALL.filter((step) => !steps.includes(step));

test("a series that says nothing is posted for as all minutes are", () => {
  expect(summaryOf(stepsOf({}))).toEqual(ALL);
});

test.each([
  ["comments", { comments: { enabled: false } }, `create comment ${TARGET}#2`],
  ["action issues", { actions: { enabled: false } }, "create issue Buy wicks for the lamp"],
])("a series can have no %s", (_what, board, missing) => {
  expect(summaryOf(stepsOf(board))).toEqual(without(missing));
});

test("a series can want decisions alone", () => {
  const { steps } = stepsOf({ comments: { when: "decided" }, actions: { enabled: false } });
  const comments = steps.filter(({ kind }) => kind === "comment");

  expect(comments.map(({ action, reason }) => [action, reason.code])).toEqual([
    ["create", "mentioned"],
    ["skip", "not-decided"],
  ]);
});

test("a series can have labels of its own on its issues", () => {
  const { steps } = stepsOf({ actions: { labels: ["board"] } });

  expect(steps.flatMap((step) => (step.kind === "issue" ? [step.labels] : []))).toEqual([
    ["meeting-action"],
    ["board"],
  ]);
  expect(steps.flatMap((step) => (step.kind === "label" ? [step.name] : []))).toEqual(["board"]);
});

test("a series can take another label off the issues it discussed", () => {
  const made = stepsOf({ labels: { removeWhenDiscussed: ["board-agenda"] } }, ["board-agenda"]);

  expect(
    summaryOf(made).filter((step) => step.startsWith("delete unlabel") || step.includes("unlabel")),
  ).toEqual(["delete unlabel #2 board-agenda"]);
});

test("a series' limits count its own posts, and those of all count the others", () => {
  const reasonOf = (board: Partial<Series>) => stepsOf(board).approval.reason?.values;

  expect(reasonOf({ limits: { comments: 0 } })).toEqual({ excess: "1 new comment (limit 0)" });
  expect(reasonOf({ limits: { comments: 1 } })).toBeUndefined();
});
