import { isSameName } from "../minutes/repository-name.ts";
import { actionsRepository, allConfigs, configFor } from "../config/series.ts";
import { targetRepositories } from "../config/target-repositories.ts";
import type { Config } from "../config/config.ts";
import type { Meeting, RepositoryName } from "../minutes/meeting.ts";
import type { MinutesChange } from "./input.ts";
import { markedText } from "./issues/marked-text.ts";
import { isMovedUnread, pathsOf } from "./planning.ts";
import { processableFiles } from "./planning-of.ts";
import { cutThreads } from "./policy/foreign.ts";
import type { Concern, RepositoryRequest, SnapshotRequest } from "./snapshot.ts";

interface RequestInput {
  readonly repository: RepositoryName;
  readonly config: Config;
  readonly files: readonly MinutesChange[];
  readonly today?: string;
}

interface Draft {
  readonly threads: Set<number>;
  milestones: boolean;
  readonly labels: Set<string>;
  readonly logins: Set<string>;
  actionIssues: boolean;
  readonly paths: Set<string>;
  readonly actions: Concern["actions"][number][];
}

/**
 * What must be known of GitHub before `makePlan` can be called for these files. Repositories that the configuration
 * does not name are not asked for.
 */
export function snapshotRequest(input: RequestInput): SnapshotRequest {
  const drafts = new Map<RepositoryName, Draft>();
  const targets = targetRepositories(input.config, input.repository);
  const draftOf = (name: RepositoryName | null): Draft | null => {
    const target = targets.find((other) => name !== null && isSameName(other, name));
    if (target === undefined) return null;
    const draft = drafts.get(target) ?? emptyDraft();
    drafts.set(target, draft);
    return draft;
  };
  for (const file of processableFiles(input)) {
    for (const target of targetsOf(file)) draftOf(target.repository)?.threads.add(target.number);
    const config = configFor(input.config, file.path);
    askMilestones(file, draftOf, config);
    askActions(file, draftOf(actionsRepository(input.config, file.path, input.repository)), config);
  }
  const mayUnlabel = allConfigs(input.config).some(({ labels }) => labels.removeWhenDiscussed.length > 0);
  const asked = [...drafts].map(
    ([name, draft]) =>
      [name, finish(draft, mayUnlabel, cutThreads(draft.threads, name, input.repository))] as const,
  );
  return { repositories: Object.fromEntries(asked.filter(([, request]) => isNeeded(request))) };
}

/** All issues that a file mentions, mentioned before, or is known to have comments on. */
function targetsOf(file: MinutesChange): { repository: RepositoryName; number: number }[] {
  const mentioned = meetingsOf(file).flatMap(({ references }) =>
    references.map(({ repository, number }) => ({ repository, number })),
  );
  const known = [...(file.knownTargets ?? []), ...(file.posted?.targets ?? [])];
  return [...mentioned, ...known.flatMap(parseTarget)];
}

/** `owner/repo#number`, taken apart; nothing where it is none. */
export function parseTarget(target: string): { repository: RepositoryName; number: number }[] {
  const [, repository, number] = /^([^#]+)#(\d+)$/.exec(target) ?? [];
  return repository === undefined ? [] : [{ repository, number: Number(number) }];
}

function askMilestones(
  file: MinutesChange,
  draftOf: (name: RepositoryName) => Draft | null,
  config: Config,
): void {
  const mentions = meetingsOf(file).flatMap(({ milestones }) => milestones);
  const decided = meetingsOf(file).some(({ decisions }) => decisions.some(({ outcome }) => outcome !== null));
  const names = [...mentions, ...(file.knownMilestones ?? [])].map(({ repository }) => repository);
  // Notes on whichever of them may list it under its earlier name.
  const noted = isMovedUnread(file)
    ? (file.posted?.milestones ?? []).map(({ repository }) => repository)
    : [];
  const threads = decided ? targetsOf(file).map(({ repository }) => repository) : [];
  const { noteOnMilestone, assignMilestone } = config.releases;
  const wanted = noteOnMilestone || assignMilestone || config.actions.enabled || config.comments.enabled;
  for (const name of wanted ? [...names, ...noted, ...threads] : []) {
    const draft = draftOf(name);
    if (draft !== null) draft.milestones = true;
  }
}

function askActions(file: MinutesChange, draft: Draft | null, config: Config): void {
  const actions = meetingsOf(file).flatMap((meeting) => meeting.actions);
  // Without the file as it was, nobody knows which actions it had; and a job that broke off may have opened others.
  const hasPosted = (file.posted?.issues ?? []).length > 0;
  const mayHaveHad = actions.length > 0 || file.previous === null || hasPosted;
  if (draft === null || !config.actions.enabled || !mayHaveHad) return;
  draft.actionIssues = true;
  for (const path of pathsOf(file)) draft.paths.add(path);
  for (const action of file.meeting?.actions ?? []) {
    draft.actions.push({ text: markedText(action), carriedOver: action.carriedOver });
  }
  draft.milestones ||= meetingsOf(file).some(({ milestones }) => milestones.length > 0);
  for (const label of config.actions.labels) draft.labels.add(label);
  if (!config.actions.assign) return;
  for (const login of actions.flatMap((action) => action.logins)) draft.logins.add(login);
}

function meetingsOf(file: MinutesChange): readonly Meeting[] {
  return [file.meeting, file.previous].filter((meeting) => meeting !== null);
}

function emptyDraft(): Draft {
  return {
    threads: new Set(),
    milestones: false,
    labels: new Set(),
    logins: new Set(),
    actionIssues: false,
    paths: new Set(),
    actions: [],
  };
}

function isNeeded({ threads, milestones, actionIssues }: RepositoryRequest): boolean {
  return threads.length > 0 || milestones || actionIssues;
}

function finish(draft: Draft, mayUnlabel: boolean, threads: readonly number[]): RepositoryRequest {
  return {
    threads,
    milestones: draft.milestones,
    labels: [...draft.labels],
    logins: [...draft.logins],
    actionIssues: draft.actionIssues,
    ...(mayUnlabel && draft.threads.size > 0 ? { agendaLabels: true } : {}),
    ...(draft.actionIssues ? { concern: { paths: [...draft.paths], actions: draft.actions } } : {}),
  };
}
