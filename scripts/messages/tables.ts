import type { Entry } from "./entry.ts";
import type { ReasonRow } from "./reasons.ts";

/** A table of messages for `docs/errors.md`. */
export function messageTable(entries: readonly Entry[]): string {
  const rows = entries.map(({ code, text, because, remedy }) => [
    `${inCode(code)}: ${inCode(text)}`,
    because,
    remedy,
  ]);
  return table(["message", "cause", "remedy"], rows);
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
  const line = text.replaceAll("\n", " ");
  return line.includes("`") ? `\`\` ${line} \`\`` : `\`${line}\``;
}
