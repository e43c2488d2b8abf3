import type { Config } from "../config/config.ts";
import { isSameName } from "../minutes/repository-name.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import { issueLink } from "./links.ts";
import type {
  KnownRepository,
  KnownThread,
  RepositoryRequest,
  Snapshot,
  SnapshotRequest,
} from "./snapshot.ts";

/** What is known without a network. */
export interface Known {
  readonly config: Config;
  /** The minutes' repository. */
  readonly repository: RepositoryName;
  /** Default: `https://github.com`. */
  readonly webUrl?: string;
}

/**
 * A Snapshot for planning with no network: everything that was asked for exists and may be posted to, and Minutebook
 * posted nothing there yet.
 */
export function assumedSnapshot(request: SnapshotRequest, known: Known): Snapshot {
  const webUrl = known.webUrl ?? "https://github.com";
  const entries = Object.entries(request.repositories).map(
    ([name, asked]) => [name.toLowerCase(), assumedRepository(name, asked, known, webUrl)] as const,
  );
  return { webUrl, viewer: "minutebook[bot]", repositories: Object.fromEntries(entries) };
}

function assumedRepository(
  name: RepositoryName,
  asked: RepositoryRequest,
  { config, repository }: Known,
  webUrl: string,
): KnownRepository {
  // The titles that the configuration gives are those of its own repository.
  const titles = isSameName(name, config.repository ?? repository) ? config.milestones : [];
  return {
    known: true,
    name,
    visibility: "public",
    archived: false,
    issuesEnabled: true,
    defaultBranch: "main",
    accept: [repository],
    trustTemplates: [],
    labels: asked.labels,
    assignable: asked.logins,
    milestones: titles.map((title, index) => ({
      number: index + 1,
      title,
      description: "",
      state: "open",
      url: `${webUrl}/${name}/milestones`,
    })),
    threads: Object.fromEntries(
      asked.threads.map((number) => [String(number), assumedThread(name, number, webUrl)]),
    ),
    actionIssues: [],
  };
}

function assumedThread(repository: RepositoryName, number: number, webUrl: string): KnownThread {
  return {
    known: true,
    kind: "issue",
    nodeId: "",
    repository,
    number,
    title: "",
    url: issueLink(webUrl, repository, number),
    state: "open",
    locked: false,
    createdAt: "",
    labels: [],
    milestone: null,
    milestonedBy: null,
    comments: [],
    deletedComments: [],
  };
}
