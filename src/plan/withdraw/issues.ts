import type { Message } from "../../messages/message.ts";
import { issueReason } from "../../messages/reasons/issue-reasons.ts";
import { stepReason } from "../../messages/reasons/step-reasons.ts";
import { withdrawalReason } from "../../messages/reasons/withdrawal-reasons.ts";
import { isSameName } from "../../minutes/repository-name.ts";
import { actionsRepository, configFor } from "../../config/series.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import { hashText } from "../hash.ts";
import { followPath } from "../issues/follow-path.ts";
import { matchActions } from "../issues/match-actions.ts";
import { type IssueRecord, knownRecords } from "../issues/records.ts";
import { NEUTRAL_TEXT, NEUTRAL_TITLE } from "../issues/neutral.ts";
import { findRegion, hashOwnPart, renderRegion, replaceMarker, replaceRegion } from "../issues/region.ts";
import { renderAlso } from "../issues/render-also.ts";
import { type FileAction, fileActions } from "../issues/file-actions.ts";
import { withoutTornWords } from "../issues/torn.ts";
import type { MinutesChange } from "../input.ts";
import type { IssueMarker, CarriedOver } from "../marker.ts";
import type { IssueStep } from "../plan.ts";
import {
  findMoves,
  isMovedUnread,
  isRead,
  isRemoved,
  pathsOf,
  type Planning,
  type ReadFile,
} from "../planning.ts";
import type { ActionIssueState, KnownRepository } from "../snapshot.ts";
import { findPlace, mayFollow, mayPost, type Place } from "./places.ts";

/**
 * Plans to take back the issues of actions where none may be opened any more, once the minutes no longer contain the
 * action, or say it in other words: closed, without the words, and with nothing new in their place.
 */
export function withdrawIssues(planning: Planning): readonly IssueStep[] {
  const names = planning.files.flatMap(({ posted }) =>
    (posted?.issues ?? []).map(({ repository }) => repository.toLowerCase()),
  );
  return [...new Set(names)].flatMap((name) => {
    const files = planning.files.filter(
      (file) =>
        (file.problem === null || isMovedUnread(file)) &&
        file.posted?.issues.some(({ repository }) => isSameName(repository, name)) === true &&
        !mayPost("issue", name, file, planning),
    );
    const place = findPlace("issue", name, "", planning);
    if (place === null || files.length === 0) return [];
    if (place.state === null) return files.flatMap((file) => unreachable(file, name, place.refusal));
    return withdrawFrom(files, place, planning);
  });
}

/** What is known of them without GitHub. */
function unreachable(file: MinutesChange, name: RepositoryName, refusal: Message): readonly IssueStep[] {
  if (!isRemoved(file)) return [];
  const issues = file.posted?.issues.filter(({ repository }) => isSameName(repository, name)) ?? [];
  return issues.map(({ key }) => ({
    kind: "issue",
    key,
    action: "skip",
    reason: refusal,
    origin: { path: file.path, line: null },
    repository: name,
    number: null,
    url: null,
    title: NEUTRAL_TITLE,
    body: null,
    labels: [],
    assignees: [],
    milestone: null,
    stateReason: null,
    before: null,
    remember: "removing",
  }));
}

function withdrawFrom(
  files: readonly MinutesChange[],
  place: Extract<Place, { readonly state: KnownRepository }>,
  planning: Planning,
): readonly IssueStep[] {
  const { state, refusal } = place;
  const ours = files.filter((file) => !isHome(file, state, planning));
  const moved = new Set(findMoves(ours).keys());
  const open = ours.filter(({ problem }) => problem === null);
  const records = open
    .filter(isRead)
    .map((file) => ({ file, actions: unopenedActions(file, planning) }))
    .reduce((matched, inFile) => matchActions(inFile, matched, planning), knownRecords(state, planning));
  const paths = new Set(open.flatMap(pathsOf));
  return records.flatMap((record) => {
    const { existing, marker } = record;
    if (existing === null || marker === null || existing.gone) return [];
    const change = changeOf(record, marker, { files: open, paths, planning });
    if (change === null) {
      const isMoved = [marker.path, ...marker.also.map(({ path }) => path)].some((path) => moved.has(path));
      return isMoved && mayFollow(place, planning) ? following(record, existing, state, planning) : [];
    }
    const torn = withoutTornWords(record, state, planning);
    const { body } = change.kind === "all" ? torn : existing;
    const done = withoutClosing(
      whatIsDone({ ...existing, body }, marker, change, refusal),
      record.homePath,
      planning,
    );
    const isLeft = torn.isLeft && done.action !== "skip";
    const reason = isLeft ? issueReason("section-torn") : done.reason;
    return [{ ...stepBase(record, existing, state), ...done, reason }];
  });
}

/** Nothing, or that it follows the minutes to another path. */
function following(
  record: IssueRecord,
  existing: ActionIssueState,
  state: KnownRepository,
  planning: Planning,
): readonly IssueStep[] {
  const { title, body } = existing;
  const step = { ...stepBase(record, existing, state), title, body, stateReason: null };
  const followed = followPath({ ...step, action: "keep", reason: stepReason("unchanged") }, record, planning);
  return followed.action === "keep" ? [] : [followed];
}

/** Whether the rest of the plan looks after the issues of a file there, under another name of the repository. */
function isHome(file: MinutesChange, state: KnownRepository, planning: Planning): boolean {
  const { config, repository } = planning.input;
  const home = actionsRepository(config, file.path, repository.name) ?? repository.name;
  const consent = planning.consentOf(home);
  const isOn = !planning.isOff && configFor(config, file.path).actions.enabled;
  return isOn && consent.allowed && isSameName(consent.state.name, state.name);
}

/** None of them opens an issue here. */
function unopenedActions(file: ReadFile, { input }: Planning): readonly FileAction[] {
  return fileActions(file, input.config).map((one) => ({ ...one, opensNothing: true }));
}

/** All of it goes; or only what some minutes said about it. */
type Change =
  | { readonly kind: "all" }
  | { readonly kind: "carried-over"; readonly left: readonly CarriedOver[] };

interface Look {
  readonly files: readonly MinutesChange[];
  readonly paths: ReadonlySet<string>;
  readonly planning: Planning;
}

/** null: nothing of it goes. */
function changeOf(record: IssueRecord, marker: IssueMarker, { files, paths, planning }: Look): Change | null {
  const file = files.find((one) => pathsOf(one).includes(record.homePath));
  const keeps = configFor(planning.input.config, record.homePath).comments.unreferenced === "keep";
  if (file !== undefined && !(isRemoved(file) && keeps)) {
    const isPending = file.posted?.pending.includes(record.key) === true;
    const isSame = record.home !== null && isUnchanged(record.home, planning) && !isPending;
    if (!isSame) return marker.gone && marker.text === "" ? null : { kind: "all" };
  }
  const left = marker.also.filter(
    (entry) =>
      !paths.has(entry.path) ||
      record.others.some(
        ({ file: other, action }) => other.path === entry.path && action.text === entry.text,
      ),
  );
  return left.length === marker.also.length ? null : { kind: "carried-over", left };
}

/** Whether the action was in the minutes before as it is now. */
function isUnchanged({ file, action }: FileAction, planning: Planning): boolean {
  if (file.previous === null) return true;
  const previous = { ...file, meeting: file.previous };
  const words = (one: FileAction["action"]): string =>
    JSON.stringify([one.text, one.owners, one.due, one.topic, one.done]);
  return unopenedActions(previous, planning).some((one) => words(one.action) === words(action));
}

function whatIsDone(
  existing: ActionIssueState,
  marker: IssueMarker,
  change: Change,
  refusal: Message | null,
): Pick<IssueStep, "action" | "reason" | "title" | "body" | "stateReason" | "remember"> {
  const { title, body } = existing;
  const reason = withdrawalReason("withdrawn");
  if (refusal !== null) {
    return { action: "skip", reason: refusal, title, body, stateReason: null, remember: "removing" };
  }
  if (change.kind === "carried-over") {
    return {
      action: "update",
      reason,
      title,
      body: withCarriedOver(body, marker, change.left),
      stateReason: null,
    };
  }
  const isOurTitle = hashText(title) === marker.titleHash;
  const neutral = {
    title: isOurTitle ? NEUTRAL_TITLE : title,
    body: replaceRegion(body, renderRegion({ marker: emptied(marker, isOurTitle), main: NEUTRAL_TEXT }, "")),
  };
  if (existing.state === "closed") return { action: "update", reason, ...neutral, stateReason: null };
  return existing.activity > 0
    ? {
        action: "update",
        reason: withdrawalReason("withdrawn-in-progress"),
        ...neutral,
        stateReason: null,
      }
    : { action: "close", reason, ...neutral, stateReason: "not_planned" };
}

/** What is closed by people alone loses its words only. */
function withoutClosing<Done extends Pick<IssueStep, "action" | "reason" | "stateReason">>(
  done: Done,
  path: string,
  { input }: Planning,
): Done {
  const { close } = configFor(input.config, path).actions;
  if (done.action !== "close" || close === "always") return done;
  const reason = withdrawalReason("withdrawn-not-closed", { close });
  return { ...done, action: "update", reason, stateReason: null };
}

/** The text with these entries of other minutes alone. */
function withCarriedOver(body: string, marker: IssueMarker, left: readonly CarriedOver[]): string {
  const next = { ...marker, also: [...left] };
  const main = findRegion(body)?.main;
  if (main !== undefined) {
    const region = renderRegion({ marker: next, main }, renderAlso(left.map(({ note }) => note)));
    return replaceRegion(body, region);
  }
  const gone = marker.also.filter((entry) => !left.includes(entry)).map(({ note }) => `- ${note}`);
  const lines = replaceMarker(body, next).split("\n");
  return lines.filter((line) => !gone.includes(line.trimEnd())).join("\n");
}

/** The marker without a word of the minutes. */
function emptied(marker: IssueMarker, isOurTitle: boolean): IssueMarker {
  return {
    ...marker,
    hash: "",
    text: "",
    owners: [],
    topic: [],
    date: null,
    also: [],
    gone: true,
    titleHash: isOurTitle ? hashText(NEUTRAL_TITLE) : marker.titleHash,
  };
}

function stepBase({ key, homePath }: IssueRecord, existing: ActionIssueState, state: KnownRepository) {
  const { number, url, body, labels, assignees, milestone } = existing;
  return {
    kind: "issue",
    key,
    origin: { path: homePath, line: null },
    repository: state.name,
    number,
    url,
    labels,
    assignees,
    milestone,
    before: hashOwnPart(body),
  } as const;
}
