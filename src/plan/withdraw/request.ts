import type { RepositoryName } from "../../minutes/meeting.ts";
import type { PlanInput } from "../input.ts";
import { isRead, pathsOf, type Planning } from "../planning.ts";
import { parseTarget } from "../snapshot-request.ts";
import type { RepositoryRequest, SnapshotRequest } from "../snapshot.ts";
import { planningOf } from "../planning-of.ts";
import { mayPost } from "./places.ts";

interface Draft {
  readonly threads: Set<number>;
  milestones: boolean;
  readonly paths: Set<string>;
  readonly actions: { readonly text: string; readonly carriedOver: boolean }[];
}

/**
 * What must be known of places where something was posted for these files and nothing may be posted any more. Nothing
 * in them is asked for but what the ledger knows to be ours. No repositories: there are no such places.
 */
export function withdrawalRequest(input: PlanInput): SnapshotRequest {
  const planning = planningOf(input);
  const drafts = new Map<string, Draft>();
  const draftOf = (name: RepositoryName): Draft => {
    const key = name.toLowerCase();
    const draft = drafts.get(key) ?? { threads: new Set(), milestones: false, paths: new Set(), actions: [] };
    drafts.set(key, draft);
    return draft;
  };
  for (const file of planning.files) addFile(file, planning, draftOf);
  return { repositories: Object.fromEntries([...drafts].map(([name, draft]) => [name, finish(draft)])) };
}

function addFile(
  file: Planning["files"][number],
  planning: Planning,
  draftOf: (name: RepositoryName) => Draft,
): void {
  const { targets = [], issues = [], milestones = [] } = file.posted ?? {};
  for (const { repository, number } of targets.flatMap(parseTarget)) {
    if (!mayPost("comment", repository, file, planning)) draftOf(repository).threads.add(number);
  }
  for (const { repository } of milestones) {
    if (!mayPost("milestone", repository, file, planning)) draftOf(repository).milestones = true;
  }
  for (const { repository } of issues) {
    if (mayPost("issue", repository, file, planning)) continue;
    const draft = draftOf(repository);
    for (const path of pathsOf(file)) draft.paths.add(path);
    if (!isRead(file)) continue;
    for (const { text, carriedOver } of file.meeting.actions) draft.actions.push({ text, carriedOver });
  }
}

function finish({ threads, milestones, paths, actions }: Draft): RepositoryRequest {
  const isAboutIssues = paths.size > 0;
  return {
    threads: [...threads].sort((one, other) => one - other),
    milestones,
    labels: [],
    logins: [],
    actionIssues: isAboutIssues,
    ...(isAboutIssues ? { concern: { paths: [...paths], actions } } : {}),
  };
}
