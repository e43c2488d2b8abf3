import type { Message } from "../../messages/message.ts";
import { issueReason } from "../../messages/reasons/issue-reasons.ts";
import { withoutLink } from "./own-link.ts";
import { actionsRepository, configFor } from "../../config/series.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import { hashText } from "../hash.ts";
import { issueKey } from "../keys.ts";
import type { IssueStep } from "../plan.ts";
import { isMovedUnread, isRead, pathsOf, type Planning } from "../planning.ts";
import type { ActionIssueState, KnownRepository, Visibility } from "../snapshot.ts";
import { followPath } from "./follow-path.ts";
import { type ActionsInFile, matchActions } from "./match-actions.ts";
import { knownRecords, withNewHome, type IssueRecord } from "./records.ts";
import { issueStep } from "./step.ts";
import { titleOf } from "./title.ts";
import { titleContext } from "./title-context.ts";
import { describeTask } from "../../language/task.ts";
import { fileActions, type FileAction } from "./file-actions.ts";

/** The step of an action's issue, and the actions of the plan's files that it is about. */
export interface PlannedIssue {
  readonly step: IssueStep;
  readonly actions: readonly FileAction[];
  /** Who can read it; null: there is no issue. */
  readonly visibility: Visibility | null;
}

/** Plans the issues of all actions of the plan's files. */
export function planIssues(planning: Planning): readonly PlannedIssue[] {
  const { config, repository } = planning.input;
  const groups = new Map<string, { name: RepositoryName; files: Planning["files"][number][] }>();
  for (const file of planning.files.filter((one) => opensIssues(one, planning))) {
    const name = actionsRepository(config, file.path, repository.name) ?? repository.name;
    const group = groups.get(name.toLowerCase()) ?? { name, files: [] };
    group.files.push(file);
    groups.set(name.toLowerCase(), group);
  }
  return [...groups.values()].flatMap(({ name, files }) => planRepository(name, files, planning));
}

function opensIssues({ path }: Planning["files"][number], { input }: Planning): boolean {
  return configFor(input.config, path).actions.enabled;
}

function planRepository(
  name: RepositoryName,
  files: Planning["files"],
  planning: Planning,
): readonly PlannedIssue[] {
  const inFiles = files
    .filter(isRead)
    .map((file) => ({ file, actions: fileActions(file, planning.input.config) }));
  const consent = planning.consentOf(name);
  const refuseAll = (reason: Message): readonly PlannedIssue[] => {
    const marked = inFiles.flatMap(({ actions }) => actions.filter(({ opensNothing }) => !opensNothing));
    return marked.map((action) => refused(action, name, reason, planning));
  };
  if (!consent.allowed) return refuseAll(consent.reason);
  const off = issuesOff(consent.state);
  if (off !== null) return refuseAll(off);
  const paths = new Set(
    planning.files
      .filter((file) => opensIssues(file, planning) && (file.problem === null || isMovedUnread(file)))
      .flatMap(pathsOf),
  );
  return recordsOf(inFiles, consent.state, planning)
    .filter((record) => isTouched(record, paths))
    .toSorted((one, other) => placeOf(one, planning) - placeOf(other, planning))
    .map((record) => planRecord(record, name, consent.state, planning));
}

/** Minutebook's issues with the actions of the plan's files, the oldest meeting first. */
function recordsOf(
  inFiles: readonly ActionsInFile[],
  state: KnownRepository,
  planning: Planning,
): readonly IssueRecord[] {
  const inOrder = inFiles.toSorted((one, other) =>
    (one.file.meeting.date ?? "").localeCompare(other.file.meeting.date ?? ""),
  );
  return inOrder
    .reduce((records, inFile) => matchActions(inFile, records, planning), knownRecords(state, planning))
    .map((record) => withNewHome(record, planning.files));
}

/** Steps come in the order of files and lines; what is gone from the minutes comes after them. */
function placeOf({ home, others }: IssueRecord, { files }: Planning): number {
  const first = home ?? others[0];
  return first === undefined ? Number.MAX_SAFE_INTEGER : files.indexOf(first.file) * 1e6 + first.action.line;
}

/** A record concerns this plan where one of its files has the action, or had it before. */
function isTouched(record: IssueRecord, paths: ReadonlySet<string>): boolean {
  const isKnown =
    paths.has(record.homePath) || record.marker?.also.some(({ path }) => paths.has(path)) === true;
  return record.home !== null || record.others.length > 0 || record.moved !== undefined || isKnown;
}

function planRecord(
  record: IssueRecord,
  repository: RepositoryName,
  state: KnownRepository,
  planning: Planning,
): PlannedIssue {
  const { home, others } = record;
  const clean = {
    ...record,
    homePath: home?.file.path ?? record.homePath,
    home: withoutOwnLink(home, record.existing),
  };
  const title =
    clean.home === null ? null : titleOf(clean.home.action, titleContext(clean.home, repository, planning));
  const step = followPath(issueStep(clean, title, repository, state, planning), clean, planning);
  const isUnclear = title === null && step.action === "create" && home !== null;
  return {
    step: isUnclear ? unclear(step, home) : step,
    actions: [...(home === null ? [] : [home]), ...others],
    visibility: state.visibility,
  };
}

/** Nobody who was not there could tell what a new issue without a title is about. */
function unclear(step: IssueStep, { action: { task } }: FileAction): IssueStep {
  const reason = issueReason("title-unclear");
  const none = { body: null, labels: [], assignees: [], milestone: null };
  return { ...step, ...none, action: "skip", reason, title: task };
}

/** The action without the link to its own issue that people or the write-back put behind it. */
function withoutOwnLink(one: FileAction | null, existing: ActionIssueState | null): FileAction | null {
  if (one === null || existing === null) return one;
  const text = withoutLink(one.action.text, existing.number);
  return { ...one, action: { ...one.action, text, ...describeTask({ ...one.action, text }) } };
}

function issuesOff(state: KnownRepository): Message | null {
  return state.issuesEnabled ? null : issueReason("issues-disabled", { repository: state.name });
}

function refused(
  one: FileAction,
  repository: RepositoryName,
  reason: Message,
  planning: Planning,
): PlannedIssue {
  const { action, file } = one;
  const id = hashText(`${action.text}\n${action.topic.join("\n")}\n${action.line}`);
  const step: IssueStep = {
    kind: "issue",
    key: issueKey(planning.input.repository.name, file.path, id),
    action: "skip",
    reason,
    origin: { path: file.path, line: action.line },
    repository,
    number: null,
    url: null,
    title: action.task,
    body: null,
    labels: [],
    assignees: [],
    milestone: null,
    stateReason: null,
    before: null,
  };
  return { step, actions: [one], visibility: null };
}
