import type { Message } from "../../../messages/message.ts";
import { workflowCommand } from "../../../plan/media/actions-log.ts";
import type { Meeting } from "../../../minutes/meeting.ts";

/**
 * The warnings as lines that GitHub Actions shows beside the file.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-a-warning-message
 */
export function formatAnnotations(meeting: Meeting): string {
  return meeting.warnings
    .map(({ line, code, text }) =>
      workflowCommand("warning", { file: meeting.path, line, title: code }, text),
    )
    .join("");
}

/** The line of a file that could not be read. */
export function formatAnnotationsProblem(path: string, { code, text }: Message): string {
  return workflowCommand("error", { file: path, title: code }, text);
}
