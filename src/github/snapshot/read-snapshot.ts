import { readConfig } from "../../config/read-config.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { RepositoryState, Snapshot, SnapshotRequest, ThreadState } from "../../plan/snapshot.ts";
import type { Client } from "../client.ts";
import type { Clients } from "../clients.ts";
import { GitHubError } from "../errors.ts";
import type { KnownPosts } from "../port.ts";
import { CONFIGURATION_PATH } from "../read-head.ts";
import { readActionIssues } from "./action-issues.ts";
import type { RepositoryNode, ThreadNode } from "./answers.ts";
import { readAllComments } from "./earlier-comments.ts";
import { completeMilestones } from "./milestones.ts";
import { confirmDeleted, findMissing, type Missing } from "./missing-comments.ts";
import { pickOwnComments } from "./own-comments.ts";
import { readRepositories, type Question, type RepositoryAnswer } from "./read-repositories.ts";
import { splitQuestions } from "./split-questions.ts";
import { kindOf, toThread } from "./to-thread.ts";

/**
 * Reads everything that a plan touches: one GraphQL request for each installation and hundred threads, one more for each
 * further page, and a list of our own issues where they are asked for.
 *
 * @param known - What the ledger knows to stand; whatever of it a listing does not show is asked for by its id.
 */
export async function readSnapshot(
  clients: Clients,
  request: SnapshotRequest,
  known: KnownPosts,
): Promise<Snapshot> {
  const repositories: Record<string, RepositoryState> = {};
  const groups = new Map<string, { readonly client: Client; readonly questions: Question[] }>();
  for (const [repository, asked] of Object.entries(request.repositories)) {
    const choice = await clients.of(repository);
    if (!choice.installed) {
      repositories[repository.toLowerCase()] = {
        known: false,
        reason: choice.reason,
        message: choice.message,
      };
      continue;
    }
    const group = groups.get(choice.id) ?? { client: choice.client, questions: [] };
    group.questions.push({ repository, request: asked });
    groups.set(choice.id, group);
  }
  let viewer = "";
  let webUrl = "";
  for (const { client, questions } of groups.values()) {
    const group = await readGroup(client, questions, known);
    Object.assign(repositories, group.repositories);
    viewer = group.viewer;
    webUrl ||= group.webUrl;
  }
  return { webUrl, viewer, repositories };
}

async function readGroup(
  client: Client,
  questions: readonly Question[],
  known: KnownPosts,
): Promise<Snapshot> {
  const answers: RepositoryAnswer[] = [];
  let viewer = "";
  for (const part of splitQuestions(questions)) {
    const answer = await readRepositories(client, part);
    ({ viewer } = answer);
    answers.push(...answer.repositories);
  }
  const threads = await readThreads(client, answers, viewer, known);
  const repositories: Record<string, RepositoryState> = {};
  let webUrl = "";
  for (const { repository, request } of questions) {
    const parts = answers.filter((answer) => answer.repository === repository);
    const node = parts[0]?.node ?? null;
    if (node === null) {
      repositories[repository.toLowerCase()] = unknown(parts[0]);
      continue;
    }
    webUrl ||= node.url.slice(0, -`/${node.nameWithOwner}`.length);
    repositories[repository.toLowerCase()] = {
      known: true,
      name: node.nameWithOwner,
      visibility:
        node.visibility === "PUBLIC" ? "public" : node.visibility === "INTERNAL" ? "internal" : "private",
      archived: node.isArchived,
      issuesEnabled: node.hasIssuesEnabled,
      defaultBranch: node.defaultBranchRef?.name ?? "main",
      accept: acceptedBy(node, parts[0]?.ownersConfiguration ?? null),
      labels: parts.flatMap(({ labels }) => labels),
      assignable: parts.flatMap(({ assignable }) => assignable),
      milestones: node.milestones ? await completeMilestones(client, repository, node.milestones) : [],
      threads: Object.fromEntries(
        parts.flatMap((part) => [...part.threads.keys()].map((number) => [number, threads(part, number)])),
      ),
      actionIssues:
        request.actionIssues && node.hasIssuesEnabled
          ? await readActionIssues(client, node.nameWithOwner, viewer)
          : [],
    };
  }
  return { webUrl, viewer, repositories };
}

type FindThread = (part: RepositoryAnswer, number: number) => ThreadState;

async function readThreads(
  client: Client,
  answers: readonly RepositoryAnswer[],
  viewer: string,
  known: KnownPosts,
): Promise<FindThread> {
  const nodes = answers.flatMap(({ threads }) => [...threads.values()].filter((node) => node !== null));
  const all = await readAllComments(client, nodes);
  const own = new Map(
    nodes.map((node) => [node.id, pickOwnComments(all.get(node.id) ?? [], viewer, kindOf(node))]),
  );
  const postsOf = (node: ThreadNode, asked: RepositoryName) =>
    known.filter(
      (post) => isSame(post.repository, asked) || isSame(post.repository, node.repository.nameWithOwner),
    );
  const missing = answers.flatMap(({ repository, threads }) =>
    [...threads.values()].flatMap((thread): readonly Missing[] => {
      if (thread === null) return [];
      const posts = findMissing(thread, postsOf(thread, repository), own.get(thread.id) ?? []);
      return posts.length === 0 ? [] : [{ thread, posts }];
    }),
  );
  const deleted = await confirmDeleted(client, missing);
  assertListed(missing, deleted);
  return ({ repository, threads, message }, number) => {
    const node = threads.get(number) ?? null;
    if (node === null) {
      return {
        known: false,
        reason: "not-found",
        message: message ?? `There is no ${repository}#${number}, or we may not see it.`,
      };
    }
    const gone = postsOf(node, repository).filter(
      (post) => post.number === node.number && (post.gone || deleted.has(post.key)),
    );
    return toThread(
      node,
      own.get(node.id) ?? [],
      gone.map(({ key }) => key),
    );
  };
}

/** A listing that leaves out what stands is no clean slate: planning on it would post twice. */
function assertListed(missing: readonly Missing[], deleted: ReadonlySet<string>): void {
  const wrong = missing.flatMap(({ thread, posts }) =>
    posts.filter(({ key }) => !deleted.has(key)).map(() => thread),
  );
  const [thread] = wrong;
  if (thread === undefined) return;
  throw new GitHubError({
    kind: "transient",
    message: `GitHub's list of the comments of ${thread.url} leaves out one of ours that stands there.`,
    status: null,
    outcomeUnknown: false,
    retryAfterSeconds: null,
    cause: null,
  });
}

/** A team may accept in the repository itself, or for all of its repositories in its `.github`. */
function acceptedBy(node: RepositoryNode, owners: string | null): readonly RepositoryName[] {
  const text = node.configuration?.text ?? owners;
  return text === null ? [] : (readConfig(text, CONFIGURATION_PATH).config?.accept ?? []);
}

function unknown(answer: RepositoryAnswer | undefined): RepositoryState {
  const message = answer?.message ?? "There is no such repository, or we may not see it.";
  return { known: false, reason: /blocked/i.test(message) ? "blocked" : "not-found", message };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
