import type { issueReasons } from "../../src/messages/reasons/issue-reasons.ts";
import type { Outcomes } from "./entry.ts";

const OPENED = { happens: "an issue is opened" };

export const issueOutcomes: Outcomes<typeof issueReasons> = {
  "new-action": OPENED,
  "new-action-repeated": OPENED,
  "new-action-carried-over": OPENED,
  "new-action-repeated-and-carried-over": OPENED,
  "title-unclear": {
    happens: "no issue is opened; an issue that the action already has stays",
    remedy:
      "say in the minutes what it is about, such as `TODO: Ada to fix the login page` for `TODO: fix it`",
  },
  "fields-changed": { happens: "they are changed; what people set stays" },
  "section-torn": {
    happens: "our new part comes below, and what was there stays",
    remedy: "remove by hand what should go",
  },
  done: { happens: "the issue is closed as completed" },
  "already-done": { happens: "no issue is opened" },
  "done-not-closed": { happens: "the issue says that it is done", remedy: "close it by hand" },
  "dropped-not-closed": { happens: "the issue says that it was dropped", remedy: "close it by hand" },
  dropped: { happens: "the issue is closed as not planned" },
  "already-dropped": { happens: "no issue is opened" },
  "done-and-closed": { happens: "the issue stays closed" },
  "open-again": { happens: "the issue is reopened, if Minutebook closed it" },
  "closed-by-someone": { happens: "the issue stays closed", remedy: "reopen it by hand, if it isn't done" },
  "closed-before-meeting": {
    happens: "the issue stays closed, and the check run lists the action",
    remedy: "press **Open listed actions** to reopen it",
  },
  "open-since-closed": { happens: "somebody pressed **Open listed actions**, and the issue is reopened" },
  "reopened-by-someone": { happens: "the issue stays open", remedy: "close it by hand, if it is done" },
  "section-removed": { happens: "the issue is never changed again" },
  "issue-deleted": {
    happens: "the action has no issue any more",
    remedy: "open an issue by hand, if you want one",
  },
  "issue-transferred": {
    happens: "the issue is never changed again; no second one is opened",
    remedy: "close it by hand, if the action is done",
  },
  "duplicate-issue": {
    happens: "the second issue for the same action is closed as not planned, if it is untouched",
  },
  "action-removed": {
    happens: "the issue is closed as not planned, if nobody worked on it",
    remedy: "write the action again, or reopen the issue by hand",
  },
  "removed-not-closed": {
    happens: "the issue says that the action was removed",
    remedy: "close it by hand, or write the action again",
  },
  "removed-and-closed": { happens: "the issue stays closed" },
  "removed-in-progress": { happens: "the issue stays open and says so" },
  "removed-kept-open": { happens: "the issue stays open" },
  "issue-kept": { happens: "the issue stays as it is" },
  "issues-disabled": {
    happens: "no issue is opened",
    remedy: "turn issues on in that repository's settings, or set another `actions.repository`",
  },
};
