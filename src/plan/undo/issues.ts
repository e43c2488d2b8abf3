import type { Message } from "../../messages/message.ts";
import { undoReason } from "../../messages/reasons/undo-reasons.ts";
import { isSameName } from "../../minutes/repository-name.ts";
import { hashText } from "../hash.ts";
import { findRegion, hashOwnPart, isTorn, ownPart, renderRegion, replaceRegion } from "../issues/region.ts";
import { renderAlso } from "../issues/render-also.ts";
import { findMarker, type IssueMarker } from "../marker.ts";
import type { IssueStep } from "../plan.ts";
import { isOwnMarker, type Planning } from "../planning.ts";
import type { ActionIssueState, KnownRepository } from "../snapshot.ts";
import { knownRepositories } from "./places.ts";
import { isInScope, type UndoScope } from "./scope.ts";

/** The first line of an issue that was taken back. */
const NOTE = "*Taken back: Minutebook no longer updates this issue. To keep it, reopen it.*";

/** Plans to close the issues of actions as not planned. What people worked on stays. */
export function undoIssues(planning: Planning, scope: UndoScope): readonly IssueStep[] {
  return knownRepositories(planning).flatMap((state) => {
    const seen = new Set<string>();
    return state.actionIssues.flatMap((existing) => {
      const marker = findMarker(existing.body);
      if (existing.gone || marker?.kind !== "issue") return [];
      if (!isOwnMarker(marker, planning.input.repository) || !isInScope(scope, marker)) return [];
      if (marker.undone === true && existing.state === "closed") return [];
      const key = seen.has(marker.key) ? `${marker.key}#again-${existing.number}` : marker.key;
      seen.add(marker.key);
      return [undoIssue({ existing, marker, key }, state, scope)];
    });
  });
}

interface Found {
  readonly existing: ActionIssueState;
  readonly marker: IssueMarker;
  readonly key: string;
}

function undoIssue({ existing, marker, key }: Found, state: KnownRepository, scope: UndoScope): IssueStep {
  const { title, body, number, url, labels, assignees, milestone } = existing;
  const step = {
    kind: "issue",
    key,
    origin: { path: marker.path, line: null },
    repository: state.name,
    number,
    url,
    title,
    labels,
    assignees,
    milestone,
    before: hashOwnPart(body),
  } as const;
  const refusal = refusalOf(existing, marker, state, scope);
  if (refusal !== null) return { ...step, action: "skip", reason: refusal, body, stateReason: null };
  return {
    ...step,
    action: "close",
    reason: undoReason("taken-back"),
    body: takenBack(body, marker),
    stateReason: "not_planned",
  };
}

function refusalOf(
  existing: ActionIssueState,
  marker: IssueMarker,
  state: KnownRepository,
  scope: UndoScope,
): Message | null {
  if (existing.state === "closed") return undoReason("undo-closed");
  if (state.archived) return undoReason("undo-archived", { repository: state.name });
  if (marker.also.some(({ path, date }) => !isInScope({ ...scope, commit: null }, { path, date })))
    return undoReason("undo-carried-over");
  if (existing.activity > 0) return undoReason("undo-in-progress");
  return isEdited(existing, marker) ? undoReason("undo-edited") : null;
}

/** Whether people wrote in it, gave it another title, or added what we did not set. */
function isEdited({ title, body, ...existing }: ActionIssueState, marker: IssueMarker): boolean {
  const isMore = (now: readonly string[], ours: readonly string[]): boolean =>
    now.some((name) => !ours.some((own) => isSameName(own, name)));
  return (
    isTorn(body) ||
    body.replace(ownPart(body), "").trim() !== "" ||
    hashText(title) !== marker.titleHash ||
    isMore(existing.labels, marker.labels) ||
    isMore(existing.assignees, marker.assignees) ||
    (existing.milestone !== null && existing.milestone.title !== marker.milestone)
  );
}

function takenBack(body: string, marker: IssueMarker): string {
  const main = findRegion(body)?.main ?? "";
  // Reopened, it is written as its minutes say it, without this line.
  const next = { ...marker, hash: "", undone: true } as const;
  const text = main.startsWith(NOTE) ? main : `${NOTE}\n\n${main}`;
  return replaceRegion(
    body,
    renderRegion({ marker: next, main: text }, renderAlso(marker.also.map(({ note }) => note))),
  );
}
