import type { CarriedOver } from "../marker.ts";
import type { StepAction } from "../plan.ts";
import { isRemoved, keepsMorePrivate, pathsOf, type Planning } from "../planning.ts";
import type { ActionIssueState } from "../snapshot.ts";
import { listSome } from "../text/list-some.ts";
import type { IssueRecord } from "./records.ts";

/** What is to become of an action's issue, and why. */
export interface Decided {
  readonly action: StepAction;
  readonly reason: string;
  readonly stateReason: "completed" | "not_planned" | null;
  readonly done: boolean;
  /** The minutes no longer hold the action. */
  readonly gone: boolean;
  /** Nothing of what they said may be left. */
  readonly isTakenBack?: boolean;
}

const NOT_DONE = { reason: "It was dropped, say the minutes.", stateReason: "not_planned" } as const;
const COMPLETED = { reason: "It is done, say the minutes.", stateReason: "completed" } as const;

/** Done in the minutes, gone from them, or back in them; and what people did meanwhile. */
export function decide(record: IssueRecord, also: readonly CarriedOver[], planning: Planning): Decided {
  const done = isDone(record, also);
  const dropped = isDropped(record);
  const special = decideSpecial(record, done);
  if (special !== null) return special;
  const gone = goneReason(record, also, planning);
  const { existing } = record;
  const plain = { stateReason: null, done, gone: false } as const;
  if (existing === null) {
    return done
      ? { ...plain, action: "skip", reason: overReason(dropped) }
      : { ...plain, action: "create", reason: newReason(record) };
  }
  if (gone !== null) return decideGone(existing, gone, record, planning);
  if (existing.state === "open" && done && record.marker?.done === true) {
    return { ...plain, action: "keep", reason: "A person opened it again, and so it stays open." };
  }
  if (existing.state === "open") {
    return done
      ? { ...plain, action: "close", ...(dropped ? NOT_DONE : COMPLETED) }
      : { ...plain, action: "update", reason: "The minutes tell of it." };
  }
  if (done) return { ...plain, action: "keep", reason: "It is done and closed." };
  return isClosedByUs(existing, record)
    ? { ...plain, action: "reopen", reason: "The minutes tell of it again as not done." }
    : { ...plain, action: "keep", reason: "A person closed it, and so it stays closed." };
}

/** An issue that was opened twice, and one that a person made their own. */
function decideSpecial({ existing, marker, doubleOf }: IssueRecord, done: boolean): Decided | null {
  if (existing === null) return null;
  if (existing.gone) {
    const reason =
      existing.gone === "deleted"
        ? "A person deleted its issue, and so no other is opened."
        : "A person moved its issue to another repository, and so it is left alone.";
    return { action: "skip", reason, stateReason: null, done, gone: false };
  }
  if (marker === null) {
    const reason = "A person took our part out of it, and so it is left alone.";
    return { action: "keep", reason, stateReason: null, done, gone: false };
  }
  if (doubleOf === null) return null;
  if (existing.state === "closed" || existing.activity > 0) {
    return { action: "keep", reason: `It repeats #${doubleOf}.`, stateReason: null, done, gone: false };
  }
  return {
    action: "close",
    reason: `It repeats #${doubleOf}.`,
    stateReason: "not_planned",
    done,
    gone: false,
  };
}

function decideGone(
  existing: ActionIssueState,
  reason: string,
  record: IssueRecord,
  planning: Planning,
): Decided {
  const { input } = planning;
  const isTakenBack = record.marker?.gone === false && maybePrivate(record, planning);
  const gone = { done: record.marker?.done ?? false, gone: true, stateReason: null, isTakenBack } as const;
  if (existing.state === "closed")
    return { ...gone, action: isTakenBack ? "update" : "keep", reason: `${reason}; it is closed.` };
  if (input.config.comments.unreferenced === "keep" && reason.startsWith("The minutes were")) {
    return {
      ...gone,
      gone: false,
      action: "keep",
      reason: `${reason}; the configuration keeps what was posted.`,
    };
  }
  if (record.marker?.gone === true) {
    return { ...gone, action: "keep", reason: `${reason}; a person keeps it open.` };
  }
  if (existing.activity > 0) {
    return { ...gone, action: "update", reason: `${reason}; people worked on it, so it stays open.` };
  }
  return { ...gone, action: "close", reason: `${reason}.`, stateReason: "not_planned" };
}

function maybePrivate({ homePath }: IssueRecord, { files }: Planning): boolean {
  return files.some((file) => pathsOf(file).includes(homePath) && keepsMorePrivate(file));
}

/** The latest telling counts; of one day's tellings, the one that says done. */
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

const overReason = (dropped: boolean): string =>
  dropped ? "It was dropped already, say the minutes." : "It is done already, say the minutes.";

/** Whether those who say that it is over say that nobody did it. */
function isDropped({ home, others }: IssueRecord): boolean {
  const over = [home, ...others].filter((told) => told?.done === true);
  return over.length > 0 && over.every((told) => told?.dropped === true);
}

/** Why an action is gone; null where some minutes still tell of it, or where its own are not looked at. */
function goneReason(record: IssueRecord, also: readonly CarriedOver[], planning: Planning): string | null {
  if (record.home !== null || also.length > 0) return null;
  const file = planning.files.find((candidate) => pathsOf(candidate).includes(record.homePath));
  if (file === undefined || file.problem !== null) return null;
  return isRemoved(file) ? "The minutes were deleted" : "The minutes no longer hold this action";
}

/** Where GitHub does not say who closed it, our marker knows whether we did. */
function isClosedByUs(existing: ActionIssueState, { marker }: IssueRecord): boolean {
  return (
    existing.closedBy === "us" ||
    (existing.closedBy === null && (marker?.done === true || marker?.gone === true))
  );
}

function newReason({ home, others }: IssueRecord): string {
  const again = home?.again.map(({ line }) => line) ?? [];
  const twice = again.length === 0 ? "" : `, told again on line ${listSome(again)}`;
  const later =
    others.length === 0 ? "" : `, carried over in ${listSome(others.map(({ file }) => file.path))}`;
  return `A new action${twice}${later}.`;
}
