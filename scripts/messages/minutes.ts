import type { fileProblems } from "../../src/messages/reasons/file-problems.ts";
import type { notices } from "../../src/messages/reasons/notices.ts";
import type { warnings } from "../../src/messages/reasons/warnings.ts";
import type { Explanations } from "./entry.ts";

/** Of the minutes themselves: what they mention is posted anyway. */
export const warningExplanations: Explanations<typeof warnings> = {
  "no-date": {
    because: "no day in title, front matter, text or file name",
    remedy: 'add one; without it, "Friday" can\'t be read',
  },
  "many-meetings": {
    because: "several headings, lines or rows have the day of a meeting",
    remedy: "use one file per meeting; write other days as `Next meeting: 2 March`",
  },
  "doubtful-reference": {
    because:
      "an issue of another repository is named above it, it is escaped (`\\#12`), reads as a date, or ends a title (`Uploads #1`)",
    remedy: "write `owner/name#12`; ignore the warning if it isn't an issue",
  },
  "unknown-person": {
    because: "neither the configuration nor the attendees give the login",
    remedy: "`people: {Mona: octocat}`, or `Mona (@octocat)` among the attendees",
  },
  "taken-as-text": {
    because:
      "thousands of marks in a paragraph, lists or quotes nested over 60 deep, over 500 footnotes or 2000 definitions, or HTML nested over 100 deep",
    remedy: "start new paragraphs, or split the file",
  },
};

export const noticeExplanations: Explanations<typeof notices> = {
  "implied-action": {
    because: "a sentence says that someone will do something",
    remedy: "or press **Open listed actions**, or set `actions.implied: true`",
  },
  "closed-action": {
    because: "a meeting on a later day than the closing lists the action as open",
    remedy: "press **Open listed actions** to reopen it, or mark the action as done in the minutes",
  },
  "unknown-token": {
    because: "a template has a token that doesn't exist",
    remedy: "see [your own texts](configuration.md#your-own-texts); nothing is posted until then",
  },
  "many-references": {
    because: "these requests count against the other owner's limits",
    remedy: "mention fewer issues per push",
  },
};

/** Nothing is posted from such a file, and what was posted for it stays as it is. */
export const fileExplanations: Explanations<typeof fileProblems> = {
  "file-too-costly": {
    because: "reading the file, or its previous version, took too many seconds or too much memory",
    remedy: "split the file; the app's [settings](operating.md#settings) set the limit",
  },
  "file-not-tried": {
    because: "ten files of the push were too costly",
    remedy: "split those files, or remove them from `minutes`",
  },
};
