import type { Meeting } from "../../../minutes/meeting.ts";

/**
 * The warnings as lines that GitHub Actions shows beside the file.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-a-warning-message
 */
export function formatAnnotations(meeting: Meeting): string {
  return meeting.warnings
    .map(({ line, code, message }) => command("warning", { file: meeting.path, line, title: code }, message))
    .join("");
}

/** The line of a file that could not be read. */
export function formatAnnotationsProblem(path: string, message: string): string {
  return command("error", { file: path, title: "Unreadable minutes" }, message);
}

function command(
  level: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${level} ${list.join(",")}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
