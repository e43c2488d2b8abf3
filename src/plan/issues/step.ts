import { configFor } from "../../config/series.ts";
import type { Message } from "../../messages/message.ts";
import { issueReason } from "../../messages/reasons/issue-reasons.ts";
import { stepReason } from "../../messages/reasons/step-reasons.ts";
import { isSameName } from "../../minutes/repository-name.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import { hashText } from "../hash.ts";
import type { IssueMarker, CarriedOver } from "../marker.ts";
import type { IssueStep, Origin, StepAction } from "../plan.ts";
import { isChange } from "../step-actions.ts";
import type { Planning } from "../planning.ts";
import { safeTemplate } from "../quote/safe-template.ts";
import type { ActionIssueState, KnownRepository } from "../snapshot.ts";
import { DEFAULT_TEMPLATES } from "../template.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { markedText } from "./marked-text.ts";
import type { IssueRecord } from "./records.ts";
import { NEUTRAL_TEXT, NEUTRAL_TITLE } from "./neutral.ts";
import { findRegion, hashOwnPart, renderRegion, replaceMarker, replaceRegion } from "./region.ts";
import { renderAlso } from "./render-also.ts";
import { hashAction, renderAction, renderGone } from "./render-issue.ts";
import type { Decided } from "./decided.ts";
import { decide } from "./state.ts";
import { carriedOverIn } from "./carried-over.ts";
import { isSameSet, mergeThreeWay } from "./three-way.ts";
import { withoutTornWords } from "./torn.ts";
import { type Wanted, wantedOf } from "./wanted.ts";

/** Of the targets that an action is about. */
const MAX_ABOUT = 10;

/** The step that brings an action's issue to how it should be. */
export function issueStep(
  record: IssueRecord,
  title: string | null,
  repository: RepositoryName,
  state: KnownRepository,
  planning: Planning,
): IssueStep {
  const also = carriedOverIn(record, planning);
  const decided = decide(record, also, planning);
  const wanted = record.home === null ? null : wantedOf(record.home, state, planning);
  const shown = decided.isTakenBack === true ? NEUTRAL_TITLE : title;
  const draft = draftIssue(record, shown, wanted, also, decided, state, planning);
  const { existing } = record;
  const action =
    decided.action === "update" && existing !== null && !draft.isChanged ? "keep" : decided.action;
  return {
    kind: "issue",
    key: record.key,
    action,
    reason: reasonOf(action, decided, draft),
    origin: originOf(record),
    repository,
    number: existing?.gone ? null : (existing?.number ?? null),
    url: existing?.gone ? null : (existing?.url ?? null),
    ...(isChange({ action }) ? draft.fields : unchanged(existing, draft)),
    ...knownOf(record, isChange({ action }) ? draft.fields.assignees : []),
    ...(action === "create" ? typeOf(record, planning) : {}),
    stateReason: action === "close" ? decided.stateReason : null,
    ...saysOf(record),
    before: existing === null || existing.gone ? null : hashOwnPart(existing.body),
  };
}

/** People may give it another one afterwards, and nobody knows who gave it. */
function typeOf({ homePath }: IssueRecord, { input }: Planning): Pick<IssueStep, "type"> {
  const { type } = configFor(input.config, homePath).actions;
  return type === null ? {} : { type };
}

function saysOf({ home }: IssueRecord): Pick<IssueStep, "says"> {
  return home === null ? {} : { says: { owners: home.action.owners, due: home.action.due } };
}

/** How the logins of those that it is assigned to are known. */
function knownOf({ home }: IssueRecord, assignees: readonly string[]): Pick<IssueStep, "known"> {
  const all = home === null ? [] : [home.action, ...home.again].flatMap(({ known }) => known);
  const known = assignees.flatMap((login) => all.find((one) => isSameName(one.login, login)) ?? []);
  return known.length === 0 ? {} : { known };
}

interface Draft {
  readonly fields: Pick<IssueStep, "title" | "body" | "labels" | "assignees" | "milestone">;
  readonly isChanged: boolean;
  /** What changed. */
  readonly reason: Message;
  /** Words of Minutebook stay, because they can't be distinguished from people's. */
  readonly isLeft: boolean;
}

function draftIssue(
  record: IssueRecord,
  title: string | null,
  wanted: Wanted | null,
  also: readonly CarriedOver[],
  decided: Decided,
  state: KnownRepository,
  planning: Planning,
): Draft {
  const { existing, marker } = record;
  const main = mainOf(record, wanted, decided, state, planning);
  const lists = listsOf(record, wanted);
  const kept = keptTitle(existing, marker, title);
  const isContentChanged =
    marker === null ||
    marker.hash !== main.hash ||
    factsOf(marker.also) !== factsOf(also) ||
    marker.path !== record.homePath ||
    marker.gone !== decided.gone;
  const isListChanged =
    existing === null ||
    !isSameSet(existing.labels, lists.labels) ||
    !isSameSet(existing.assignees, lists.assignees) ||
    existing.milestone?.title !== lists.milestone?.title;
  const next: IssueMarker = {
    ...markerOf(record, wanted, planning),
    ...(decided.isTakenBack === true ? { text: "", owners: [], topic: [], about: [], date: null } : {}),
    hash: main.hash,
    also: [...also],
    gone: decided.gone,
    done: decided.done,
    titleHash: title !== null && kept === title ? hashText(title) : (marker?.titleHash ?? hashText(kept)),
  };
  const region = renderRegion({ marker: next, main: main.text }, renderAlso(also.map(({ note }) => note)));
  // What is gone from the minutes and not taken back stays readable.
  const isKept = decided.gone && decided.isTakenBack !== true;
  const { body, isLeft } = isKept
    ? { body: existing?.body ?? "", isLeft: false }
    : withoutTornWords(record, state, planning);
  // Nothing is known here of its own minutes but what the issue has.
  const isLeftAsIs = isLeft && wanted === null && record.moved === undefined && !decided.gone;
  return {
    fields: {
      title: kept,
      body: isLeftAsIs && findRegion(body) === null ? replaceMarker(body, next) : replaceRegion(body, region),
      ...lists,
    },
    isLeft: isLeft && !isLeftAsIs,
    isChanged: isContentChanged || isListChanged,
    reason: isContentChanged ? stepReason("minutes-changed") : issueReason("fields-changed"),
  };
}

/** What minutes say, without its Markdown, which links a commit. */
function factsOf(entries: readonly CarriedOver[]): string {
  return JSON.stringify(entries.map(({ note: _, ...rest }) => rest));
}

/** A title that a person changed stays; one that Minutebook set follows the minutes, once their content changed. */
function keptTitle(
  existing: ActionIssueState | null,
  marker: IssueMarker | null,
  title: string | null,
): string {
  if (existing === null || marker === null) return title ?? "";
  const isOurs = hashText(existing.title) === marker.titleHash;
  return isOurs ? (title ?? existing.title) : existing.title;
}

function mainOf(
  record: IssueRecord,
  wanted: Wanted | null,
  decided: Decided,
  state: KnownRepository,
  planning: Planning,
): { text: string; hash: string } {
  const { home, existing, marker } = record;
  const { base } = planning;
  const { config, repository: minutes } = planning.input;
  const template = configFor(config, record.homePath).actions.template ?? DEFAULT_TEMPLATES.issue;
  if (home !== null && wanted !== null) {
    const safe = safeTemplate(template, state, { base, minutes });
    return {
      text: renderAction(home, wanted, state, base, safe),
      hash: hashAction(home, wanted, state, base, template),
    };
  }
  if (record.moved !== undefined) return { text: record.moved.note, hash: hashText(record.moved.note) };
  const old = findRegion(existing?.body ?? "")?.main ?? "";
  // Its own minutes are not planned: the issue still has what they said.
  if (!decided.gone || marker?.gone === true) return { text: old, hash: marker?.hash ?? hashText(old) };
  if (decided.isTakenBack === true) return { text: NEUTRAL_TEXT, hash: hashText(NEUTRAL_TEXT) };
  const gone = `${renderGone(decided.goneBy ?? "edit", planning.base)}\n\n${old}`;
  return { text: gone, hash: hashText(gone) };
}

function listsOf(
  record: IssueRecord,
  wanted: Wanted | null,
): Pick<IssueStep, "labels" | "assignees" | "milestone"> {
  const { existing, marker } = record;
  const current = existing ?? { labels: [], assignees: [], milestone: null };
  if (wanted === null)
    return { labels: current.labels, assignees: current.assignees, milestone: current.milestone };
  const milestone =
    wanted.milestone === null ? null : { number: wanted.milestone.number, title: wanted.milestone.title };
  const isOurMilestone =
    current.milestone === null
      ? marker?.milestone !== milestone?.title
      : current.milestone.title === marker?.milestone;
  return {
    labels: mergeThreeWay(current.labels, marker?.labels ?? [], wanted.labels),
    assignees: mergeThreeWay(current.assignees, marker?.assignees ?? [], wanted.assignees),
    milestone: marker === null || isOurMilestone ? milestone : current.milestone,
  };
}

type WrittenMarker = Omit<IssueMarker, "hash" | "also" | "gone" | "done" | "titleHash">;

function markerOf(record: IssueRecord, wanted: Wanted | null, planning: Planning): WrittenMarker {
  const { home, marker, key } = record;
  const { input } = planning;
  const own = {
    v: 1,
    kind: "issue",
    key,
    repository: input.repository.name,
    repositoryId: input.repository.id ?? null,
    path: record.homePath,
    commit: input.commit,
  } as const;
  const set = {
    labels: [...(wanted?.labels ?? marker?.labels ?? [])],
    assignees: [...(wanted?.assignees ?? marker?.assignees ?? [])],
    milestone: wanted === null ? (marker?.milestone ?? null) : (wanted.milestone?.title ?? null),
  };
  if (home === null) {
    const { text = "", owners = [], date = null } = record.moved ?? marker ?? {};
    const { topic = [], about } = record.moved === undefined ? (marker ?? {}) : {};
    const place = { topic: [...topic], ...(about === undefined ? {} : { about }) };
    return { ...own, ...set, text, owners: [...owners], ...place, date };
  }
  const { owners, topic, about } = home.action;
  return {
    ...own,
    ...set,
    text: markedText(home.action),
    owners: [...owners],
    topic: [...topic],
    ...(about.references.length === 0
      ? {}
      : { about: about.references.slice(0, MAX_ABOUT).map(fingerprintOf) }),
    date: home.file.meeting.date,
  };
}

function unchanged(existing: ActionIssueState | null, draft: Draft): Draft["fields"] {
  if (existing === null) return { ...draft.fields, body: null };
  const { title, labels, assignees, milestone } = existing;
  return { title, body: existing.body, labels, assignees, milestone };
}

function originOf(record: IssueRecord): Origin {
  const fileAction = record.home ?? record.others[0];
  return { path: fileAction?.file.path ?? record.homePath, line: fileAction?.action.line ?? null };
}

function reasonOf(action: StepAction, decided: Decided, draft: Draft): Message {
  if (decided.isKeptOpen === true && !(draft.isLeft && isChange({ action }))) return decided.reason;
  if (action === "keep" && decided.action === "update") return stepReason("unchanged");
  if (draft.isLeft && isChange({ action })) return issueReason("section-torn");
  return action === "update" && !decided.gone ? draft.reason : decided.reason;
}
