import { approvalReason } from "../../src/messages/reasons/approval-reasons.ts";
import { describe, expect, test } from "@jest/globals";
import { countSteps, renderPlan } from "../../src/plan/render-plan.ts";
import { fileOf, plan, repositoryOf, snapshotOf, threadOf } from "./builders.ts";

const SOURCE =
  "# Team meeting Monday 2021-03-04\n\n- #1 crashes\n  - TODO: Mona to bisect the crash of #1\n- #2\n";
const threads = { "1": threadOf(1), "2": threadOf(2, { locked: true }) };
const made = plan([fileOf(SOURCE)], { snapshot: snapshotOf(repositoryOf({ threads })) });

describe("a plan as text", () => {
  test("names each step with its sign, line and reason, then the notices, then the counts", () => {
    expect(renderPlan(made)).toBe(`Plan for octo-org/minutes at 1111111

meetings/2021-03-04.md
  + issue octo-org/app “Bisect the crash of #1”
      line 4: New action.
      assigned to mona (Mona, from the configuration); labeled meeting-action
  + comment on octo-org/app#1 “Issue 1”
      line 3: Mentioned on lines 3, 4.
  ! comment on octo-org/app#2 “Issue 2”
      line 5: The conversation is locked.

Notices
  warning meetings/2021-03-04.md:1: ${made.notices[0]?.text}

Total: 2 to create · 1 skipped.
`);
  });

  test("prints bodies when asked, with new issues by their titles", () => {
    const text = renderPlan(made, { bodies: true });

    expect(text).toContain("      | Discussed on **4 March 2021** in [Team meeting]");
    expect(text).toContain("(new issue “Bisect the crash of #1”)");
    expect(text).not.toContain("minutebook-issue:");
  });

  test("gives its parts to a painter", () => {
    const text = renderPlan(made, { painter: (role, part) => `<${role}>${part}</${role}>` });

    expect(text).toContain("<create>  + comment on octo-org/app#1 “Issue 1”</create>");
    expect(text).toContain("<warning>warning</warning>");
  });

  test("says when there is nothing to do, and when it waits", () => {
    expect(countSteps(plan([]))).toBe("nothing to do");
    expect(
      renderPlan({ ...made, approval: { needed: true, reason: approvalReason("review-mode") } }),
    ).toContain("Total: 2 to create · 1 skipped.\nWaiting for approval (`mode: review`).");
  });
});
