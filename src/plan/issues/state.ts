import type { Config } from "../../config/config.ts";
import { configFor } from "../../config/series.ts";
import type { Message } from "../../messages/message.ts";
import { issueReason } from "../../messages/reasons/issue-reasons.ts";
import { stepReason } from "../../messages/reasons/step-reasons.ts";
import type { CarriedOver } from "../marker.ts";
import { isRemoved, keepsMorePrivate, pathsOf, type Planning } from "../planning.ts";
import type { ActionIssueState } from "../snapshot.ts";
import { longDate } from "../text/dates.ts";
import { listLines, listSome } from "../text/list-some.ts";
import type { Decided, GoneBy } from "./decided.ts";
import { withoutClosing } from "./not-closed.ts";
import type { IssueRecord } from "./records.ts";

const NOT_DONE = { reason: issueReason("dropped"), stateReason: "not_planned" } as const;
const COMPLETED = { reason: issueReason("done"), stateReason: "completed" } as const;

/** Done in the minutes, gone from them, or back in them; and what people did meanwhile. */
export function decide(record: IssueRecord, also: readonly CarriedOver[], planning: Planning): Decided {
  return withoutClosing(decideAny(record, also, planning), closeOf(record, planning));
}

/** What closes an issue, by the series of its minutes. */
function closeOf({ homePath }: IssueRecord, { input }: Planning): Config["actions"]["close"] {
  return configFor(input.config, homePath).actions.close;
}

function decideAny(record: IssueRecord, also: readonly CarriedOver[], planning: Planning): Decided {
  const done = isDone(record, also);
  const dropped = isDropped(record);
  const special = decideSpecial(record, done, planning);
  if (special !== null) return special;
  const goneBy = findGone(record, also, planning);
  const { existing } = record;
  const plain = { stateReason: null, done, gone: false } as const;
  if (existing === null) {
    return done
      ? { ...plain, action: "skip", reason: issueReason(dropped ? "already-dropped" : "already-done") }
      : { ...plain, action: "create", reason: newReason(record) };
  }
  if (goneBy !== null) return decideGone(existing, goneBy, record, planning);
  if (existing.state === "open" && done && record.marker?.done === true) {
    return { ...plain, action: "keep", reason: issueReason("reopened-by-someone") };
  }
  if (existing.state === "open") {
    return done
      ? { ...plain, action: "close", ...(dropped ? NOT_DONE : COMPLETED) }
      : { ...plain, action: "update", reason: stepReason("minutes-changed") };
  }
  if (done) return { ...plain, action: "keep", reason: issueReason("done-and-closed") };
  return isClosedByUs(existing, record)
    ? { ...plain, action: "reopen", reason: issueReason("open-again") }
    : { ...plain, ...decideClosed(record, planning) };
}

/**
 * Whoever closed an issue has the last word on what minutes said until then. A meeting on a later day that lists it as
 * open may mean another time, or only repeat a line: a person decides, on the check run.
 */
function decideClosed(record: IssueRecord, { input }: Planning): Pick<Decided, "action" | "reason"> {
  const closed = record.existing?.closedAt?.slice(0, 10);
  const days = [record.home, ...record.others].map((one) =>
    one?.done === false ? one.file.meeting.date : null,
  );
  const latest = days
    .filter((day) => day !== null)
    .toSorted()
    .at(-1);
  if (closed === undefined || latest === undefined || latest <= closed)
    return { action: "keep", reason: issueReason("closed-by-someone") };
  const meeting = longDate(latest);
  return input.offered === true
    ? { action: "reopen", reason: issueReason("open-since-closed", { meeting }) }
    : { action: "keep", reason: issueReason("closed-before-meeting", { closed: longDate(closed), meeting }) };
}

/** An issue that was opened twice, and one that a person made their own. */
function decideSpecial(record: IssueRecord, done: boolean, planning: Planning): Decided | null {
  const { existing, marker, doubleOf } = record;
  if (existing === null) return null;
  if (existing.gone) {
    const reason = issueReason(existing.gone === "deleted" ? "issue-deleted" : "issue-transferred");
    return { action: "skip", reason, stateReason: null, done, gone: false };
  }
  if (marker === null) {
    return { action: "keep", reason: issueReason("section-removed"), stateReason: null, done, gone: false };
  }
  if (doubleOf === null) return null;
  const reason = issueReason("duplicate-issue", { number: doubleOf });
  const isClosing = closeOf(record, planning) === "always";
  const isLeft = existing.state === "closed" || existing.activity > 0 || !isClosing;
  return isLeft
    ? { action: "keep", reason, stateReason: null, done, gone: false }
    : { action: "close", reason, stateReason: "not_planned", done, gone: false };
}

function decideGone(
  existing: ActionIssueState,
  goneBy: GoneBy,
  record: IssueRecord,
  planning: Planning,
): Decided {
  const { input } = planning;
  const isTakenBack = record.marker?.gone === false && maybePrivate(record, planning);
  const gone = {
    done: record.marker?.done ?? false,
    gone: true,
    goneBy,
    stateReason: null,
    isTakenBack,
  } as const;
  if (existing.state === "closed")
    return { ...gone, action: isTakenBack ? "update" : "keep", reason: issueReason("removed-and-closed") };
  if (configFor(input.config, record.homePath).comments.unreferenced === "keep" && goneBy === "file")
    return { ...gone, gone: false, action: "keep", reason: issueReason("issue-kept") };
  const close = closeOf(record, planning);
  if (record.marker?.gone === true) {
    const reason =
      close === "always" ? issueReason("removed-kept-open") : issueReason("removed-not-closed", { close });
    return { ...gone, action: "keep", reason };
  }
  if (existing.activity > 0) return { ...gone, action: "update", reason: issueReason("removed-in-progress") };
  const reason = goneBy === "file" ? stepReason("minutes-deleted") : issueReason("action-removed");
  return { ...gone, action: "close", reason, stateReason: "not_planned" };
}

function maybePrivate({ homePath }: IssueRecord, { files }: Planning): boolean {
  return files.some((file) => pathsOf(file).includes(homePath) && keepsMorePrivate(file));
}

/** The latest minutes count; of those of one day, the ones that say done. */
function isDone(record: IssueRecord, also: readonly CarriedOver[]): boolean {
  const { home, moved, marker } = record;
  const known = moved ?? marker;
  const own = {
    date: home?.file.meeting.date ?? known?.date ?? null,
    done: home?.done ?? known?.done ?? false,
  };
  const latest = [own, ...also].toSorted(
    (one, other) => (other.date ?? "").localeCompare(one.date ?? "") || Number(other.done) - Number(one.done),
  );
  return latest[0]?.done ?? false;
}

/** Whether those who say that it is over say that nobody did it. */
function isDropped({ home, others }: IssueRecord): boolean {
  const over = [home, ...others].filter((fileAction) => fileAction?.done === true);
  return over.length > 0 && over.every((fileAction) => fileAction?.dropped === true);
}

/** How an action went; null where some minutes still have it, or where its own are not looked at. */
function findGone(record: IssueRecord, also: readonly CarriedOver[], planning: Planning): GoneBy | null {
  if (record.home !== null || also.length > 0) return null;
  const file = planning.files.find((candidate) => pathsOf(candidate).includes(record.homePath));
  if (file === undefined || file.problem !== null) return null;
  return isRemoved(file) ? "file" : "edit";
}

/** Where GitHub does not say who closed it, our marker knows whether we did. */
function isClosedByUs(existing: ActionIssueState, { marker }: IssueRecord): boolean {
  return (
    existing.closedBy === "us" ||
    (existing.closedBy === null && (marker?.done === true || marker?.gone === true))
  );
}

function newReason({ home, others }: IssueRecord): Message {
  const again = home?.again.map(({ line }) => line) ?? [];
  const lines = listLines(again);
  const paths = listSome(others.map(({ file }) => file.path));
  if (again.length > 0 && others.length > 0)
    return issueReason("new-action-repeated-and-carried-over", { lines, paths });
  if (again.length > 0) return issueReason("new-action-repeated", { lines });
  return others.length > 0 ? issueReason("new-action-carried-over", { paths }) : issueReason("new-action");
}
