import { expect, test } from "@jest/globals";
import { hintsFor } from "../../src/action/hints.ts";
import type { StepResult } from "../../src/github/apply/result.ts";
import { applyReason } from "../../src/messages/reasons/apply-reasons.ts";
import { commentReason } from "../../src/messages/reasons/comment-reasons.ts";
import { consentReason } from "../../src/messages/reasons/consent-reasons.ts";
import type { Message } from "../../src/messages/message.ts";
import { APP, commentStep, planOf } from "../github/build-plan.ts";

function failedWith(cause: Message): StepResult {
  return { step: commentStep(), outcome: "failed", cause, transient: false, url: null, dropped: [] };
}

const answer = "Resource not accessible by integration (403 for POST /x)";

test("what GitHub forbids needs a permission, whatever its words; what it refuses otherwise does not", () => {
  const plan = planOf(commentStep());
  const forbidden = failedWith(applyReason("github-forbidden", { answer: "No." }));
  const refused = failedWith(applyReason("github-refused", { answer }));

  expect(hintsFor(plan, [forbidden], APP).join()).toContain("issues: write");
  expect(hintsFor(plan, [forbidden], "team/minutes").join()).toContain(`For \`${APP}\`, pass the token`);
  expect(hintsFor(plan, [refused], APP)).toEqual([]);
});

test.each([
  [consentReason("not-open", { repository: APP, minutes: "team/minutes" }), 1],
  [commentReason("thread-not-found"), 1],
  [commentReason("thread-locked"), 0],
] as const)("a step elsewhere that is skipped for %j gets %i hints", (reason, count) => {
  const plan = planOf(commentStep({ action: "skip", reason }));

  expect(hintsFor(plan, [], "team/minutes")).toHaveLength(count);
});
