import type { applyReasons } from "../../src/messages/reasons/apply-reasons.ts";
import type { approvalReasons } from "../../src/messages/reasons/approval-reasons.ts";
import type { commentReasons } from "../../src/messages/reasons/comment-reasons.ts";
import type { consentReasons } from "../../src/messages/reasons/consent-reasons.ts";
import type { milestoneReasons } from "../../src/messages/reasons/milestone-reasons.ts";
import type { stepReasons } from "../../src/messages/reasons/step-reasons.ts";
import type { undoReasons } from "../../src/messages/reasons/undo-reasons.ts";
import type { withdrawalReasons } from "../../src/messages/reasons/withdrawal-reasons.ts";
import type { Outcomes } from "./entry.ts";

export const consentOutcomes: Outcomes<typeof consentReasons> = {
  "not-configured": { happens: "nothing is posted there" },
  "not-open": {
    happens: "nothing is posted there; which of these it is, is not disclosed without access",
    remedy:
      "check the name, install the app there, and in a repository of another owner: `accept: [owner/minutes]`, with `@` and GitHub's id of it where the name had another owner before",
  },
  "private-not-allowed": {
    happens: "minutes that fewer people can read are not quoted there",
    remedy: "usually nothing: that is what keeps them private; `quote-private: true`, if everybody agrees",
  },
  "private-not-accepted": {
    happens: "nothing is posted there",
    remedy: "in that repository: `accept: [owner/minutes]`",
  },
  archived: {
    happens: "nothing is posted there",
    remedy: "list the repository that replaces it instead",
  },
  "no-answer": {
    happens: "nothing is posted there this time",
    remedy: "push again, or press **Try again**",
  },
  "not-asked": {
    happens: "nothing is posted there",
    remedy: "please report it: this should not happen",
  },
};

export const stepOutcomes: Outcomes<typeof stepReasons> = {
  unchanged: { happens: "the post stays as it is" },
  "minutes-changed": {
    happens: "the comment, or Minutebook's section of the issue, is edited; what people wrote stays",
  },
  "minutes-deleted": {
    happens: "comments are deleted and open issues closed, if nobody responded or worked on them",
    remedy: "`comments.unreferenced: keep` keeps them",
  },
  "minutes-moved": { happens: "the comment is edited: its links lead to the new place" },
  "marker-moved": { happens: "only the hidden marker is written, by which the post is found again" },
};

export const commentOutcomes: Outcomes<typeof commentReasons> = {
  mentioned: { happens: "a comment is posted" },
  "mentioned-again": { happens: "the comment that said it was removed is edited" },
  "linked-issue-opened": { happens: "the comment is edited: it links the issue" },
  "duplicate-comment": { happens: "the newer comment is deleted" },
  "mention-removed": {
    happens: "the comment is deleted, if nobody reacted or answered",
    remedy: "`comments.unreferenced: keep` keeps it",
  },
  "comment-answered": {
    happens: "the comment is edited: a line above it says that the minutes no longer mention this",
  },
  "comment-says-removed": { happens: "the comment stays as it is" },
  "comment-kept": { happens: "the comment stays as it is" },
  "minutes-not-processed": {
    happens: "the comment stays as it is, under the new name of the minutes",
    remedy: "see the check run for why they can't be processed",
  },
  "comment-hidden": {
    happens: "the hidden comment is neither edited nor deleted",
    remedy: "show it again on GitHub",
  },
  "comment-deleted": { happens: "no comment is posted there again for these minutes" },
  "doubtful-mention": {
    happens: "no comment is posted; a warning says why",
    remedy: "write the repository with the number: `owner/name#12`",
  },
  "mention-now-doubtful": {
    happens: "the comment stays as it is",
    remedy: "write the repository with the number, `owner/name#12`, or delete the comment",
  },
  "action-issue": { happens: "no comment is posted: the issue itself is kept up to date" },
  "thread-locked": {
    happens: "no comment is posted or edited",
    remedy: "usually nothing: whoever locked it wanted no more",
  },
  "thread-not-found": {
    happens: "no comment is posted",
    remedy: "correct the number, or say which repository it belongs to: `owner/name#12`",
  },
  "thread-no-answer": {
    happens: "no comment is posted this time",
    remedy: "push again, or press **Try again**",
  },
  "thread-not-asked": {
    happens: "no comment is posted",
    remedy: "please report it: this should not happen",
  },
  "thread-transferred": { happens: "no comment is posted in its new place" },
  "opened-after-meeting": {
    happens: "no comment is posted, no milestone is set",
    remedy: "write `owner/name#12` for what was meant, or correct the day of the meeting",
  },
};

export const withdrawalOutcomes: Outcomes<typeof withdrawalReasons> = {
  withdrawn: {
    happens:
      "what was posted is taken back: the comment is deleted, the note removed, the issue closed without its content",
  },
  "withdrawn-answered": {
    happens: "the comment is edited: it says that its content was removed",
    remedy: "delete it by hand",
  },
  "withdrawn-in-progress": {
    happens:
      "Minutebook's section of the issue, and its title if Minutebook set it, say that they were removed",
    remedy: "close it by hand",
  },
  "withdrawn-not-closed": {
    happens:
      "Minutebook's section of the issue, and its title if Minutebook set it, say that they were removed",
    remedy: "close it by hand",
  },
  "withdrawal-waits-for-access": {
    happens: "what was posted stays for now",
    remedy: "install the app there again, for as long as it takes",
  },
  "withdrawal-waits-for-archive": {
    happens: "what was posted stays for now",
    remedy: "unarchive the repository, for as long as it takes",
  },
};

export const undoOutcomes: Outcomes<typeof undoReasons> = {
  "taken-back": {
    happens:
      "the comment is deleted, or loses the part of these minutes; the issue is closed as not planned; the note and the milestone of the issue are removed",
    remedy: "to have an issue back, reopen it",
  },
  "not-posted-again": {
    happens: "the note on the milestone, or the milestone of the issue, stays without these minutes",
  },
  "issue-taken-back": {
    happens: "the issue stays closed, unless other minutes have the action too",
    remedy: "reopen it: then Minutebook updates it again",
  },
  "undo-answered": { happens: "the comment stays as it is", remedy: "delete it by hand" },
  "undo-in-progress": { happens: "the issue stays as it is", remedy: "close it by hand" },
  "undo-edited": { happens: "the issue stays as it is", remedy: "close it by hand" },
  "undo-closed": { happens: "the issue stays as it is" },
  "undo-carried-over": { happens: "the issue stays as it is", remedy: "take these minutes back too" },
  "undo-archived": {
    happens: "what is posted there stays",
    remedy: "unarchive the repository, then do it again",
  },
  "undo-no-access": {
    happens: "what is posted there stays",
    remedy: "install the app there again, then do it again",
  },
  "undo-milestone-shared": {
    happens: "the issue keeps its milestone: GitHub doesn't say for which meeting it was set",
    remedy: "remove it by hand",
  },
};

export const milestoneOutcomes: Outcomes<typeof milestoneReasons> = {
  "milestone-mentioned": {
    happens: "the meeting is noted in the milestone's description; what people wrote there stays",
  },
  "milestone-not-mentioned": { happens: "the note is removed" },
  "note-moved": { happens: "the note stays as it is" },
  "milestone-missing": {
    happens: "no note is written",
    remedy: "create the milestone, or list it under `milestones` and set `releases.create-milestone: true`",
  },
  "milestone-created": { happens: "the milestone is created, with the note" },
  "milestone-decided": { happens: "the issue gets that milestone" },
  "milestone-moved": { happens: "the issue gets that milestone instead of the one that Minutebook set" },
  "milestone-decided-later": {
    happens: "the issue keeps its milestone: these minutes are of an earlier meeting",
    remedy: "change it by hand",
  },
  "milestone-already-set": { happens: "the issue keeps its milestone" },
  "milestone-set-by-someone": { happens: "the issue keeps its milestone", remedy: "change it by hand" },
  "label-missing": { happens: "the label is created", remedy: "`actions.labels: []` does without" },
  "agenda-discussed": {
    happens: "the label is removed, once the comment is posted",
    remedy: "`labels.remove-when-discussed` lists those labels",
  },
};

export const approvalOutcomes: Outcomes<typeof approvalReasons> = {
  "review-mode": { happens: "the plan waits", remedy: "press **Post this** on the check run" },
  "over-limits": {
    happens: "the plan waits",
    remedy: "look at it, then press **Post this**; `limits` are yours to set",
  },
  "over-limits-unshown": {
    happens: "the plan waits; some of it is in repositories that not all readers can read",
    remedy: "look at it, then press **Post this**; `limits` are yours to set",
  },
  "history-rewritten": {
    happens: "the plan waits: history was rewritten",
    remedy: "look at it, then press **Post this**",
  },
};

export const resultOutcomes: Outcomes<typeof applyReasons> = {
  "comment-missing": { happens: "nothing is left to delete" },
  "comment-deleted-meanwhile": { happens: "no comment is posted there again for these minutes" },
  "label-set-again": { happens: "the label stays: someone wants it on the next agenda" },
  "label-waits": { happens: "the next try removes it" },
  interrupted: { happens: "the rest is done by the next run" },
  "rate-limited": { happens: "the rest is tried again later" },
  "github-forbidden": {
    happens: "GitHub's own words; the step isn't tried again",
    remedy: "grant the permission: [permissions](permissions.md)",
  },
  "github-refused": { happens: "GitHub's own words; the step isn't tried again" },
  "github-unavailable": { happens: "GitHub's own words, or what went wrong; the step is tried again" },
  bug: { happens: "the step isn't done", remedy: "please report it" },
};
