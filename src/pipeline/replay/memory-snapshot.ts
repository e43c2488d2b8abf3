import type { RepositoryName } from "../../minutes/meeting.ts";
import { issueLink } from "../../plan/links.ts";
import type {
  KnownRepository,
  KnownThread,
  RepositoryRequest,
  Snapshot,
  SnapshotRequest,
} from "../../plan/snapshot.ts";
import type { MemoryRepository } from "./memory-store.ts";

/** The login under which a replay posts. */
export const VIEWER = "minutebook[bot]";

export interface MemoryPlaces {
  readonly webUrl: string;
  /** The minutes' repository, which every other has agreed to. */
  readonly minutes: RepositoryName;
  readonly at: (name: RepositoryName) => MemoryRepository;
}

/** What is in memory, as GitHub would answer. */
export function snapshotOf({ repositories }: SnapshotRequest, places: MemoryPlaces): Snapshot {
  const entries = Object.entries(repositories).map(
    ([name, asked]) => [name.toLowerCase(), repositoryOf(name, asked, places)] as const,
  );
  return { webUrl: places.webUrl, viewer: VIEWER, repositories: Object.fromEntries(entries) };
}

function repositoryOf(
  name: RepositoryName,
  asked: RepositoryRequest,
  { minutes, at }: MemoryPlaces,
): KnownRepository {
  const place = at(name);
  return {
    known: true,
    name,
    visibility: "public",
    archived: false,
    issuesEnabled: true,
    defaultBranch: "main",
    accept: [minutes],
    trustTemplates: [],
    labels: asked.labels.filter((label) => place.labels.has(label)),
    assignable: asked.logins,
    milestones: place.milestones,
    threads: Object.fromEntries(asked.threads.map((number) => [String(number), threadOf(place, number)])),
    actionIssues: asked.actionIssues ? [...place.issues.values()] : [],
  };
}

function threadOf(place: MemoryRepository, number: number): KnownThread {
  const issue = place.issues.get(number);
  const milestone = issue?.milestone ?? place.assigned.get(number) ?? null;
  return {
    known: true,
    kind: "issue",
    nodeId: "",
    repository: place.name,
    number,
    title: issue?.title ?? "",
    url: issueLink(place.webUrl, place.name, number),
    state: issue?.state ?? "open",
    locked: false,
    createdAt: "",
    labels: issue?.labels ?? [],
    milestone: milestone === null ? null : { number: milestone.number, title: milestone.title },
    milestonedBy: milestone === null ? null : "us",
    comments: place.comments.get(number) ?? [],
    deletedComments: [],
  };
}
