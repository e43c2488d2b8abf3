import { actionMessages } from "./action.ts";
import { commandLineMessages } from "./command-line.ts";
import { configurationMessages } from "./configuration.ts";
import type { DoctorFinding } from "./doctor.ts";
import type { Entry, Outcome } from "./entry.ts";
import { gitHubAnswerMessages } from "./github-answers.ts";
import { gitHubMessages } from "./github.ts";
import { minutesMessages } from "./minutes.ts";
import { previewMessages } from "./preview.ts";
import { outcomes } from "./outcomes.ts";
import { runningMessages } from "./running.ts";
import { webServerMessages } from "./web-server.ts";

/** Every message that is explained, by the part of `docs/errors.md` that does it. */
export const catalogue = {
  configuration: configurationMessages,
  minutes: minutesMessages,
  github: [...gitHubMessages, ...gitHubAnswerMessages],
  commandLine: [...commandLineMessages, ...previewMessages],
  action: actionMessages,
  running: [...runningMessages, ...webServerMessages],
} as const;

/** The texts that are explained in `docs/errors.md` or `docs/posting.md`; a text twice is told twice. */
export function explained(): readonly string[] {
  return [...Object.values(catalogue).flat(), ...Object.values(outcomes).flat()].map(({ says }) => says);
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
export function outcomeTable(entries: readonly Outcome[]): string {
  return table(
    ["reason", "what happens", "what you can do"],
    entries.map(({ says, happens, remedy }) => [inCode(says), happens, remedy]),
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
