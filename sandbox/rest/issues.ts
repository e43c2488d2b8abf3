import { assertNeeds, type Need, repositoryOf, type Route } from "../http/route.ts";
import { type Answer, bodyOf, type Call, created, noContent, ok, paginate } from "../http/answer.ts";
import { isAssignable } from "../world/access.ts";
import type { Issue, PullRequest } from "../world/entities.ts";
import { movedTo, notFound, Refusal } from "../world/refusal.ts";
import type { Repository } from "../world/repository.ts";
import { repositoryApi } from "../world/links.ts";
import {
  createIssue,
  findIssueLike,
  lockThread,
  setAssignees,
  type ThreadFields,
  updateThread,
} from "../world/threads.ts";
import { userShape } from "./shapes/account.ts";
import { issueShape } from "./shapes/thread.ts";

export const READ: readonly Need[] = [
  ["issues", "read"],
  ["pull_requests", "read"],
];
export const WRITE: readonly Need[] = [
  ["issues", "write"],
  ["pull_requests", "write"],
];

/** Throws where issues are switched off. */
function assertIssuesEnabled(repository: Repository): void {
  if (!repository.hasIssues) throw new Refusal(410, "Issues are disabled for this repo");
}

/**
 * The issue or pull request of the path, which an app may reach by the permission for the one or the other.
 * Throws 404, 410, and leads on to where a transferred issue is now.
 */
export function issueOf(call: Call): Issue | PullRequest {
  const repository = repositoryOf(call);
  const number = Number(call.path.issue_number);
  const moved = repository.goneThreads.get(number);
  // GitHub leads on from the issue itself alone: what is below it is a 404.
  if (moved !== undefined && moved !== "deleted" && call.url.pathname.endsWith(`/issues/${number}`)) {
    const location = `${repositoryApi(call.world, moved.repository)}/issues/${moved.number}`;
    throw movedTo(location, call.operation.method);
  }
  const thread = findIssueLike(repository, number);
  const isRead = call.operation.method === "GET";
  const name = thread.__typename === "Issue" ? "issues" : "pull_requests";
  assertNeeds(call.actor, repository, [[name, isRead ? "read" : "write"]], isRead);
  if (thread.__typename === "Issue") assertIssuesEnabled(repository);
  return thread;
}

type Test = (thread: Issue | PullRequest) => boolean;

/** The filters of the list, as tests. */
function filtersOf(call: Call): Test[] {
  const { query } = call;
  const tests: Test[] = [];
  const state = query.state ?? "open";
  if (state !== "all") tests.push((thread) => thread.state === state);
  const labels = String(query.labels ?? "")
    .toLowerCase()
    .split(",")
    .filter(Boolean);
  if (labels.length > 0) {
    tests.push((thread) =>
      labels.every((name) => thread.labels.some((label) => label.name.toLowerCase() === name)),
    );
  }
  const creator = query.creator;
  if (creator !== undefined) tests.push((thread) => isLogin(thread.author?.login, creator));
  const assignee = query.assignee;
  if (assignee === "none") tests.push((thread) => thread.assignees.length === 0);
  else if (assignee === "*") tests.push((thread) => thread.assignees.length > 0);
  else if (assignee !== undefined)
    tests.push((thread) => thread.assignees.some((who) => isLogin(who.login, assignee)));
  const since = query.since;
  if (since !== undefined) tests.push((thread) => thread.updatedAt >= new Date(String(since)));
  const milestone = query.milestone;
  if (milestone === "none") tests.push((thread) => thread.milestone === null);
  else if (milestone === "*") tests.push((thread) => thread.milestone !== null);
  else if (milestone !== undefined) tests.push((thread) => thread.milestone?.number === Number(milestone));
  return tests;
}

/** GitHub takes `app/slug` for an app's login too. */
function isLogin(login: string | undefined, wanted: unknown): boolean {
  const name = String(wanted)
    .toLowerCase()
    .replace(/^app\/(.*)$/, "$1[bot]");
  return login?.toLowerCase() === name;
}

function list(call: Call): Answer {
  const repository = repositoryOf(call);
  assertIssuesEnabled(repository);
  const tests = filtersOf(call);
  const { sort = "created", direction = "desc" } = call.query;
  const key = (thread: Issue | PullRequest): number => {
    if (sort === "comments") return thread.comments.length;
    return (sort === "updated" ? thread.updatedAt : thread.createdAt).getTime();
  };
  const sign = direction === "asc" ? 1 : -1;
  const threads = [...repository.threads.values()]
    .filter((thread): thread is Issue | PullRequest => thread.__typename !== "Discussion")
    .filter((thread) => tests.every((test) => test(thread)))
    .sort((a, b) => sign * (key(a) - key(b) || a.number - b.number));
  return paginate(call, threads, (thread) => issueShape(call.world, thread));
}

function create(call: Call): Answer {
  const repository = repositoryOf(call);
  const fields = bodyOf<ThreadFields & { readonly assignee?: string | null }>(call);
  const assignees = fields.assignees ?? (fields.assignee ? [fields.assignee] : undefined);
  const issue = createIssue(call.world, call.actor, repository, { ...fields, assignees });
  return created(issueShape(call.world, issue));
}

function update(call: Call): Answer {
  const thread = issueOf(call);
  const fields = bodyOf<ThreadFields>(call);
  updateThread(call.world, call.actor, thread, fields);
  return ok(issueShape(call.world, thread));
}

function changeAssignees(call: Call): Answer {
  const thread = issueOf(call);
  const { assignees = [] } = bodyOf<{ readonly assignees?: readonly string[] }>(call);
  const now = thread.assignees.map((who) => who.login);
  const given = new Set(assignees.map((login) => login.toLowerCase()));
  const isRemoval = call.operation.method === "DELETE";
  // Here GitHub leaves out those who cannot be assigned, and says nothing.
  const wanted = isRemoval
    ? now.filter((login) => !given.has(login.toLowerCase()))
    : [...now, ...assignees.filter((login) => isKnownMember(call, thread, login))];
  if (!thread.repository.dropsSilently) setAssignees(call.world, call.actor, thread, [...new Set(wanted)]);
  return { status: isRemoval ? 200 : 201, body: issueShape(call.world, thread) };
}

function isKnownMember(call: Call, thread: Issue | PullRequest, login: string): boolean {
  const who = call.world.accounts.get(login.toLowerCase());
  return who !== undefined && isAssignable(thread.repository, who);
}

function checkAssignee(call: Call): Answer {
  const who = call.world.accounts.get(String(call.path.assignee).toLowerCase());
  if (who === undefined || !isAssignable(repositoryOf(call), who)) throw notFound();
  return noContent();
}

function listAssignees(call: Call): Answer {
  const repository = repositoryOf(call);
  const members = [...repository.collaborators.values()].map(({ account }) => account);
  return paginate(
    call,
    members.filter((who) => isAssignable(repository, who)),
    (who) => userShape(call.world, who),
  );
}

function lock(call: Call): Answer {
  const reason = bodyOf<{ readonly lock_reason?: string }>(call).lock_reason ?? null;
  lockThread(call.world, call.actor, issueOf(call), call.operation.method === "PUT", reason);
  return noContent();
}

const ISSUES = "/repos/{owner}/{repo}/issues";

export const issueRoutes: readonly Route[] = [
  { operation: `GET ${ISSUES}`, needs: READ, handle: list },
  { operation: `POST ${ISSUES}`, needs: [["issues", "write"]], person: "read", handle: create },
  {
    operation: `GET ${ISSUES}/{issue_number}`,
    needs: READ,
    handle: (call) => ok(issueShape(call.world, issueOf(call))),
  },
  { operation: `PATCH ${ISSUES}/{issue_number}`, needs: WRITE, person: "read", handle: update },
  {
    operation: `POST ${ISSUES}/{issue_number}/assignees`,
    needs: WRITE,
    person: "triage",
    handle: changeAssignees,
  },
  {
    operation: `DELETE ${ISSUES}/{issue_number}/assignees`,
    needs: WRITE,
    person: "triage",
    handle: changeAssignees,
  },
  { operation: `PUT ${ISSUES}/{issue_number}/lock`, needs: WRITE, handle: lock },
  { operation: `DELETE ${ISSUES}/{issue_number}/lock`, needs: WRITE, handle: lock },
  { operation: "GET /repos/{owner}/{repo}/assignees", needs: READ, handle: listAssignees },
  { operation: "GET /repos/{owner}/{repo}/assignees/{assignee}", needs: READ, handle: checkAssignee },
];
