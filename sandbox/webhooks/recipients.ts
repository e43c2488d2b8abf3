import type { Installation, Permissions } from "../world/entities.ts";
import type { WorldEvent } from "../world/world.ts";

/** Events that every app receives. */
const ALWAYS = new Set(["installation", "installation_repositories", "installation_target", "ping"]);

/** Buttons and re-runs of its own check runs come to the app that wrote them. */
const OWN_CHECKS = new Set(["requested_action", "rerequested", "requested"]);

const ISSUES_OR_PULLS = ["issues", "pull_requests"];

/** The permissions of which an installation needs one to receive an event. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  check_run: ["checks"],
  check_suite: ["checks"],
  create: ["contents"],
  delete: ["contents"],
  discussion: ["discussions"],
  discussion_comment: ["discussions"],
  issue_comment: ISSUES_OR_PULLS,
  issues: ["issues"],
  label: ISSUES_OR_PULLS,
  milestone: ISSUES_OR_PULLS,
  pull_request: ["pull_requests"],
  push: ["contents"],
  repository: ["metadata"],
};

function isGranted(permissions: Permissions, event: string): boolean {
  return (NEEDS[event] ?? ["metadata"]).some((name) => permissions[name] !== undefined);
}

/** Whether an installation receives an event: it subscribed to the event, and may read its subject. */
export function isRecipient(event: WorldEvent, installation: Installation): boolean {
  const { events, permissions, suspended } = installation;
  if (suspended) return false;
  if (ALWAYS.has(event.name)) return true;
  if (events.includes(event.name)) return isGranted(permissions, event.name);
  const isCheck = event.name === "check_run" || event.name === "check_suite";
  return isCheck && permissions.checks === "write" && OWN_CHECKS.has(event.action ?? "");
}
