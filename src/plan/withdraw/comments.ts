import { configFor } from "../../config/series.ts";
import type { Message } from "../../messages/message.ts";
import { stepReason } from "../../messages/reasons/step-reasons.ts";
import { withdrawalReason } from "../../messages/reasons/withdrawal-reasons.ts";
import { isSameName } from "../../minutes/repository-name.ts";
import type { Meeting, Reference, RepositoryName } from "../../minutes/meeting.ts";
import { contentOf, gatherMeeting } from "../comments/gather.ts";
import { type FoundComment, findOwnComments, followPath } from "../comments/own-comments.ts";
import { placeOf, renderingOf, targetOf, unknownTarget } from "../comments/plan-comment.ts";
import type { SaidBefore } from "../comments/news.ts";
import { withoutFile, withoutWords } from "../comments/sections.ts";
import { hashComment } from "../comments/render-comment.ts";
import { NEUTRAL_TEXT } from "../issues/neutral.ts";
import { commentKey } from "../keys.ts";
import { renderMarker } from "../marker.ts";
import type { CommentStep } from "../plan.ts";
import { isMovedUnread, isRead, isRemoved, type Planning } from "../planning.ts";
import type { MinutesChange } from "../input.ts";
import { parseTarget } from "../snapshot-request.ts";
import type { KnownRepository, KnownThread } from "../snapshot.ts";
import { findPlace, isLookedAfter, mayFollow, mayPost } from "./places.ts";

/**
 * Plans to take back a file's comments where none may be posted any more, once their words are gone from the minutes.
 */
export function withdrawComments(file: MinutesChange, planning: Planning): readonly CommentStep[] {
  if (file.problem !== null && !isMovedUnread(file)) return [];
  const { name } = planning.input.repository;
  const seen = new Set<string>();
  return (file.posted?.targets ?? []).flatMap(parseTarget).flatMap(({ repository, number }) => {
    if (mayPost("comment", repository, file, planning)) return [];
    const place = findPlace("comment", repository, file.path, planning);
    if (place === null) return [];
    const base = { kind: "comment", origin: { path: file.path, line: null }, body: null } as const;
    const nowhere = { target: unknownTarget(repository, number), commentId: null, commentUrl: null };
    if (place.state === null) {
      const key = commentKey(name, file.path, `${repository}#${number}`);
      return isRemoved(file) ? [{ ...base, ...nowhere, key, ...later(place.refusal) }] : [];
    }
    const thread = place.state.threads[String(number)];
    if (!thread?.known || isLookedAfter("comment", thread.repository, file.path, planning)) return [];
    const target = `${thread.repository}#${thread.number}`;
    if (seen.has(target.toLowerCase())) return [];
    seen.add(target.toLowerCase());
    const key = commentKey(name, file.path, target);
    const isPending = file.posted?.pending.includes(key) === true;
    const spot = { repository, number, state: place.state, thread };
    const isLeft = isMovedUnread(file) || (!isPending && isUnchanged(file, spot, planning));
    if (!isLeft && isKept(file, planning)) return [];
    return findOwnComments(thread, file, planning).flatMap((own, index): readonly CommentStep[] => {
      const step = {
        ...base,
        key: index === 0 ? key : `${key}#duplicate-${own.comment.id}`,
        target: { ...targetOf(thread, place.state), repository: thread.repository, title: null },
        ...placeOf(own),
      };
      if (isLeft) return mayFollow(place, planning) ? following(step, own, file, planning) : [];
      const path = mayFollow(place, planning) ? file.path : own.marker.path;
      const fate = place.refusal === null ? takeBack(own, path, planning) : later(place.refusal);
      if (fate === null) return [];
      const isPart =
        fate.action === "update" && withoutFile(own.comment.body, [own.path], planning.base) !== null;
      return [{ ...step, ...fate, ...(isPart ? { leaves: [step.key] } : {}) }];
    });
  });
}

/** Nothing, or that it follows the minutes to another path. */
function following(
  step: Omit<CommentStep, "action" | "reason">,
  own: FoundComment,
  file: MinutesChange,
  planning: Planning,
): readonly CommentStep[] {
  const followed = followPath(
    { ...step, action: "keep", reason: stepReason("unchanged") },
    own,
    file,
    planning,
  );
  return followed.action === "keep" ? [] : [followed];
}

const NOTHING_SAID: SaidBefore = { sentences: new Set(), decisions: [] };

interface Spot {
  readonly repository: RepositoryName;
  readonly number: number;
  readonly state: KnownRepository;
  readonly thread: KnownThread;
}

/** Whether the minutes say the same about an issue as before: then its comment is left as it is. */
function isUnchanged(file: MinutesChange, spot: Spot, planning: Planning): boolean {
  if (!isRead(file)) return false;
  const now = referencesTo(file.meeting, spot);
  if (now.length === 0) return false;
  if (file.previous === null) return true;
  const hashOf = (meeting: Meeting, references: readonly Reference[]): string =>
    hashComment(
      contentOf(gatherMeeting(meeting, []), spot, references, NOTHING_SAID),
      renderingOf(planning, meeting.path),
    );
  const previous = { ...file.previous, path: file.meeting.path };
  return hashOf(file.meeting, now) === hashOf(previous, referencesTo(previous, spot));
}

function referencesTo({ references }: Meeting, { repository, number, state }: Spot): readonly Reference[] {
  return references.filter(
    (reference) =>
      reference.number === number &&
      (isSameName(reference.repository, repository) || isSameName(reference.repository, state.name)),
  );
}

/** The team's own word on what becomes of comments that the minutes no longer call for. */
function isKept(file: MinutesChange, { input }: Planning): boolean {
  return isRemoved(file) && configFor(input.config, file.path).comments.unreferenced === "keep";
}

type Fate = Pick<CommentStep, "action" | "reason" | "body" | "remember" | "leaves">;

function later(refusal: Message): Fate {
  return { action: "skip", reason: refusal, body: null, remember: "removing" };
}

/**
 * @param path - Under which it is recognized.
 * @returns null: it is taken back already
 */
function takeBack(
  { comment, marker, path: own }: FoundComment,
  path: string,
  { base }: Planning,
): Fate | null {
  const left = withoutFile(comment.body, [own], base);
  if (left !== null)
    return {
      action: "update",
      reason: withdrawalReason("withdrawn"),
      body: left,
    };
  if (comment.reactions === 0 && !comment.answered) {
    return { action: "delete", reason: withdrawalReason("withdrawn"), body: null };
  }
  // Only what was taken back has no hash.
  if (marker.gone && marker.hash === "") return null;
  const body = `${NEUTRAL_TEXT}\n\n${renderMarker({ ...withoutWords(marker), path, hash: "", date: null, gone: true })}`;
  return { action: "update", reason: withdrawalReason("withdrawn-answered"), body };
}
