/** The webhooks for which the app does something, by event and action. `app.yml` names the events. */
export const WEBHOOK_EVENTS = {
  push: ["push"],
  preview: [
    "pull_request.opened",
    "pull_request.reopened",
    "pull_request.synchronize",
    "pull_request.edited",
  ],
  button: ["check_run.requested_action", "check_run.rerequested"],
  command: ["issue_comment.created"],
  issue: ["issues.closed", "issues.reopened"],
  installation: ["installation", "installation_repositories"],
} as const;

const NAMES: ReadonlySet<string> = new Set(Object.values(WEBHOOK_EVENTS).flat());

/** Whether the app does anything for such a webhook. */
export function isHandled(event: string, action: string | null): boolean {
  return NAMES.has(event) || (action !== null && NAMES.has(`${event}.${action}`));
}
