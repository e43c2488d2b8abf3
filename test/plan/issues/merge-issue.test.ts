import { describe, expect, test } from "@jest/globals";
import { hashText } from "../../../src/plan/hash.ts";
import { isNoChange, type IssueNow, mergeIssue } from "../../../src/plan/issues/merge-issue.ts";
import { hashOwnPart, renderRegion } from "../../../src/plan/issues/region.ts";
import type { IssueMarker } from "../../../src/plan/marker.ts";
import type { IssueStep } from "../../../src/plan/plan.ts";
import { issueStep } from "../../github/build-plan.ts";
import { issueMarker } from "../issue-marker.ts";

const OLD = { title: "Sweep the yard", titleHash: hashText("Sweep the yard"), labels: ["todo"] };
const NOTHING = { add: [], remove: [] };

function bodyOf(main: string, difference: Partial<IssueMarker> = {}): string {
  const marker = { ...issueMarker("issue:1"), titleHash: OLD.titleHash, labels: OLD.labels, ...difference };
  return renderRegion({ marker, main }, "");
}

/** The issue as the plan saw it; a test states what people changed since. */
function nowWith(difference: Partial<IssueNow> = {}): IssueNow {
  return {
    title: OLD.title,
    body: bodyOf("Old."),
    state: "open",
    labels: OLD.labels,
    assignees: [],
    milestone: null,
    activity: 0,
    ...difference,
  };
}

/** A step that writes another text; a test states what else. */
function stepWith(difference: Partial<IssueStep> = {}, marker: Partial<IssueMarker> = {}): IssueStep {
  return issueStep({
    action: "update",
    number: 1,
    title: OLD.title,
    body: bodyOf("New.", marker),
    labels: OLD.labels,
    before: hashOwnPart(bodyOf("Old.")),
    ...difference,
  });
}

describe("what a step changes of an issue right before it is written", () => {
  test("is our text alone where nothing else is to change", () => {
    expect(mergeIssue(stepWith(), nowWith())).toEqual({
      body: bodyOf("New."),
      labels: NOTHING,
      assignees: NOTHING,
    });
  });

  test("leaves what people wrote around Minutebook's section since", () => {
    const body = `Above.\r\n\r\n${bodyOf("Old.")}\r\n\r\nBelow.`;

    expect(mergeIssue(stepWith(), nowWith({ body }))?.body).toBe(
      `Above.\r\n\r\n${bodyOf("New.")}\r\n\r\nBelow.`,
    );
  });

  test("takes line ends of GitHub's editor for no change", () => {
    const body = bodyOf("Old.").replaceAll("\n", "\r\n");

    expect(mergeIssue(stepWith(), nowWith({ body }))?.body).toBe(bodyOf("New."));
  });

  test.each([
    ["edited", bodyOf("Edited.")],
    ["taken out", "Mine."],
    ["written by other minutes", bodyOf("Old.", { commit: "f00d" })],
  ])("is planned again where Minutebook's section was %s", (_what, body) => {
    expect(mergeIssue(stepWith(), nowWith({ body }))).toBeNull();
  });

  test("is nothing where an earlier try whose answer was lost did it", () => {
    const change = mergeIssue(stepWith(), nowWith({ body: `${bodyOf("New.")}\n\nBelow.` }));

    expect(change).toEqual({ labels: NOTHING, assignees: NOTHING });
    expect(change !== null && isNoChange(change)).toBe(true);
  });

  test("changes Minutebook's title, and none that a person gave since", () => {
    const titled = stepWith({ title: "Sweep both yards" }, { titleHash: hashText("Sweep both yards") });

    expect(mergeIssue(titled, nowWith())?.title).toBe("Sweep both yards");
    expect(mergeIssue(titled, nowWith({ title: "Yards" }))).not.toHaveProperty("title");
  });

  test("leaves a title that a person gave before and took back since", () => {
    const kept = stepWith({ title: "Yards" });

    expect(mergeIssue(kept, nowWith())).not.toHaveProperty("title");
  });

  test("adds and removes what we set, beside what people set since", () => {
    const listed = stepWith({}, { labels: ["chore"], assignees: ["ada"] });

    expect(mergeIssue(listed, nowWith({ labels: ["todo", "urgent"], assignees: ["bo"] }))).toMatchObject({
      labels: { add: ["chore"], remove: ["todo"] },
      assignees: { add: ["ada"], remove: [] },
    });
  });

  test("does not bring back a label that a person took off since", () => {
    expect(mergeIssue(stepWith(), nowWith({ labels: [] }))?.labels).toEqual(NOTHING);
  });

  test.each([
    ["sets it", null, null, "2.1", { milestone: 3 }],
    ["leaves one that a person set since", { number: 4, title: "3.0" }, null, "2.1", {}],
    ["moves ours to another", { number: 2, title: "2.0" }, "2.0", "2.1", { milestone: 3 }],
    ["leaves it off where a person took it off since", null, "2.1", "2.1", {}],
    ["sends nothing where it is set already", { number: 3, title: "2.1" }, "2.1", "2.1", {}],
    ["takes ours off", { number: 2, title: "2.0" }, "2.0", null, { milestone: null }],
  ])("of its milestone %s", (_what, milestone, ours, wanted, expected) => {
    const before = bodyOf("Old.", { milestone: ours });
    const step = stepWith(
      { milestone: wanted === null ? null : { number: 3, title: wanted }, before: hashOwnPart(before) },
      { milestone: wanted },
    );

    const change = mergeIssue(step, nowWith({ body: before, milestone }));

    expect(change).toEqual({ body: step.body, ...expected, labels: NOTHING, assignees: NOTHING });
  });

  test.each([
    ["close", "open", { state: "closed", stateReason: "completed" }],
    ["close", "closed", {}],
    ["reopen", "closed", { state: "open" }],
    ["reopen", "open", {}],
    ["update", "closed", {}],
  ] as const)("by %s of one that is %s is %j", (action, state, expected) => {
    const step = stepWith({ action, stateReason: action === "close" ? "completed" : null });

    expect(mergeIssue(step, nowWith({ state }))).toEqual({
      body: step.body,
      ...expected,
      labels: NOTHING,
      assignees: NOTHING,
    });
  });

  test("leaves the state that a person gave it after a try whose answer was lost", () => {
    const step = stepWith({ action: "close", stateReason: "completed" });

    expect(mergeIssue(step, nowWith({ body: bodyOf("New.") }))).not.toHaveProperty("state");
  });

  test.each([
    ["gone from the minutes", "not_planned", null],
    ["done", "completed", { state: "closed" }],
  ] as const)(
    "on which people began to work since, and which is %s, is %s: %j",
    (_what, reason, expected) => {
      const change = mergeIssue(stepWith({ action: "close", stateReason: reason }), nowWith({ activity: 1 }));

      if (expected === null) expect(change).toBeNull();
      else expect(change).toMatchObject(expected);
    },
  );

  test("adopts an issue that was opened and not noted, with what people wrote below", () => {
    const step = stepWith({ action: "create", number: null, before: null });

    expect(mergeIssue(step, nowWith({ body: `${bodyOf("Old.")}\n\nBelow.` }))?.body).toBe(
      `${bodyOf("New.")}\n\nBelow.`,
    );
  });

  test("writes the whole text where the end of Minutebook's section is missing, unless that changed since", () => {
    const torn = bodyOf("Old.").replace("<!-- minutebook:end -->", "Mine.");
    const step = stepWith({ body: `${torn}\n\n${bodyOf("New.")}`, before: hashOwnPart(torn) });

    expect(mergeIssue(step, nowWith({ body: torn }))?.body).toBe(step.body);
    expect(mergeIssue(step, nowWith({ body: `${torn} More.` }))).toBeNull();
  });
});
