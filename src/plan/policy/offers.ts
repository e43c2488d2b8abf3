import type { Message } from "../../messages/message.ts";
import { hasCode } from "../../messages/reasons.ts";
import { notice } from "../../messages/reasons/notices.ts";
import { cutText } from "../../language/text/cut.ts";
import type { PlannedIssue } from "../issues/plan-issues.ts";
import type { Notice } from "../plan.ts";
import type { Planning } from "../planning.ts";
import { isReadableByReaders } from "../targets/consent.ts";

/** Of an action's text in a notice. */
const MAX_TEXT = 300;

/** Whether a notice is about what a button on the check run opens. */
export function isOffer(message: Message): boolean {
  return hasCode(message, "implied-action") || hasCode(message, "closed-action");
}

/** Actions whose issues people closed before the meeting. What minutes' readers may not know is not said. */
export function closedNotices(issues: readonly PlannedIssue[], planning: Planning): readonly Notice[] {
  const { repository } = planning.input;
  return issues.flatMap(({ step, actions, visibility }) => {
    const latest = actions.toSorted((one, other) =>
      (one.file.meeting.date ?? "").localeCompare(other.file.meeting.date ?? ""),
    );
    const one = latest.at(-1);
    if (!hasCode(step.reason, "closed-before-meeting") || one === undefined || visibility === null) return [];
    if (!isReadableByReaders({ name: step.repository, visibility }, repository)) return [];
    const { line, text } = one.action;
    const said = notice("closed-action", { action: cutText(text, MAX_TEXT) });
    return [{ level: "info", path: one.file.path, line, ...said } as const];
  });
}
