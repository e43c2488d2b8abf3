import type { RepositoryName } from "../minutes/meeting.ts";
import type { Client } from "./client.ts";
import type { Clients } from "./clients.ts";
import { GitHubError, ofMinutes } from "./errors.ts";
import { readConfig as readOnThisThread } from "../config/read-config.ts";
import type { Purpose } from "./narrow.ts";
import type { GitHub, ReadConfig } from "./port.ts";
import { findComments, findIssues } from "./find-posts.ts";
import { readBranchChanges, readChanges } from "./read-changes.ts";
import { readContents } from "./read-contents.ts";
import { readFileByTree, readFiles } from "./read-files.ts";
import { readHead } from "./read-head.ts";
import { readTargetMilestones } from "./read-milestones.ts";
import { readSnapshot } from "./snapshot/read-snapshot.ts";
import { listCheckRuns, writeCheckRun } from "./write/check-runs.ts";
import { createComment, deleteComment, updateComment } from "./write/comments.ts";
import { hideComment, mayWrite, react, readPull, readViewer } from "./write/people.ts";
import { findTip, propose, withdraw } from "./write/proposals.ts";
import { assignMilestone, createIssue, createLabel, removeLabel, updateIssue } from "./write/issues.ts";
import { readIssue, readIssues } from "./read-issues.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import { createMilestone, updateMilestone } from "./write/milestones.ts";

/** The one that GitHub is asked for, so that one who posts much leaves room for the others. */
export interface Queueing {
  readonly limiter: RateLimiter;
  /** The repository of minutes. null: nobody else uses this limiter. */
  readonly source: RepositoryName | null;
}

/**
 * GitHub through Octokit, each repository under the identity that may write to it.
 *
 * @param queueing - Absent: content is made as fast as it goes.
 * @param readConfig - Reads the configurations of repositories that are posted to. (Default: on this thread)
 */
export function connectGitHub(
  clients: Clients,
  queueing: Queueing | null = null,
  readConfig: ReadConfig = readHere,
): GitHub {
  const inTurn = async <T>(
    repository: RepositoryName,
    make: (client: Client) => Promise<T>,
    purpose: Purpose = "post",
  ): Promise<T> => {
    const choice = await clients.of(repository, purpose);
    if (choice.installed) await queueing?.limiter.take(choice.id, queueing.source);
    return on(repository, make, purpose);
  };
  const on = async <T>(
    repository: RepositoryName,
    use: (client: Client) => Promise<T>,
    purpose: Purpose = "read",
  ): Promise<T> => use(await clientOf(clients, repository, purpose));
  const onOwn: typeof on = (repository, use, purpose) =>
    on(repository, use, purpose).catch((error: unknown) => {
      throw ofMinutes(error);
    });
  const post = <T>(repository: RepositoryName, make: (client: Client) => Promise<T>): Promise<T> =>
    on(repository, make, "post");
  return {
    readHead: (repository) => onOwn(repository, (client) => readHead(client, repository)),
    readTip: async (repository, branch) =>
      (await onOwn(repository, (client) => findTip(client, repository, branch)))?.sha ?? null,
    readChanges: (repository, range) => onOwn(repository, (client) => readChanges(client, repository, range)),
    readBranchChanges: (repository, range) =>
      onOwn(repository, (client) => readBranchChanges(client, repository, range)),
    readFiles: (repository, wanted) => onOwn(repository, (client) => readFiles(client, repository, wanted)),
    readFileByTree: (repository, wanted) =>
      onOwn(repository, (client) => readFileByTree(client, repository, wanted)),
    readContents: (repository, wanted, reach) =>
      on(repository, (client) => readContents(clients, { client, repository, readConfig }, wanted, reach)),
    readMilestones: (repositories) => readTargetMilestones(clients, repositories),
    readSnapshot: (request, known, memory) => readSnapshot(clients, request, known, { memory, readConfig }),
    createComment: (target, body) =>
      inTurn(target.repository, (client) => createComment(client, target, body)),
    updateComment: (target, id, body) =>
      post(target.repository, (client) => updateComment(client, target, id, body)),
    deleteComment: (target, id) => post(target.repository, (client) => deleteComment(client, target, id)),
    createIssue: (issue) => inTurn(issue.repository, (client) => createIssue(client, issue)),
    readIssue: (repository, number) => post(repository, (client) => readIssue(client, repository, number)),
    readIssues: (repository, numbers) =>
      post(repository, (client) => readIssues(client, repository, numbers)),
    updateIssue: (repository, number, change) =>
      post(repository, (client) => updateIssue(client, repository, number, change)),
    createMilestone: (text) => post(text.repository, (client) => createMilestone(client, text)),
    updateMilestone: (number, text) =>
      post(text.repository, (client) => updateMilestone(client, number, text)),
    assignMilestone: (repository, number, milestone) =>
      post(repository, (client) => assignMilestone(client, repository, number, milestone)),
    createLabel: (label) => post(label.repository, (client) => createLabel(client, label)),
    removeLabel: (repository, number, label) =>
      post(repository, (client) => removeLabel(client, repository, number, label)),
    writeCheckRun: (repository, run) =>
      onOwn(repository, (client) => writeCheckRun(client, repository, run), "report"),
    propose: (repository, proposal) =>
      inTurn(repository, (client) => propose(client, repository, proposal), "propose"),
    withdraw: (repository, branch) =>
      onOwn(repository, (client) => withdraw(client, repository, branch), "propose"),
    readViewer: (repository) => onOwn(repository, readViewer),
    readPull: (repository, number) => onOwn(repository, (client) => readPull(client, repository, number)),
    listCheckRuns: (repository, commit) =>
      onOwn(repository, (client) => listCheckRuns(client, repository, commit), "report"),
    mayWrite: (repository, login) => onOwn(repository, (client) => mayWrite(client, repository, login)),
    react: (repository, id, reaction) =>
      post(repository, (client) => react(client, repository, id, reaction)),
    hideComment: (repository, nodeId) => post(repository, (client) => hideComment(client, nodeId)),
    findComments: (targets) => findComments(clients, targets),
    findIssues: (repository, memory) => on(repository, (client) => findIssues(client, repository, memory)),
  };
}

const readHere: ReadConfig = async (text, path) => readOnThisThread(text, path);

async function clientOf(clients: Clients, repository: RepositoryName, purpose: Purpose): Promise<Client> {
  const choice = await clients.of(repository, purpose);
  if (choice.installed) return choice.client;
  throw new GitHubError(choice.message, { kind: "refused" });
}
