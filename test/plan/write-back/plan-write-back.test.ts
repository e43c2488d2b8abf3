import { describe, expect, test } from "@jest/globals";
import type { ActionIssueState } from "../../../src/plan/snapshot.ts";
import {
  config,
  fileOf,
  issuesOf,
  meetingOf,
  opened,
  plan,
  repositoryOf,
  snapshotOf,
  summaryOf,
} from "../builders.ts";

const settings = { ...config, actions: { ...config.actions, writeBack: "pull-request" as const } };
const completed = { state: "closed", stateReason: "completed", closedBy: "person" } as const;

/** What is offered for minutes whose actions' issues stand, as `difference` says for each. */
function writeBack(source: string, ...differences: readonly Partial<ActionIssueState>[]) {
  const opening = issuesOf(plan([fileOf(source)])).filter(({ action }) => action === "create");
  const actionIssues = opening.map((step, index) =>
    opened(step, {
      number: 51 + index,
      url: `https://github.com/octo-org/app/issues/${51 + index}`,
      ...differences[index],
    }),
  );
  const file = { ...fileOf(source, source), source };
  const snapshot = snapshotOf(repositoryOf({ actionIssues }));
  return plan([file], { snapshot, config: settings }).writeBacks?.[0];
}

describe("what is offered back to the minutes", () => {
  test("is a link to the issue behind each action, and nothing else changes", () => {
    const source =
      "# Sync 2021-03-04\r\n\r\n- TODO: Mona to order seeds for spring  \r\n- Talk.\r\n\r\n* TODO: Hubot to repair\r\n  the sprinkler\r\n";

    expect(writeBack(source)).toEqual({
      key: "write-back:octo-org/minutes:meetings/2021-03-04.md",
      path: "meetings/2021-03-04.md",
      content:
        "# Sync 2021-03-04\r\n\r\n- TODO: Mona to order seeds for spring ([#51](https://github.com/octo-org/app/issues/51))  \r\n- Talk.\r\n\r\n* TODO: Hubot to repair\r\n  the sprinkler ([#52](https://github.com/octo-org/app/issues/52))\r\n",
      changes: [
        { line: 3, what: "a link to octo-org/app#51" },
        { line: 7, what: "a link to octo-org/app#52" },
      ],
    });
  });

  test("is nothing once it was merged", () => {
    const first = writeBack("# Sync 2021-03-04\n\n- TODO: Mona to order seeds for spring\n");

    expect(writeBack(first?.content ?? "")).toBeUndefined();
  });

  test("leaves the issue what it is once it was merged", () => {
    const source = "# Sync 2021-03-04\n\n- TODO: Mona to order seeds for spring\n";
    const [step] = issuesOf(plan([fileOf(source)]));
    const issue = opened(step, { number: 51, url: "https://github.com/octo-org/app/issues/51" });
    const merged = writeBack(source)?.content ?? "";

    const made = plan([fileOf(merged, source)], {
      snapshot: snapshotOf(repositoryOf({ actionIssues: [issue] })),
    });

    expect(summaryOf(made)).toContain("update issue Order seeds for spring");
    expect(summaryOf(made)).not.toContain("create issue Order seeds for spring");
  });

  test.each([
    ["- [ ] Mona to order seeds\n", "- [x] Mona to order seeds"],
    ["- [ ] Mona to order seeds\n- [X] Hubot repaired the pump\n", "- [X] Mona to order seeds"],
    ["- TODO: Mona to order seeds\n", "- TODO: Mona to order seeds -- DONE"],
    [
      "- TODO: Mona to order seeds\n- TODO: Hubot to paint the fence (done)\n",
      "- TODO: Mona to order seeds (done)",
    ],
  ])("says that what a person completed is done, in the notes' own spelling: %j", (lines, expected) => {
    const content = writeBack(`# Sync 2021-03-04\n\n## Action items\n\n${lines}`, completed)?.content ?? "";

    expect(content).toContain(`${expected} ([#51](`);
    expect(meetingOf(content).actions[0]?.done).toBe(true);
  });

  test("says nothing of what was closed as not planned, or by us", () => {
    const source = "# Sync 2021-03-04\n\n- TODO: Mona to order seeds for spring\n";

    expect(writeBack(source, { ...completed, stateReason: "not_planned" })?.content).not.toContain("DONE");
    expect(writeBack(source, { ...completed, closedBy: "us" })?.content).not.toContain("DONE");
  });

  test("goes into the cell of a table", () => {
    const source =
      "# Sync 2021-03-04\n\n## Action items\n\n| Who | What | When |\n|---|---|---|\n| Mona | Order seeds for spring | soon |\n";

    expect(writeBack(source)?.content).toContain(
      "| Mona | Order seeds for spring ([#51](https://github.com/octo-org/app/issues/51)) | soon |",
    );
  });

  test("is nothing unless the configuration asks for it", () => {
    const source = "# Sync 2021-03-04\n\n- TODO: Mona to order seeds for spring\n";

    expect(plan([{ ...fileOf(source, source), source }]).writeBacks).toBeUndefined();
  });
});
