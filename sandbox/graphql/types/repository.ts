import { assignableAccounts, permissionOf } from "../../world/access.ts";
import type { Account, Discussion, Issue, Label, PullRequest, Thread } from "../../world/entities.ts";
import { assertNeeds } from "../../http/route.ts";
import { repositoryUrl } from "../../world/links.ts";
import { isUnseenCommit } from "../../world/refs.ts";
import { fullName, type Repository } from "../../world/repository.ts";
import { assertThreads } from "../access.ts";
import { connect, orderBy } from "../connection.ts";
import { type Args, type Context, type Fields, notResolved, type Selection } from "../context.ts";
import { isLogin, stateOf } from "./thread.ts";
import { evaluate, refOf } from "./git.ts";

const ARTICLES = { Issue: "an Issue", PullRequest: "a PullRequest", Discussion: "a Discussion" } as const;

/** The thread of a number and of one of these types. Throws NOT_FOUND, and FORBIDDEN where the app may not read it. */
function threadOf(
  context: Context,
  repository: Repository,
  args: Args,
  types: readonly Thread["__typename"][],
): Thread {
  const number = Number(args.number);
  // A transferred issue is not found by its old number here, though REST leads on to it.
  const thread = repository.threads.get(number);
  const isSeen = thread !== undefined && !context.world.isUnseen(thread.createdAt);
  if (!isSeen || !types.includes(thread.__typename)) {
    const what = types.length > 1 ? "an issue or pull request" : ARTICLES[types[0] ?? "Issue"];
    throw notResolved(`${what} with the number of ${number}.`);
  }
  assertThreads(context, repository, thread.__typename);
  return thread;
}

type Filter = {
  readonly createdBy?: string | null;
  readonly assignee?: string | null;
  readonly labels?: readonly string[] | null;
  readonly states?: readonly string[] | null;
  readonly since?: string | null;
  readonly milestone?: string | null;
};

function hasLabel(thread: Thread, names: readonly string[]): boolean {
  return thread.labels.some((label) => names.some((name) => name.toLowerCase() === label.name.toLowerCase()));
}

/** `filterBy`, `labels` and `states` as GitHub's issues and pull requests take them. */
function filterThreads<T extends Issue | PullRequest | Discussion>(threads: readonly T[], args: Args): T[] {
  const filter = (args.filterBy ?? {}) as Filter;
  const states = (filter.states ?? args.states) as readonly string[] | null | undefined;
  const labels = (filter.labels ?? args.labels) as readonly string[] | null | undefined;
  return threads.filter(
    (thread) =>
      (states == null || states.includes(stateOf(thread))) &&
      (labels == null || hasLabel(thread, labels)) &&
      (filter.createdBy == null || isLogin(thread.author, filter.createdBy)) &&
      (filter.since == null || thread.updatedAt >= new Date(filter.since)) &&
      (filter.assignee == null ||
        ("assignees" in thread && thread.assignees.some((who) => isLogin(who, filter.assignee ?? "")))) &&
      (filter.milestone == null ||
        ("milestone" in thread && String(thread.milestone?.number) === filter.milestone)),
  );
}

function threadsOf<T extends Thread>(kind: T["__typename"]) {
  return (repository: Repository, args: Args, context: Context, field: Selection) => {
    assertThreads(context, repository, kind);
    const all = [...repository.threads.values()].filter((thread): thread is T => thread.__typename === kind);
    const byNumber = all.sort((a, b) => a.number - b.number);
    const ordered = orderBy(filterThreads(byNumber, args), args.orderBy, {
      CREATED_AT: (thread) => thread.createdAt.getTime(),
      UPDATED_AT: (thread) => thread.updatedAt.getTime(),
      COMMENTS: (thread) => thread.comments.length,
    });
    return connect(ordered, args, field);
  };
}

function matches(text: string | null, query: unknown): boolean {
  return query == null || (text ?? "").toLowerCase().includes(String(query).toLowerCase());
}

function labels(repository: Repository, args: Args, context: Context, field: Selection) {
  assertThreads(context, repository, "Issue");
  const found = [...repository.labels.values()].filter((label) => matches(label.name, args.query));
  const ordered = orderBy(found, args.orderBy, {
    NAME: (label: Label) => label.name.toLowerCase(),
    CREATED_AT: (label: Label) => label.createdAt.getTime(),
  });
  return connect(ordered, args, field);
}

function milestones(repository: Repository, args: Args, context: Context, field: Selection) {
  assertThreads(context, repository, "Issue");
  const states = args.states as readonly string[] | null | undefined;
  const found = [...repository.milestones.values()].filter(
    (milestone) =>
      (states == null || states.includes(milestone.state.toUpperCase())) &&
      matches(milestone.title, args.query),
  );
  const ordered = orderBy(found, args.orderBy, {
    NUMBER: (milestone) => milestone.number,
    CREATED_AT: (milestone) => milestone.createdAt.getTime(),
    UPDATED_AT: (milestone) => milestone.updatedAt.getTime(),
    DUE_DATE: (milestone) => milestone.dueOn?.getTime() ?? 0,
  });
  return connect(ordered, args, field);
}

/** GitHub lets apps ask for assignable users too; the query is looked for in login and name. */
function assignableUsers(repository: Repository, args: Args, _context: Context, field: Selection) {
  const found = assignableAccounts(repository).filter(
    (who: Account) => matches(who.login, args.query) || (who.name !== null && matches(who.name, args.query)),
  );
  return connect(found, args, field);
}

function refs(repository: Repository, args: Args, _context: Context, field: Selection) {
  const prefix = String(args.refPrefix);
  const names = [...repository.refs.keys()].filter((name) => name.startsWith(prefix));
  return connect(
    names.sort().map((name) => refOf(repository, name)),
    args,
    field,
  );
}

export const repository: Fields<Repository> = {
  nameWithOwner: (self) => fullName(self),
  url: (self, _args, { world }) => repositoryUrl(world, self),
  resourcePath: (self) => `/${fullName(self)}`,
  visibility: (self) => self.visibility.toUpperCase(),
  isPrivate: (self) => self.visibility !== "public",
  isArchived: (self) => self.archived,
  isDisabled: () => false,
  isLocked: () => false,
  isEmpty: (self) => self.refs.size === 0,
  isFork: (self) => self.fork,
  hasIssuesEnabled: (self) => self.hasIssues,
  hasDiscussionsEnabled: (self) => self.hasDiscussions,
  viewerPermission: (self, _args, { actor }) => {
    const own = actor.kind === "user" ? permissionOf(self, actor.account) : "none";
    return own === "none" ? null : own.toUpperCase();
  },
  viewerCanAdminister: (self, _args, { actor }) =>
    actor.kind === "user" && permissionOf(self, actor.account) === "admin",
  defaultBranchRef: (self) => refOf(self, `refs/heads/${self.defaultBranch}`),
  ref: (self, args) => refOf(self, String(args.qualifiedName)),
  refs,
  object: (self, args, { actor, world }) => {
    assertNeeds(actor, self, [["contents", "read"]], true);
    const expression = String(args.expression ?? args.oid ?? "");
    return isUnseenCommit(world, self, expression.split(":")[0] ?? "") ? null : evaluate(self, expression);
  },
  issue: (self, args, context) => threadOf(context, self, args, ["Issue"]),
  pullRequest: (self, args, context) => threadOf(context, self, args, ["PullRequest"]),
  issueOrPullRequest: (self, args, context) => threadOf(context, self, args, ["Issue", "PullRequest"]),
  discussion: (self, args, context) => threadOf(context, self, args, ["Discussion"]),
  issues: threadsOf<Issue>("Issue"),
  pullRequests: threadsOf<PullRequest>("PullRequest"),
  discussions: threadsOf<Discussion>("Discussion"),
  label: (self, args) => self.labels.get(String(args.name).toLowerCase()) ?? null,
  labels,
  milestone: (self, args) => self.milestones.get(Number(args.number)) ?? null,
  milestones,
  assignableUsers,
};
