import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { Permissions } from "../../sandbox/world/entities.ts";
import { type ActionResult, runAction, type WorkflowRun } from "./runner.ts";

/** A repository whose minutes mention its own issues. */
export const CREW = "harbour/crew";
export const OTHER = "harbour/ferry";

export const PATH = "meetings/2026-01-05.md";

export const MINUTES =
  "# Crew meeting 2026-01-05\n\n- #11 is wrong on Sundays\n  - DECISION: print it anew\n  - TODO: Ada to print the timetable\n";

export const CONFIG =
  'minutes: ["meetings/*.md"]\npeople: {Ada: ada}\ncomments: {when: mentioned, style: meeting, closed: always}\n';

/** What the documented workflow grants to post. */
export const WRITE: Permissions = {
  contents: "read",
  issues: "write",
  pull_requests: "write",
  discussions: "write",
};

/** What it grants on pull requests. */
export const READ: Permissions = {
  contents: "read",
  issues: "read",
  pull_requests: "read",
  discussions: "read",
};

export function buildHarbour({ world }: Sandbox, config = CONFIG): void {
  for (const name of [CREW, OTHER]) world.addRepository(name);
  world.addUser("ada");
  for (const name of [CREW, OTHER]) world.addCollaborator(name, "ada");
  for (const name of [CREW, OTHER]) world.addIssue(name, { number: 11, title: "Timetable", author: "ada" });
  world.commit(CREW, { ".github/minutebook.yml": config, "README.md": "# Crew\n" });
}

/** Pushes as Ada and returns the event's payload. */
export async function push(
  { world }: Sandbox,
  files: Readonly<Record<string, string | null>>,
  branch = "main",
): Promise<object> {
  const before = world.head(CREW, "main");
  const after = await world.push(CREW, files, { by: "ada", branch });
  return pushPayload({ before, after, ref: `refs/heads/${branch}` });
}

export function pushPayload(fields: {
  before: string;
  after: string;
  ref?: string;
  sender?: string;
}): object {
  return {
    ref: fields.ref ?? "refs/heads/main",
    before: fields.before,
    after: fields.after,
    deleted: false,
    repository: { full_name: CREW, default_branch: "main" },
    sender: { login: fields.sender ?? "ada" },
  };
}

/** Runs the Action in the crew's repository, with a workflow's own token unless another is given. */
export function act(
  sandbox: Sandbox,
  event: string,
  payload: object,
  more: Partial<WorkflowRun> & { readonly permissions?: Permissions } = {},
): Promise<ActionResult> {
  const { permissions = WRITE, ...run } = more;
  return runAction({
    event,
    payload,
    repository: CREW,
    token: run.token ?? sandbox.world.addWorkflowToken(CREW, permissions),
    apiUrl: `${sandbox.url}/api/v3`,
    ...run,
  });
}
