import type { Action, Meeting } from "../../../minutes/meeting.ts";
import type { Colors } from "../../io.ts";
import { printable } from "../../../plan/media/terminal.ts";

const outcomes = { in: "goes in", slipped: "slipped to it", out: "stays out", none: "" } as const;

/** What was read in a file, for people: a heading, then a line for each finding with its line. */
export function formatText(meeting: Meeting, colors: Colors): string {
  const lines = [heading(meeting, colors)];
  if (meeting.attendees.length > 0) lines.push(`  ${colors.bold("Attendees")}  ${attendees(meeting)}`);
  const sections: readonly (readonly [string, readonly (readonly [number, string])[]])[] = [
    [
      "References",
      meeting.references.map((r) => [
        r.line,
        `${colors.cyan(printable(r.target))}${aside(r.doubt === null ? "" : "doubtful", colors)}${under(r.topic, colors)}`,
      ]),
    ],
    [
      "Milestones",
      meeting.milestones.map((m) => [
        m.line,
        `${colors.magenta(printable(m.title))} of ${printable(m.repository)}${aside(outcomes[m.outcome ?? "none"], colors)}`,
      ]),
    ],
    ["Actions", meeting.actions.map((action) => [action.line, describeAction(action, colors)])],
    [
      "Decisions",
      meeting.decisions.map((d) => [d.line, printable(d.text) + aside(d.explicit ? "" : "implied", colors)]),
    ],
    ["Warnings", meeting.warnings.map((w) => [w.line, `${colors.yellow(w.code)} ${printable(w.text)}`])],
  ];
  for (const [title, entries] of sections) {
    if (entries.length === 0) continue;
    lines.push(`  ${colors.bold(title)}`);
    for (const [line, text] of entries) lines.push(`  ${colors.dim(String(line).padStart(5))}  ${text}`);
  }
  if (lines.length === 1) lines.push("  Nothing found.");
  return `${lines.join("\n")}\n\n`;
}

function heading(meeting: Meeting, colors: Colors): string {
  const facts = [meeting.date ?? "no date", ...(meeting.title === null ? [] : [printable(meeting.title)])];
  return `${colors.underline(printable(meeting.path))}  ${facts.join(" · ")}`;
}

function attendees(meeting: Meeting): string {
  return meeting.attendees
    .map(({ name, login }) => printable(login === null ? name : `${name} (@${login})`))
    .join(", ");
}

function under(topic: readonly string[], colors: Colors): string {
  return topic.length === 0 ? "" : colors.dim(`  ${topic.map(printable).join(" › ")}`);
}

function aside(text: string, colors: Colors): string {
  return text === "" ? "" : colors.dim(` (${text})`);
}

function describeAction(action: Action, colors: Colors): string {
  const owners = [...action.owners.map(printable), ...action.logins.map((login) => `@${printable(login)}`)];
  const facts = [
    owners.join(", "),
    action.due === null ? "" : `due ${printable(action.due)}`,
    action.implied ? "implied" : "",
    action.same === null ? "" : `as in line ${action.same}`,
  ].filter((fact) => fact !== "");
  const mark = action.done ? colors.green("[x]") : "[ ]";
  return `${mark} ${printable(action.text)}${aside(facts.join("; "), colors)}`;
}
