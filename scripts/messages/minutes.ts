import type { fileProblems } from "../../src/messages/reasons/file-problems.ts";
import type { notices } from "../../src/messages/reasons/notices.ts";
import type { warnings } from "../../src/messages/reasons/warnings.ts";
import type { Explanations } from "./entry.ts";

/** Of the minutes themselves: what they mention is posted all the same. */
export const warningExplanations: Explanations<typeof warnings> = {
  "no-date": {
    because: "no day is found in title, front matter, text or file name",
    remedy: 'add one; without it "Friday" can\'t be read, and comments name the file instead of the day',
  },
  "date-mismatch": {
    because: "the minutes were copied from the last ones, or the file was named on another day",
    remedy: "correct the wrong one",
  },
  "many-meetings": {
    because:
      "two or more headings, lines or rows of the file name the day of a meeting, and reading takes a file for one meeting so far: what one said would be posted under the day of another",
    remedy:
      "put each meeting into a file of its own; word a heading that names another day so: `Next meeting: 2 March`",
  },
  "weekday-mismatch": {
    because: "weekday and day don't go together",
    remedy: "correct the wrong one",
  },
  "link-mismatch": {
    because: "a link was copied and only half of it changed",
    remedy: "correct the wrong one",
  },
  "doubtful-reference": {
    because:
      "a heading or item above names an issue of another repository, the number is escaped (`\\#12`), it reads as a date, or it ends a title and may count what the word before it names (`Uploads #1`)",
    remedy: "write the repository with it: `owner/name#12`; what is no issue may stay as it is",
  },
  "unknown-person": {
    because:
      "the minutes name the owner of an action, and neither the configuration nor a list of attendees gives their login",
    remedy: "`people: {Mona: octocat}` in the configuration, or `Mona (@octocat)` among those present",
  },
  "private-fence-open": { because: "the end was forgotten", remedy: "close it" },
  "taken-as-text": {
    because:
      "thousands of marks in one paragraph, lists or quotes nested over 60 deep, over 500 footnotes or 2000 definitions, or HTML nested over 100 deep cost more time than minutes may take",
    remedy: "check that the file is what it should be, begin new paragraphs, or split it",
  },
};

export const noticeExplanations: Explanations<typeof notices> = {
  "implied-action": {
    because: "a sentence says that somebody will do something",
    remedy: "write `TODO` before it, press **Open implied actions**, or set `actions.implied: true`",
  },
  "unknown-token": {
    because: "a template of the configuration has a token that Minutebook doesn't know",
    remedy: "[your own texts](configuration.md#your-own-texts) lists them; nothing is posted until then",
  },
  "many-references": {
    because: "requests to another owner's repository count against that owner's limits",
    remedy: "split the minutes over several pushes, or mention fewer",
  },
  "mode-off": { because: "the team turned Minutebook off", remedy: "set `mode: review` or `mode: auto`" },
  "comments-off": { because: "`comments.enabled` is false", remedy: "remove the key to get comments" },
  "actions-off": { because: "`actions.enabled` is false", remedy: "remove the key to get issues" },
};

/** Nothing is posted from such a file, and what was posted for it stays as it is. */
export const fileExplanations: Explanations<typeof fileProblems> = {
  "file-excessive": {
    because:
      "nobody writes 1000 mentions of issues, actions, decisions or mentions of milestones in one file; years of minutes in one file may have as many",
    remedy: "split the file, or take it out of `minutes`",
  },
  "file-too-large": {
    because: "the globs match something that isn't minutes, or years of them in one file",
    remedy: "split the file, or take it out of `minutes`",
  },
  "file-too-costly": {
    because:
      "reading the file, as it is or as it was before the push, took more seconds or memory than one file may take; the rest of the push went on",
    remedy:
      "split the file or take out what is odd in it; the app's operator sets what a file may take: [settings](operating.md#settings)",
  },
  "file-not-tried": {
    because: "reading ten files took more seconds or memory than a file may take",
    remedy: "take the files that are listed out of `minutes`, or split them",
  },
  "file-lfs-pointer": {
    because: "`.gitattributes` sends the file to Git LFS",
    remedy: "take it out of `.gitattributes` and commit the file again",
  },
  "file-merge-conflict": {
    because: "a merge was committed with `<<<<<<<` and `>>>>>>>` in it",
    remedy: "resolve the conflict; what was posted before stays until then",
  },
  "file-symbolic-link": {
    because: "a link may lead out of the repository",
    remedy: "commit the file itself, or take the link out of `minutes`",
  },
  "file-binary": {
    because: "the globs match something that isn't text",
    remedy: "take it out of `minutes`",
  },
  "file-not-a-file": {
    because: "it has the name of a file that the globs match",
    remedy: "give it another name, or take it out of `minutes`",
  },
  "file-not-utf8": { because: "an old editor wrote it", remedy: "save it as UTF-8" },
  "file-missing": { because: "no file has this path", remedy: "check the path" },
  "file-no-permission": {
    because: "the file belongs to another user",
    remedy: "check its permissions",
  },
  "file-not-readable": { because: "as it says", remedy: "as it says" },
  "file-outside": {
    because: "a folder may hold links, pipes and devices, which are not followed",
    remedy: "name a file",
  },
};
