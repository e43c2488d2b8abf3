import { canPush, isAssignable } from "./access.ts";
import { actorAccount } from "./actor.ts";
import { assertBody, assertMayChange } from "./comments.ts";
import type {
  Account,
  Actor,
  Issue,
  Label,
  Milestone,
  PullRequest,
  StateReason,
  Thread,
} from "./entities.ts";
import { addEvent } from "./events.ts";
import { labelsNamed } from "./labels.ts";
import { invalid, notFound, Refusal } from "./refusal.ts";
import type { Repository } from "./repository.ts";
import { identify, register, type World } from "./world.ts";

/** What can be set on an issue or pull request, as REST names it. */
export interface ThreadFields {
  readonly title?: string | number | null | undefined;
  readonly body?: string | null | undefined;
  readonly state?: "open" | "closed" | undefined;
  readonly state_reason?: StateReason | null | undefined;
  readonly labels?: readonly (string | { readonly name?: string })[] | undefined;
  readonly assignees?: readonly string[] | undefined;
  readonly milestone?: number | string | null | undefined;
  /** Of issues: by its name. */
  readonly type?: string | null | undefined;
}

export function nextNumber(repository: Repository): number {
  return Math.max(0, ...repository.threads.keys(), ...repository.goneThreads.keys()) + 1;
}

/** The fields with which a thread begins. */
export function newThread(
  world: World,
  actor: Actor,
  repository: Repository,
  fields: { title: string; body: string; number?: number | undefined },
) {
  const now = world.now();
  const number = fields.number ?? nextNumber(repository);
  if (repository.threads.has(number)) throw new Error(`${repository.name} has a #${number} already.`);
  return {
    repository,
    number,
    title: fields.title,
    body: fields.body,
    author: actorAccount(world, actor),
    state: "open" as const,
    stateReason: null,
    locked: false,
    lockReason: null,
    labels: [],
    comments: [],
    events: [],
    reactions: [],
    createdAt: now,
    updatedAt: now,
    editedAt: null,
    closedAt: null,
    closedBy: null,
  };
}

export function createIssue(
  world: World,
  actor: Actor,
  repository: Repository,
  fields: ThreadFields,
  number?: number,
): Issue {
  if (repository.archived) throw new Refusal(403, "Repository was archived so is read-only.");
  if (!repository.hasIssues) throw new Refusal(410, "Issues has been disabled in this repository.");
  const title = assertTitle(fields.title);
  assertBody("Issue", fields.body);
  const thread = newThread(world, actor, repository, { title, body: fields.body ?? "", number });
  const issue: Issue = {
    __typename: "Issue",
    ...identify(world, "I"),
    ...thread,
    linked: [],
    assignees: [],
    milestone: null,
    type: typeNamed(actor, repository, fields.type),
  };
  applyMembersFields(world, actor, issue, fields);
  register(world, issue);
  repository.threads.set(issue.number, issue);
  tellThread(world, actor, issue, "opened");
  return issue;
}

/** Left out without a word where the author may not set it; a type that the owner doesn't have is refused. */
function typeNamed(actor: Actor, repository: Repository, name: string | null | undefined): string | null {
  if (name === null || name === undefined) return null;
  if (!canPush(actor, repository) || repository.dropsSilently) return null;
  const found = repository.issueTypes.find((type) => type.toLowerCase() === name.toLowerCase());
  if (found === undefined) throw invalid("Issue", "type", "invalid");
  return found;
}

function assertTitle(title: unknown): string {
  const text = String(title ?? "").trim();
  if (text === "") throw invalid("Issue", "title", "missing_field");
  if (text.length > 256)
    throw invalid("Issue", "title", "custom", { message: "title is too long (maximum is 256 characters)" });
  return text;
}

/** Sets labels, assignees and milestone; left out without a word where the author may not (GitHub's habit). */
function applyMembersFields(
  world: World,
  actor: Actor,
  thread: Issue | PullRequest,
  fields: ThreadFields,
): void {
  const { repository } = thread;
  if (!canPush(actor, repository) && !canPush(actor, repository, "pull_requests")) return;
  const names = fields.labels?.map((label) => (typeof label === "string" ? label : (label.name ?? "")));
  if (names !== undefined && !repository.dropsSilently)
    setLabels(world, actor, thread, labelsNamed(world, actor, repository, names));
  if (fields.assignees !== undefined && !repository.dropsSilently)
    setAssignees(world, actor, thread, fields.assignees);
  if (fields.milestone !== undefined) setMilestone(world, actor, thread, fields.milestone);
}

export function setLabels(world: World, actor: Actor, thread: Thread, labels: readonly Label[]): void {
  const who = actorAccount(world, actor);
  for (const label of labels) {
    if (thread.labels.includes(label)) continue;
    addEvent(world, thread, who, "labeled", "LabeledEvent", { label });
    tellThread(world, actor, thread, "labeled", { label });
  }
  for (const label of thread.labels) {
    if (labels.includes(label)) continue;
    addEvent(world, thread, who, "unlabeled", "UnlabeledEvent", { label });
    tellThread(world, actor, thread, "unlabeled", { label });
  }
  thread.labels.splice(0, thread.labels.length, ...labels);
}

/**
 * Assigns those who can be assigned; GitHub refuses the request for anyone who cannot, unless it is set to drop them.
 */
export function setAssignees(
  world: World,
  actor: Actor,
  thread: Issue | PullRequest,
  logins: readonly string[],
): void {
  const accounts = logins.map((login): Account => {
    const who = world.accounts.get(login.toLowerCase());
    if (who === undefined || !isAssignable(thread.repository, who)) {
      throw invalid("Issue", "assignees", "invalid", { value: login });
    }
    return who;
  });
  if (accounts.length > 10) throw invalid("Issue", "assignees", "invalid");
  const who = actorAccount(world, actor);
  for (const assignee of accounts) {
    if (!thread.assignees.includes(assignee))
      addEvent(world, thread, who, "assigned", "AssignedEvent", { assignee });
  }
  for (const assignee of thread.assignees) {
    if (!accounts.includes(assignee))
      addEvent(world, thread, who, "unassigned", "UnassignedEvent", { assignee });
  }
  thread.assignees.splice(0, thread.assignees.length, ...new Set(accounts));
}

function setMilestone(
  world: World,
  actor: Actor,
  thread: Issue | PullRequest,
  number: number | string | null,
): void {
  const wanted: Milestone | null | undefined =
    number === null ? null : thread.repository.milestones.get(Number(number));
  if (wanted === undefined) throw invalid("Issue", "milestone", "invalid", { value: number });
  if (wanted === thread.milestone) return;
  const who = actorAccount(world, actor);
  if (thread.milestone !== null) {
    addEvent(world, thread, who, "demilestoned", "DemilestonedEvent", {
      milestoneTitle: thread.milestone.title,
    });
  }
  if (wanted !== null)
    addEvent(world, thread, who, "milestoned", "MilestonedEvent", { milestoneTitle: wanted.title });
  thread.milestone = wanted;
}

/** Changes an issue or pull request as REST's update does. */
export function updateThread(
  world: World,
  actor: Actor,
  thread: Issue | PullRequest,
  fields: ThreadFields,
): void {
  assertMayChange(world, actor, thread, thread);
  const before = { title: thread.title, body: thread.body, state: thread.state };
  if (fields.title !== undefined && fields.title !== null) thread.title = assertTitle(fields.title);
  if (fields.body !== undefined) {
    assertBody("Issue", fields.body);
    thread.body = fields.body ?? "";
  }
  applyMembersFields(world, actor, thread, fields);
  thread.updatedAt = world.now();
  if (thread.title !== before.title) {
    const details = { previousTitle: before.title, currentTitle: thread.title };
    addEvent(world, thread, actorAccount(world, actor), "renamed", "RenamedTitleEvent", details);
  }
  if (thread.title !== before.title || thread.body !== before.body) {
    thread.editedAt = thread.updatedAt;
    const title = thread.title === before.title ? {} : { title: { from: before.title } };
    const body = thread.body === before.body ? {} : { body: { from: before.body } };
    tellThread(world, actor, thread, "edited", { changes: { ...title, ...body } });
  }
  if (fields.state !== undefined && fields.state !== before.state)
    setState(world, actor, thread, fields.state, fields.state_reason);
  else if (fields.state_reason && thread.state === "closed") thread.stateReason = fields.state_reason;
}

/** Closes or opens again. */
export function setState(
  world: World,
  actor: Actor,
  thread: Thread,
  state: "open" | "closed",
  reason: StateReason | null | undefined = null,
): void {
  const who = actorAccount(world, actor);
  const isClosed = state === "closed";
  thread.state = state;
  const usual = thread.__typename === "Discussion" ? "resolved" : "completed";
  const why = isClosed ? (reason ?? usual) : "reopened";
  thread.stateReason = thread.__typename === "PullRequest" ? null : why;
  thread.closedAt = isClosed ? world.now() : null;
  thread.closedBy = isClosed ? who : null;
  thread.updatedAt = world.now();
  addEvent(world, thread, who, isClosed ? "closed" : "reopened", isClosed ? "ClosedEvent" : "ReopenedEvent", {
    stateReason: thread.stateReason,
  });
  tellThread(world, actor, thread, isClosed ? "closed" : "reopened");
}

export function lockThread(
  world: World,
  actor: Actor,
  thread: Thread,
  locked: boolean,
  reason: string | null = null,
): void {
  thread.locked = locked;
  thread.lockReason = locked ? reason : null;
  addEvent(
    world,
    thread,
    actorAccount(world, actor),
    locked ? "locked" : "unlocked",
    locked ? "LockedEvent" : "UnlockedEvent",
  );
}

/** The issue or pull request of this number, as REST's issues see it. Throws 404, 410 or 301 as GitHub. */
export function findIssueLike(repository: Repository, number: number): Issue | PullRequest {
  const thread = repository.threads.get(number);
  if (thread !== undefined && thread.__typename !== "Discussion") return thread;
  if (repository.goneThreads.get(number) === "deleted") throw new Refusal(410, "This issue was deleted");
  throw notFound();
}

const EVENT_NAMES = { Issue: "issues", PullRequest: "pull_request", Discussion: "discussion" } as const;
const SUBJECTS = { Issue: "issue", PullRequest: "pull_request", Discussion: "discussion" } as const;

export function tellThread(
  world: World,
  actor: Actor,
  thread: Thread,
  action: string,
  more: Readonly<Record<string, unknown>> = {},
): void {
  const numbered = thread.__typename === "PullRequest" ? { number: thread.number } : {};
  world.emit({
    name: EVENT_NAMES[thread.__typename],
    action,
    repository: thread.repository,
    sender: actorAccount(world, actor),
    subject: { ...numbered, [SUBJECTS[thread.__typename]]: thread, ...more },
  });
}
