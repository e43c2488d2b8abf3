import { isSameName } from "../../config/names.ts";
import type { Meeting, Reference, RepositoryName } from "../../minutes/meeting.ts";
import { contentOf, gatherMeeting } from "../comments/gather.ts";
import { type FoundComment, findOwnComments } from "../comments/own-comments.ts";
import { placeOf, renderingOf, targetOf, unknownTarget } from "../comments/plan-comment.ts";
import { hashComment } from "../comments/render-comment.ts";
import { commentKey } from "../keys.ts";
import { renderMarker } from "../marker.ts";
import type { CommentStep } from "../plan.ts";
import { isRead, isRemoved, type Planning } from "../planning.ts";
import type { MinutesChange } from "../input.ts";
import { parseTarget } from "../snapshot-request.ts";
import type { KnownRepository, KnownThread } from "../snapshot.ts";
import { findPlace, isLookedAfter, laterReason, mayPost } from "./places.ts";

/** What stands where people answered what was taken back. */
const NEUTRAL = "*What stood here was taken back.*";

/** Plans to take back a file's comments where none may be posted any more, once their words are gone from the minutes. */
export function withdrawComments(file: MinutesChange, planning: Planning): readonly CommentStep[] {
  if (file.problem !== null) return [];
  const { name } = planning.input.repository;
  const seen = new Set<string>();
  return (file.posted?.targets ?? []).flatMap(parseTarget).flatMap(({ repository, number }) => {
    if (mayPost("comment", repository, file, planning)) return [];
    const place = findPlace("comment", repository, planning);
    if (place === null) return [];
    const base = { kind: "comment", origin: { path: file.path, line: null }, body: null } as const;
    const nowhere = { target: unknownTarget(repository, number), commentId: null, commentUrl: null };
    if (place.state === null) {
      const key = commentKey(name, file.path, `${repository}#${number}`);
      return isRemoved(file) ? [{ ...base, ...nowhere, key, ...later(place.refusal) }] : [];
    }
    const thread = place.state.threads[String(number)];
    if (!thread?.known || isLookedAfter("comment", thread.repository, planning)) return [];
    const target = `${thread.repository}#${thread.number}`;
    if (seen.has(target.toLowerCase())) return [];
    seen.add(target.toLowerCase());
    const key = commentKey(name, file.path, target);
    const isPending = file.posted?.pending.includes(key) === true;
    if (!isPending && isUnchanged(file, { repository, number, state: place.state, thread }, planning))
      return [];
    if (isKept(file, planning)) return [];
    return findOwnComments(thread, file, planning).flatMap((own, index): CommentStep[] => {
      const step = place.refusal === null ? takeBack(own) : later(place.refusal);
      return step === null
        ? []
        : [
            {
              ...base,
              key: index === 0 ? key : `${key}#duplicate-${own.comment.id}`,
              target: { ...targetOf(thread, place.state), repository: thread.repository, title: null },
              ...placeOf(own),
              ...step,
            },
          ];
    });
  });
}

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
    hashComment(contentOf(gatherMeeting(meeting, []), spot, references), renderingOf(planning));
  return hashOf(file.meeting, now) === hashOf(file.previous, referencesTo(file.previous, spot));
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
  return isRemoved(file) && input.config.comments.unreferenced === "keep";
}

type Fate = Pick<CommentStep, "action" | "reason" | "body" | "remember">;

function later(refusal: string): Fate {
  return { action: "skip", reason: laterReason(refusal), body: null, remember: "removing" };
}

/** null: it is taken back already. */
function takeBack({ comment, marker }: FoundComment): Fate | null {
  if (comment.reactions === 0 && !comment.answered) {
    const reason = "The minutes no longer say it, and nothing may be posted here any more.";
    return { action: "delete", reason, body: null };
  }
  if (comment.body.startsWith(NEUTRAL)) return null;
  const body = `${NEUTRAL}\n\n${renderMarker({ ...marker, hash: "", date: null, gone: true })}`;
  const reason = "The minutes no longer say it; people answered, so the comment stays without its words.";
  return { action: "update", reason, body };
}
