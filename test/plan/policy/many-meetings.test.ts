import { expect, test } from "@jest/globals";
import { reportApplied } from "../../../src/pipeline/report/applied.ts";
import { reportPreview } from "../../../src/pipeline/report/preview.ts";
import { snapshotRequest } from "../../../src/plan/snapshot-request.ts";
import { applied, config, fileOf, MINUTES, plan, repositoryOf, snapshotOf } from "../builders.ts";

const march2 = "## 2021-03-02\n\n- #1 is slow, we look at it\n- TODO: Mona to fix the lid";
const march16 = "## 2021-03-16\n\n- DECISION: #1 is closed\n- TODO: Hubot to order string by Friday";
const both = `# Tea round\n\n${march16}\n\n${march2}`;

test("a file with several meetings posts nothing, and says which it sees", () => {
  const made = plan([fileOf(both)]);

  expect(made.steps).toEqual([]);
  expect(made.notices).toEqual([
    expect.objectContaining({
      level: "warning",
      code: "many-meetings",
      text: expect.stringMatching(
        /^The file contains 2 meetings: line \d+ \(2021-03-16\), line \d+ \(2021-03-02\)\./,
      ),
    }),
  ]);
});

test.each([
  ["above", both],
  ["below", `# Tea round\n\n${march2}\n\n${march16}`],
])("what was posted for it stays as it is when a second meeting comes %s", (_, source) => {
  const before = `# Tea round\n\n${march2}`;
  const first = plan([fileOf(before)]);
  const snapshot = snapshotOf(applied(repositoryOf(), first));

  expect(first.steps.filter(({ action }) => action === "create")).not.toEqual([]);
  expect(plan([fileOf(source, before)], { snapshot }).steps).toEqual([]);
});

test("nor is it taken away when what it says of an issue is gone", () => {
  const before = `# Tea round\n\n${march2}`;
  const snapshot = snapshotOf(applied(repositoryOf(), plan([fileOf(before)])));
  const gone = "# Tea round\n\n## 2021-03-16\n\n- nothing\n\n## 2021-03-02\n\n- nothing";

  expect(plan([fileOf(gone, before)], { snapshot }).steps).toEqual([]);
});

test("other files of the same push are planned", () => {
  const usual = fileOf("- #1 is slow", null, { path: "meetings/2021-03-05.md" });

  expect(plan([fileOf(both), usual]).steps.map(({ origin }) => origin?.path)).toEqual([
    "meetings/2021-03-05.md",
  ]);
});

test("GitHub is asked for nothing that it mentions", () => {
  const { repositories } = snapshotRequest({ repository: MINUTES, config, files: [fileOf(both)] });

  expect(Object.values(repositories).flatMap(({ threads }) => threads)).toEqual([]);
});

test("the check runs of a push and of a pull request list its meetings", () => {
  const made = plan([fileOf(both)]);

  for (const run of [reportApplied(made, []), reportPreview(made.commit, made, [])]) {
    expect(run.conclusion).toBe("neutral");
    expect(run.summary).toContain("These files contain several meetings; their posts stay as they are:");
    expect(run.summary).toContain("2021-03-16");
    expect(run.annotations).toHaveLength(1);
  }
});
