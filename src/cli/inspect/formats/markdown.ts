import type { Action, Decision, Meeting } from "../../../minutes/meeting.ts";
import { printable } from "../../../plan/media/terminal.ts";

/** What was settled and who does what, short enough for a chat. What is implied only is left out. */
export function formatMarkdown(meeting: Meeting): string {
  const title = escapeMarkdown(meeting.title ?? meeting.path);
  const isDated = meeting.date === null || title.includes(meeting.date);
  const parts = [
    `## ${title}${isDated ? "" : ` (${meeting.date})`}`,
    list("Decisions", meeting.decisions.filter((d) => d.explicit && d.same === null).map(describeDecision)),
    list("Actions", meeting.actions.filter((a) => !a.implied && a.same === null).map(describeAction)),
    line(
      "Mentioned",
      meeting.references.map(({ target }) => target),
    ),
    line(
      "Releases",
      meeting.milestones.map((milestone) => escapeMarkdown(milestone.title)),
    ),
  ].filter((part) => part !== "");
  return `${parts.join("\n\n")}\n\n`;
}

function describeDecision({ text }: Decision): string {
  return `- ${escapeMarkdown(text)}`;
}

function describeAction({ text, owners, logins, due, done }: Action): string {
  // A chat must not notify people who don't read it, so logins have no "@".
  const who = (owners.length > 0 ? owners : logins).join(", ").replaceAll("@", "");
  const facts = [who, due === null ? "" : `due ${due}`].filter((fact) => fact !== "").join("; ");
  return `- [${done ? "x" : " "}] ${escapeMarkdown(text)}${facts === "" ? "" : ` (${escapeMarkdown(facts)})`}`;
}

function list(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? "" : `**${title}**\n\n${entries.join("\n")}`;
}

function line(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? "" : `**${title}:** ${[...new Set(entries)].join(", ")}`;
}

/** A chat makes links of addresses and numbers, which is what people want there. */
function escapeMarkdown(text: string): string {
  return printable(text)
    .replaceAll(/[\\`*_[\]<>&|~]/g, "\\$&")
    .replaceAll("@", "@\u200B");
}
