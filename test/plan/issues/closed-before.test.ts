import { describe, expect, test } from "@jest/globals";
import { impliedSteps } from "../../../src/pipeline/implied-steps.ts";
import { makePlan } from "../../../src/plan/make-plan.ts";
import type { ActionIssueState } from "../../../src/plan/snapshot.ts";
import {
  applied,
  FIRST,
  fileOf,
  inputOf,
  issuesOf,
  plan,
  repositoryOf,
  SECOND,
  snapshotOf,
} from "../builders.ts";

const INVITE = "TODO: Mona to send the invitations for the next call";

const meeting = (day: string, action = INVITE) =>
  fileOf(`# Call ${day}\n\nPresent: Mona\n\n- ${action}\n`, null, { path: `meetings/${day}.md` });

/** The issue of the meeting of 4 March, closed by a person on 20 March. */
function closedIssue(difference: Partial<ActionIssueState> = {}): readonly ActionIssueState[] {
  const state = repositoryOf();
  return applied(state, plan([meeting("2021-03-04")], { snapshot: snapshotOf(state) })).actionIssues.map(
    (issue) => ({
      ...issue,
      state: "closed" as const,
      stateReason: "completed" as const,
      closedBy: "person" as const,
      closedAt: "2021-03-20T10:00:00Z",
      ...difference,
    }),
  );
}

function inputFor(day: string, issues = closedIssue(), action = INVITE) {
  const snapshot = snapshotOf(repositoryOf({ actionIssues: issues }));
  return inputOf([meeting(day, action)], { snapshot, commit: SECOND, before: FIRST });
}

describe("an action whose issue a person closed", () => {
  test("and that a later meeting lists as open waits for a person, on its line", () => {
    const { steps, notices } = makePlan(inputFor("2021-04-01"));

    expect(issuesOf({ steps })).toMatchObject([
      {
        action: "keep",
        reason: {
          code: "closed-before-meeting",
          values: { closed: "20 March 2021", meeting: "1 April 2021" },
        },
      },
    ]);
    expect(notices.filter(({ code }) => code === "closed-action")).toMatchObject([
      { level: "info", path: "meetings/2021-04-01.md", line: 5 },
    ]);
  });

  test("is reopened once somebody asks for it, and lists the meeting", () => {
    const [step, ...others] = impliedSteps(makePlan, inputFor("2021-04-01"));

    expect(others).toEqual([]);
    expect(step).toMatchObject({ kind: "issue", action: "reopen", reason: { code: "open-since-closed" } });
    expect(step?.kind === "issue" ? step.body : "").toContain("2021-04-01.md");
  });

  test.each(["2021-03-11", "2021-03-20"])("stays closed where the meeting was on %s already", (day) => {
    const { steps, notices } = makePlan(inputFor(day));

    expect(issuesOf({ steps })).toMatchObject([{ action: "keep", reason: { code: "closed-by-someone" } }]);
    expect(notices.filter(({ code }) => code === "closed-action")).toEqual([]);
    expect(impliedSteps(makePlan, inputFor(day))).toEqual([]);
  });

  test("stays closed where GitHub doesn't say when", () => {
    const issues = closedIssue({ closedAt: null });

    expect(issuesOf(makePlan(inputFor("2021-04-01", issues)))).toMatchObject([
      { action: "keep", reason: { code: "closed-by-someone" } },
    ]);
  });

  test("stays closed where the later meeting says that it is done", () => {
    const input = inputFor("2021-04-01", closedIssue(), `${INVITE} -- DONE`);

    expect(issuesOf(makePlan(input))).toMatchObject([
      { action: "keep", reason: { code: "done-and-closed" } },
    ]);
    expect(impliedSteps(makePlan, input)).toEqual([]);
  });

  test("is not mentioned where the minutes' readers can't read the issue", () => {
    const input = inputFor("2021-04-01");
    const snapshot = snapshotOf(repositoryOf({ actionIssues: closedIssue(), visibility: "private" }));

    const { notices } = makePlan({ ...input, snapshot });

    expect(notices.filter(({ code }) => code === "closed-action")).toEqual([]);
  });
});
