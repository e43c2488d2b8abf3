import { describe, expect, test } from "@jest/globals";
import type { Config } from "../../../src/config/config.ts";
import { findMarker } from "../../../src/plan/marker.ts";
import type { ActionIssueState } from "../../../src/plan/snapshot.ts";
import {
  config,
  FIRST,
  fileOf,
  issuesOf,
  opened,
  plan,
  repositoryOf,
  SECOND,
  snapshotOf,
} from "../builders.ts";

const SOURCE = "# Team meeting 2021-03-04\n\nPresent: Mona\n\n- TODO: Mona to translate the landing page\n";
const DONE = SOURCE.replace("page\n", "page -- DONE\n");
const DROPPED = SOURCE.replace("page\n", "page (cancelled)\n");
const WITHOUT = "# Team meeting 2021-03-04\n\nPresent: Mona\n";

type Close = Config["actions"]["close"];

const closing = (close: Close): Config => ({ ...config, actions: { ...config.actions, close } });

function push(source: string | null, before: string, issues: readonly ActionIssueState[], close: Close) {
  const snapshot = snapshotOf(repositoryOf({ actionIssues: issues }));
  const [step] = issuesOf(
    plan([fileOf(source, before)], { snapshot, commit: SECOND, before: FIRST, config: closing(close) }),
  );
  if (step === undefined) throw new Error("There is no step.");
  return step;
}

const first = (): readonly ActionIssueState[] => issuesOf(plan([fileOf(SOURCE)])).map((step) => opened(step));

describe("what closes an issue", () => {
  test.each<[Close, string, string | null, string, string]>([
    ["always", "done", DONE, "close", "done"],
    ["always", "dropped", DROPPED, "close", "dropped"],
    ["always", "removed", WITHOUT, "close", "action-removed"],
    ["always", "deleted with its file", null, "close", "minutes-deleted"],
    ["done", "done", DONE, "close", "done"],
    ["done", "dropped", DROPPED, "close", "dropped"],
    ["done", "removed", WITHOUT, "update", "removed-not-closed"],
    ["done", "deleted with its file", null, "update", "removed-not-closed"],
    ["never", "done", DONE, "update", "done-not-closed"],
    ["never", "dropped", DROPPED, "update", "dropped-not-closed"],
    ["never", "removed", WITHOUT, "update", "removed-not-closed"],
    ["never", "deleted with its file", null, "update", "removed-not-closed"],
  ])("with %s, of an action that is %s", (close, _, source, action, code) => {
    expect(push(source, SOURCE, first(), close)).toMatchObject({ action, reason: { code } });
  });
});

describe("an issue that is not closed", () => {
  test("says that its action is done, and the check run lists it on each push until a person closes it", () => {
    const step = push(DONE, SOURCE, first(), "never");
    const again = push(DONE, DONE, [opened(step)], "never");
    const closed = { state: "closed", closedBy: null } as const;
    const byPerson = push(DONE, DONE, [opened(step, closed)], "never");

    expect(step.body).toContain("**Status:** done");
    expect(step.stateReason).toBeNull();
    expect(again).toMatchObject({ action: "keep", reason: { code: "done-not-closed" } });
    expect(byPerson).toMatchObject({ action: "keep", reason: { code: "done-and-closed" } });
  });

  test("is closed once the team wants it", () => {
    const step = push(DONE, SOURCE, first(), "never");

    expect(push(DONE, DONE, [opened(step)], "done")).toMatchObject({
      action: "close",
      stateReason: "completed",
    });
  });

  test("that a person closed is not reopened where the action is open again", () => {
    const step = push(DONE, SOURCE, first(), "never");
    const closed = opened(step, { state: "closed", closedBy: null });

    expect(push(SOURCE, DONE, [closed], "never")).toMatchObject({
      action: "keep",
      reason: { code: "closed-by-someone" },
    });
  });

  test("says once that its action was removed, and follows it when it comes back", () => {
    const step = push(WITHOUT, SOURCE, first(), "done");
    const again = push(WITHOUT, WITHOUT, [opened(step)], "done");
    const back = push(SOURCE, WITHOUT, [opened(step)], "done");

    expect(step.body).toContain("Removed from the minutes in");
    expect(again).toMatchObject({ action: "keep", reason: { code: "removed-not-closed" } });
    expect(back.action).toBe("update");
    expect(back.body).not.toContain("Removed from the minutes in");
  });

  test("keeps no word of what is private now", () => {
    const hidden = `${WITHOUT}\n<!-- private -->\n- TODO: Mona to translate the landing page\n<!-- /private -->\n`;

    const step = push(hidden, SOURCE, first(), "never");

    expect(step).toMatchObject({ action: "update", reason: { code: "removed-not-closed" } });
    expect(step.body).not.toContain("translate");
    expect(findMarker(step.body ?? "")).toMatchObject({ text: "", gone: true });
  });

  test.each<[Close, string]>([
    ["always", "close"],
    ["done", "keep"],
    ["never", "keep"],
  ])("is one opened twice: with %s, %s", (close, action) => {
    const [issue] = first();
    const both = issue === undefined ? [] : [issue, { ...issue, number: issue.number + 1000 }];
    const snapshot = snapshotOf(repositoryOf({ actionIssues: both }));

    const steps = issuesOf(plan([fileOf(SOURCE, SOURCE)], { snapshot, config: closing(close) }));

    expect(steps[1]).toMatchObject({ action, reason: { code: "duplicate-issue" } });
  });
});
