import { targetRepositories } from "../../config/target-repositories.ts";
import { isSameName } from "../../minutes/repository-name.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { PlanInput } from "../input.ts";
import { cutThreads } from "../policy/foreign.ts";
import { parseTarget } from "../snapshot-request.ts";
import type { RepositoryRequest, SnapshotRequest } from "../snapshot.ts";

type RequestInput = Pick<PlanInput, "config" | "files"> & {
  readonly repository: RepositoryName;
  /** The repositories that agreed to be asked, as the configuration names them. */
  readonly open: readonly RepositoryName[];
};

interface Draft {
  readonly mentioned: Set<number>;
  readonly posted: Set<number>;
  milestones: boolean;
  actionIssues: boolean;
}

/**
 * What must be known of GitHub before something can be taken back: all threads that minutes mention in repositories
 * that are open to them, and whatever the ledger knows to be ours elsewhere.
 */
export function undoRequest({ config, files, repository: own, open }: RequestInput): SnapshotRequest {
  const drafts = new Map<string, Draft & { readonly name: RepositoryName }>();
  const draftOf = (name: RepositoryName) => {
    const key = name.toLowerCase();
    const draft = drafts.get(key) ?? {
      name,
      mentioned: new Set<number>(),
      posted: new Set<number>(),
      milestones: false,
      actionIssues: false,
    };
    drafts.set(key, draft);
    return draft;
  };
  const isOpen = (name: RepositoryName): boolean => open.some((other) => isSameName(other, name));
  for (const name of targetRepositories(config, own).filter(isOpen)) {
    draftOf(name).milestones = true;
    draftOf(name).actionIssues = true;
  }
  for (const { meeting, posted } of files) {
    for (const { repository, number } of meeting?.references ?? [])
      if (isOpen(repository)) draftOf(repository).mentioned.add(number);
    for (const { repository, number } of (posted?.targets ?? []).flatMap(parseTarget))
      draftOf(repository).posted.add(number);
    for (const { repository } of posted?.issues ?? []) draftOf(repository).actionIssues = true;
    for (const { repository } of posted?.milestones ?? []) draftOf(repository).milestones = true;
  }
  return {
    repositories: Object.fromEntries([...drafts.values()].map((draft) => [draft.name, finish(draft, own)])),
  };
}

function finish(draft: Draft & { readonly name: RepositoryName }, own: RepositoryName): RepositoryRequest {
  const mentioned = cutThreads(draft.mentioned, draft.name, own);
  return {
    threads: [...new Set([...mentioned, ...draft.posted])].toSorted((one, other) => one - other),
    milestones: draft.milestones,
    labels: [],
    logins: [],
    actionIssues: draft.actionIssues,
  };
}
