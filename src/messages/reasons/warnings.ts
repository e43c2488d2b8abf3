import { messagesOf } from "../message.ts";

/** What to look at in minutes. */
export const warnings = {
  "no-date":
    "No meeting date found. Add it to the file name (2020-11-23.md), to front matter (date: 2020-11-23), or in a line such as Date: 23 November 2020.",
  "date-mismatch":
    "The text says {written}, but the file name or front matter says {date}; {date} is used. Correct the wrong one.",
  "many-meetings":
    "The file contains {count} meetings: {meetings}. Nothing is posted from it, and existing posts stay as they are. Put each meeting in its own file.",
  "weekday-mismatch": "{day} was a {actual}, not a {written}. Correct the weekday or the date.",
  "link-mismatch": "The link reads #{label} but goes to #{number}; #{number} is used. Correct the wrong one.",
  "doubtful-reference":
    "#{number} may not mean {target}: {doubt}. No comment is posted. If it does, write {target}.",
  "unknown-person":
    "No GitHub login is known for {owners}, so nobody is assigned. Add it under `people` in the configuration or to the list of attendees.",
  "private-fence-open":
    "The private part that begins here has no end, so everything below it is private. Close it with <!-- /minutebook: private -->.",
  "taken-as-text": "There are too many {elements} here; the rest is read as plain text.",
} as const;

export const warning = messagesOf(warnings);
