import type { Entry } from "./entry.ts";

/** Of the minutes themselves: what they are about is posted all the same, but for files that cannot be read. */
export const minutesMessages: readonly Entry[] = [
  {
    says: "No meeting date found. Add it to the file's name (2020-11-23.md), to front matter (date: 2020-11-23), or in a line such as Date: 23 November 2020.",
    code: "no-date",
    because: "no day is found in title, front matter, text or file name",
    remedy: 'add one; without it "Friday" cannot be read, and comments name the file instead of the day',
  },
  {
    says: "The text says …, the file's name or front matter …: … is taken. Correct the one that is wrong.",
    code: "date-mismatch",
    because: "the minutes were copied from the last ones, or the file was named on another day",
    remedy: "correct the one that is wrong",
  },
  {
    says: "The file holds … meetings: …. Nothing is posted from it, and what was posted for it stays as it is. Put each meeting into a file of its own.",
    code: "many-meetings",
    because:
      "two or more headings, lines or rows of the file name the day of a meeting, and reading takes a file for one meeting so far: what one said would be posted under the day of another",
    remedy:
      "put each meeting into a file of its own; word a heading that names another day so: `Next meeting: 2 March`",
  },
  {
    says: "… was a …, not a …: correct the weekday or the day.",
    code: "weekday-mismatch",
    because: "weekday and day do not go together",
    remedy: "correct the one that is wrong",
  },
  {
    says: "The link reads #… and leads to #…: #… is taken. Correct the one that is wrong.",
    code: "link-mismatch",
    because: "a link was copied and only half of it changed",
    remedy: "correct the one that is wrong",
  },
  {
    says: "It is not sure that #… means …: …. No comment is posted for it. If it does, write ….",
    code: "doubtful-reference",
    because:
      "a heading or item above names an issue of another repository, the number is escaped (`\\#12`), it reads as a date, or it ends a title and may count what the word before it names (`Uploads #1`)",
    remedy: "write the repository with it: `owner/name#12`; what is no issue may stay as it is",
  },
  {
    says: "The minutes mention … more issues of … than the … that a repository of another owner is asked about for one push; those with the highest numbers are left alone.",
    code: "many-references",
    because: "what is asked of another owner's repository costs that owner's limits",
    remedy: "split the minutes over several pushes, or mention fewer",
  },
  {
    says: "No GitHub login is known for …: nobody will be assigned. Add it under people in the configuration, or to the list of those present.",
    code: "unknown-person",
    because:
      "the minutes name the owner of an action, and neither the configuration nor a list of attendees gives their login",
    remedy: "`people: {Mona: octocat}` in the configuration, or `Mona (@octocat)` among those present",
  },
  {
    says: "The private part that begins here has no end, so everything below it is kept private: close it with <!-- /minutebook: private -->.",
    code: "private-fence-open",
    because: "the end was forgotten",
    remedy: "close it",
  },
  {
    says: "There are more … here than people write: those beyond are read as plain text.",
    code: "taken-as-text",
    because:
      "thousands of marks in one paragraph, lists or quotes nested over 60 deep, over 500 footnotes or 2000 definitions, or HTML nested over 100 deep cost more time than minutes may take",
    remedy: "look whether the file is what it should be, begin new paragraphs, or split it",
  },
  {
    says: "“…” reads like an action, but nothing marks it as one. No issue is opened for it; write TODO before it if it should.",
    code: "implied-action",
    because: "a sentence says that somebody will do something",
    remedy: "write `TODO` before it, press **Open implied actions**, or set `actions.implied: true`",
  },
  {
    says: "The file has …; minutes with at most … are processed. What was posted for it stays as it is. Split it.",
    code: "unreadable",
    because:
      "no people write 1000 mentions of issues, actions, decisions or mentions of milestones in one file; years of minutes in one file may have as many",
    remedy: "split the file, or take it out of `minutes`",
  },
  {
    says: "The file is … MiB long; minutes of at most 1 MiB are read.",
    code: "unreadable",
    because: "the globs name something that is no minutes, or years of them in one file",
    remedy: "split the file, or take it out of `minutes`",
  },
  {
    says: "… to read; not processed. …",
    code: "unreadable",
    because:
      "reading the file, as it is or as it was before the push, took more seconds or memory than one file may take; the rest of the push went on",
    remedy:
      "split the file or take out what is odd in it; the app's operator sets what a file may take: [settings](operating.md#settings)",
  },
  {
    says: "The file is a pointer of Git LFS, and what it points at is not read. Keep minutes out of Git LFS.",
    code: "unreadable",
    because: "`.gitattributes` sends the file to Git LFS",
    remedy: "take it out of `.gitattributes` and commit the file again",
  },
  {
    says: "The file has marks of a merge conflict. Resolve it and push again.",
    code: "unreadable",
    because: "a merge was committed with `<<<<<<<` and `>>>>>>>` in it",
    remedy: "resolve the conflict; what was posted before stays until then",
  },
  {
    says: "The file is a symbolic link, which is not followed. Put the minutes themselves there.",
    code: "unreadable",
    because: "a link may lead out of the repository",
    remedy: "commit the file itself, or take the link out of `minutes`",
  },
  {
    says: "The file is binary; minutes are text in UTF-8.",
    code: "unreadable",
    because: "the globs name something that is no text",
    remedy: "take it out of `minutes`",
  },
  {
    says: "This is a folder or a submodule, and no file of minutes.",
    code: "unreadable",
    because: "it has the name of a file that the globs name",
    remedy: "give it another name, or take it out of `minutes`",
  },
  {
    says: "The file is not UTF-8. Save it as UTF-8 and push it again.",
    code: "unreadable",
    because: "an old editor wrote it",
    remedy: "save it as UTF-8",
  },
  {
    says: 'Nothing is posted: the configuration says "mode: off".',
    code: "mode-off",
    because: "the team switched Minutebook off",
    remedy: "`mode: review` or `mode: auto` switches it on",
  },
  {
    says: "No comments: the configuration switches them off.",
    code: "comments-off",
    because: "`comments.enabled` is false",
    remedy: "take the key out to get comments",
  },
  {
    says: "No issues: the configuration switches them off.",
    code: "actions-off",
    because: "`actions.enabled` is false",
    remedy: "take the key out to get issues",
  },
];
