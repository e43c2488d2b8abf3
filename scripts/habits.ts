import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The rules of reading are tables above their functions; this is the chapter of each. */
const CHAPTERS: Readonly<Record<string, readonly string[]>> = {
  "The day of the meeting": [
    "minutes/dates/find-date",
    "minutes/dates/calendar-days",
    "minutes/dates/many-meetings",
  ],
  "Those present": ["minutes/attendees/find-attendees", "minutes/attendees/entry"],
  "Who speaks": ["minutes/speakers", "minutes/markdown/utterances", "minutes/markdown/chat-log"],
  Topics: ["minutes/topics/find-topics", "minutes/topics/title"],
  "Issues, pull requests and discussions": [
    "minutes/references/scan-numbers",
    "minutes/references/find-references",
    "minutes/references/context-repository",
    "minutes/references/exclusions",
    "minutes/references/trackers",
    "minutes/references/doubts",
  ],
  Actions: [
    "minutes/actions/action-markers",
    "minutes/actions/check-boxes",
    "language/signs",
    "minutes/struck",
    "minutes/actions/tables",
    "minutes/actions/owners",
    "minutes/actions/split",
    "minutes/actions/due",
    "minutes/actions/relative-days",
    "minutes/actions/done",
    "minutes/actions/below",
    "minutes/actions/implied-by-name",
    "minutes/actions/implied-by-group",
    "language/nothing",
  ],
  Decisions: [
    "minutes/decisions/decision-markers",
    "minutes/decisions/listed",
    "minutes/decisions/refusals",
    "minutes/decisions/settled-rules",
    "minutes/decisions/assent",
    "minutes/decisions/unmarked",
  ],
  Releases: [
    "minutes/milestones/find-milestones",
    "minutes/milestones/outcome",
    "minutes/milestones/exclusions",
  ],
  "Private parts": ["minutes/private/find-private", "minutes/private/whole", "minutes/private/log-lines"],
};

/** The chapters of `docs/habits.md`, from the tables in `src/language/` and `src/minutes/`. */
export function habitTables(root: string): string {
  return Object.entries(CHAPTERS)
    .map(([title, files]) => {
      const parts = files.map((file) => tableOf(readFileSync(join(root, "src", `${file}.ts`), "utf8"), file));
      return `## ${title}\n\n${parts.join("\n\n")}`;
    })
    .join("\n\n");
}

/** The first comment that holds a table: its sentence and the table. */
function tableOf(source: string, file: string): string {
  const comments = source.match(/\/\*\*.*?\*\//gs) ?? [];
  const comment = comments.find((text) => /^ \* \| --- \|/m.test(text));
  if (comment === undefined) throw new Error(`src/${file}.ts has no table of its rules.`);
  const lines = comment
    // A row that is too long for a line of source continues on the next, indented.
    .replaceAll(/\n \* {3,}(?=\S)/g, " ")
    .split("\n")
    .map((line) => line.replace(/^(?:\/\*\*| ?\*\/?) ?/, ""));
  const start = lines.findIndex((line) => line.startsWith("| "));
  const table = lines.slice(start).filter((line) => line.startsWith("| "));
  const [sentence = ""] = lines
    .slice(0, start)
    .join(" ")
    .trim()
    .split(/(?<=[.:])\s/);
  return `${sentence.replace(/\.$/, ":")}\n\n${table.join("\n")}`;
}
