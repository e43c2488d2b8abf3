import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The rules of reading are tables above their functions; this is the chapter of each. */
const CHAPTERS: Readonly<Record<string, readonly string[]>> = {
  "The day of the meeting": ["dates/find-date", "dates/calendar-days", "dates/many-meetings"],
  "Those present": ["attendees/find-attendees", "attendees/entry"],
  "Who speaks": ["speakers", "markdown/utterances", "markdown/chat-log"],
  Topics: ["topics/find-topics", "topics/title"],
  "Issues, pull requests and discussions": [
    "references/scan-numbers",
    "references/find-references",
    "references/context-repository",
    "references/exclusions",
    "references/trackers",
    "references/doubts",
  ],
  Actions: [
    "actions/markers",
    "actions/check-boxes",
    "wording/signs",
    "struck",
    "actions/tables",
    "actions/owners",
    "actions/split",
    "actions/due",
    "actions/spoken-days",
    "actions/done",
    "actions/below",
    "actions/implied-by-name",
    "actions/implied-by-group",
    "wording/nothing",
  ],
  Decisions: [
    "decisions/markers",
    "decisions/listed",
    "decisions/refusals",
    "decisions/settled",
    "decisions/assent",
    "decisions/unmarked",
  ],
  Releases: ["milestones/find-milestones", "milestones/outcome", "milestones/exclusions"],
  "Private parts": ["private/find-private", "private/whole", "private/log-lines"],
};

/** The chapters of `docs/habits.md`, from the tables in `src/minutes/`. */
export function habitTables(root: string): string {
  return Object.entries(CHAPTERS)
    .map(([title, files]) => {
      const parts = files.map((file) =>
        tableOf(readFileSync(join(root, "src/minutes", `${file}.ts`), "utf8"), file),
      );
      return `## ${title}\n\n${parts.join("\n\n")}`;
    })
    .join("\n\n");
}

/** The first comment that holds a table: its sentence and the table. */
function tableOf(source: string, file: string): string {
  const comments = source.match(/\/\*\*.*?\*\//gs) ?? [];
  const comment = comments.find((text) => /^ \* \| --- \|/m.test(text));
  if (comment === undefined) throw new Error(`src/minutes/${file}.ts has no table of its rules.`);
  const lines = comment.split("\n").map((line) => line.replace(/^(?:\/\*\*| ?\*\/?) ?/, ""));
  const start = lines.findIndex((line) => line.startsWith("| "));
  const table = lines.slice(start).filter((line) => line.startsWith("| "));
  const [sentence = ""] = lines
    .slice(0, start)
    .join(" ")
    .trim()
    .split(/(?<=[.:])\s/);
  return `${sentence.replace(/\.$/, ":")}\n\n${table.join("\n")}`;
}
