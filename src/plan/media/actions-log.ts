import { ZERO_WIDTH_SPACE as ZWSP } from "../quote/characters.ts";

/**
 * Text in the log of GitHub Actions: the runner obeys lines that begin with `::name …::`, and `##[name …]` anywhere
 * in a line. https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function breakCommands(text: string): string {
  return text.replace(/##(?=\[)/g, `##${ZWSP}`).replace(/^([^\S\n\r\u2028\u2029]*):(?=:)/gmu, `$1:${ZWSP}`);
}

/** One line of a runner's log. */
export function logLine(text: string): string {
  return breakCommands(text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim());
}

/** A command to the runner, with text of others in it: `::warning file=a.md,line=3::text`. */
export function workflowCommand(
  name: "error" | "warning",
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(",")}::${escapeData(breakCommands(message))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(breakCommands(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
