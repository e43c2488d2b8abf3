import type { RepositoryName } from "../../minutes/meeting.ts";
import type {
  KnownRepository,
  RepositoryRequest,
  RepositoryState,
  Snapshot,
  SnapshotRequest,
} from "../../plan/snapshot.ts";
import type { Client } from "../client.ts";
import type { Clients } from "../clients.ts";
import type { KnownPosts, ReadConfig } from "../port.ts";
import { CONFIGURATION_PATH, textOf } from "../read-head.ts";
import type { IssueMemory, SeenIssue } from "../../ledger/ledger.ts";
import { pickConcerned, toActionIssues } from "./action-issues.ts";
import type { RepositoryNode } from "./answers.ts";
import { confirmAssignable } from "./confirm-assignable.ts";
import { confirmLabels } from "./confirm-labels.ts";
import { followTransferred } from "./follow-transferred.ts";
import { completeMilestones } from "./milestones.ts";
import { readInParts } from "./read-in-parts.ts";
import type { Question, RepositoryAnswer } from "./read-repositories.ts";
import { readThreads } from "./read-threads.ts";
import { readSeenIssues } from "./seen-issues.ts";
import { splitQuestions } from "./split-questions.ts";

/**
 * Reads everything that a plan touches: one GraphQL request for each installation and hundred threads, one more for
 * each further page, and a list of what changed of our own issues where they are asked for.
 *
 * @param known - What the ledger knows to exist; whatever of it a listing does not show is asked for by its id.
 * @param means - What is known of our own issues, and who reads configurations.
 */
export async function readSnapshot(
  clients: Clients,
  request: SnapshotRequest,
  known: KnownPosts,
  means: Means,
): Promise<Snapshot> {
  const repositories: Record<string, RepositoryState> = {};
  const groups = new Map<string, Group>();
  for (const [repository, asked] of Object.entries(request.repositories)) {
    const choice = await clients.of(repository);
    if (!choice.installed) {
      repositories[repository.toLowerCase()] = { known: false, reason: choice.reason };
      continue;
    }
    const group = groups.get(choice.id) ?? { client: choice.client, asked: [] };
    group.asked.push([repository, asked]);
    groups.set(choice.id, group);
  }
  let viewer = "";
  let webUrl = "";
  for (const one of groups.values()) {
    const group = await readGroup(one, known, means);
    Object.assign(repositories, group.repositories);
    viewer = group.viewer;
    webUrl ||= group.webUrl;
  }
  const moved = findMoved(repositories);
  if (moved.length > 0) {
    const more = await readSnapshot(clients, { repositories: askNothing(moved) }, [], means);
    Object.assign(repositories, more.repositories);
  }
  return { webUrl, viewer, repositories };
}

/** Repositories to which issues were transferred and that nobody asked about: whether they may be posted to counts. */
function findMoved(repositories: Readonly<Record<string, RepositoryState>>): readonly RepositoryName[] {
  const states = Object.values(repositories).filter((state) => state.known);
  const here = new Set([...Object.keys(repositories), ...states.map(({ name }) => name.toLowerCase())]);
  const names = states.flatMap(({ threads }) =>
    Object.values(threads).flatMap((thread) => (thread.known ? thread.repository : [])),
  );
  return [...new Set(names)].filter((name) => !here.has(name.toLowerCase()));
}

function askNothing(names: readonly RepositoryName[]): SnapshotRequest["repositories"] {
  const nothing = { threads: [], milestones: false, labels: [], logins: [], actionIssues: false };
  return Object.fromEntries(names.map((name) => [name, nothing]));
}

interface Means {
  readonly memory: IssueMemory;
  readonly readConfig: ReadConfig;
}

/** What is asked under one identity. */
interface Group {
  readonly client: Client;
  readonly asked: (readonly [RepositoryName, RepositoryRequest])[];
}

async function readGroup(
  { client, asked: wanted }: Group,
  known: KnownPosts,
  { memory, readConfig }: Means,
): Promise<Snapshot> {
  const concerned = new Map<RepositoryName, readonly SeenIssue[]>();
  for (const [repository, request] of wanted) {
    if (!request.actionIssues) continue;
    const { all } = await readSeenIssues(client, repository, memory);
    concerned.set(repository, pickConcerned(all, request));
  }
  const questions = wanted.map(([repository, request]): Question => {
    const there = (concerned.get(repository) ?? []).filter(({ state }) => state === "there");
    return { repository, request, issues: there.map(({ number }) => number) };
  });
  const asked: RepositoryAnswer[] = [];
  let viewer = "";
  for (const part of splitQuestions(questions)) {
    const answer = await readInParts(client, part);
    ({ viewer } = answer);
    asked.push(...answer.repositories);
  }
  const followed = await followTransferred(client, asked);
  const labeled = await confirmLabels(client, questions, followed);
  const answers = await confirmAssignable(client, questions, labeled);
  const threads = await readThreads(client, answers, viewer, { known, memory });
  const repositories: Record<string, RepositoryState> = {};
  let webUrl = "";
  for (const { repository } of questions) {
    const parts = answers.filter((answer) => answer.repository === repository);
    const node = parts[0]?.node ?? null;
    if (node === null) {
      repositories[repository.toLowerCase()] = { known: false, reason: "not-found" };
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
      ...(await opennessOf(readConfig, node, parts[0]?.ownersConfiguration ?? null)),
      labels: parts.flatMap(({ labels }) => labels),
      assignable: parts.flatMap(({ assignable }) => assignable),
      milestones: node.milestones ? await completeMilestones(client, repository, node.milestones) : [],
      threads: Object.fromEntries(
        parts.flatMap((part) => [...part.threads.keys()].map((number) => [number, threads(part, number)])),
      ),
      actionIssues: await toActionIssues(
        client,
        repository,
        node.hasIssuesEnabled ? (concerned.get(repository) ?? []) : [],
        { nodes: new Map(parts.flatMap(({ issues }) => [...issues])), viewer },
        memory,
      ),
    };
  }
  return { webUrl, viewer, repositories };
}

/** What a repository lets minutes do: as its own configuration says, or that of its owner's `.github`. */
async function opennessOf(
  readConfig: ReadConfig,
  node: RepositoryNode,
  owners: string | null,
): Promise<Pick<KnownRepository, "accept" | "trustTemplates">> {
  const text = textOf(node.configuration) ?? owners;
  const config = text === null ? null : (await readConfig(text, CONFIGURATION_PATH)).config;
  return { accept: config?.accept ?? [], trustTemplates: config?.trustTemplates ?? [] };
}
