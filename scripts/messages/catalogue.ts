import { actionMessages } from "./action.ts";
import { commandLineMessages } from "./command-line.ts";
import { configurationMessages } from "./configuration.ts";
import type { DoctorFinding } from "./doctor.ts";
import type { Entry } from "./entry.ts";
import { gitHubAnswerMessages } from "./github-answers.ts";
import { gitHubMessages } from "./github.ts";
import { previewMessages } from "./preview.ts";
import { minutesEntries, type ReasonRow } from "./reasons.ts";
import { runningMessages } from "./running.ts";
import { webServerMessages } from "./web-server.ts";

/** Every message that is explained, by the part of `docs/errors.md` that does it. */
export const catalogue = {
  configuration: configurationMessages,
  minutes: minutesEntries,
  github: [...gitHubMessages, ...gitHubAnswerMessages],
  commandLine: [...commandLineMessages, ...previewMessages],
  action: actionMessages,
  running: [...runningMessages, ...webServerMessages],
} as const;

/** The texts in the source that are explained in `docs/errors.md`, without those of catalogs; a text twice is told twice. */
export function explained(): readonly string[] {
  const { minutes: _, ...inSource } = catalogue;
  return Object.values(inSource)
    .flat()
    .map(({ says }) => says);
}

/** A table of messages for `docs/errors.md`. */
export function messageTable(entries: readonly Entry[]): string {
  const rows = entries.map(({ says, code, because, remedy }) => [
    code === undefined ? inCode(says) : `${inCode(code)}: ${inCode(says)}`,
    because,
    remedy,
  ]);
  return table(["message", "cause", "remedy"], rows);
}

/** A table of the doctor's findings for `docs/errors.md`. */
export function doctorTable(findings: readonly DoctorFinding[]): string {
  return table(
    ["finding", "remedy"],
    findings.map(({ says, remedy }) => [inCode(says), remedy ?? ""]),
  );
}

/** A table of reasons for `docs/posting.md`. */
export function reasonTable(rows: readonly ReasonRow[]): string {
  return table(
    ["code", "reason", "what happens", "what you can do"],
    rows.map(({ code, text, happens, remedy }) => [inCode(code), inCode(text), happens, remedy]),
  );
}

/** A table of codes and their texts for `docs/messages.md`. */
export function codeTable(rows: readonly (readonly [code: string, text: string])[]): string {
  return table(
    ["code", "text"],
    rows.map(([code, text]) => [inCode(code), inCode(text)]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows.map((row) => row.map(inCell))];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function inCell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function inCode(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}
