import type { Message } from "../../messages/message.ts";
import { commentReason } from "../../messages/reasons/comment-reasons.ts";
import type { Meeting, RepositoryName } from "../../minutes/meeting.ts";
import type { Planning } from "../planning.ts";
import type { KnownRepository, KnownThread } from "../snapshot.ts";

/** The issue that a mention leads to, wherever it is now; or why nothing can be posted there. */
export type FoundThread =
  | { readonly thread: KnownThread; readonly state: KnownRepository; readonly refusal: Message | null }
  | { readonly thread: null; readonly state: null; readonly refusal: Message };

/** A meeting's day and an issue's instant are given in different zones. */
const GRACE_MS = 36 * 60 * 60 * 1000;

export function findThread(repository: RepositoryName, number: number, planning: Planning): FoundThread {
  const consent = planning.consentOf(repository);
  if (!consent.allowed) return none(consent.reason);
  const thread = consent.state.threads[String(number)];
  if (thread === undefined) return none(commentReason("thread-not-asked"));
  if (!thread.known) {
    const isMissing = thread.reason === "not-found";
    return none(commentReason(isMissing ? "thread-not-found" : "thread-no-answer"));
  }
  if (thread.repository.toLowerCase() === consent.state.name.toLowerCase()) {
    return { thread, state: consent.state, refusal: lockedRefusal(thread) };
  }
  const moved = planning.consentOf(thread.repository);
  if (!moved.allowed) return none(commentReason("thread-transferred"));
  return { thread, state: moved.state, refusal: lockedRefusal(thread) };
}

function lockedRefusal(thread: KnownThread): Message | null {
  return thread.locked ? commentReason("thread-locked") : null;
}

/** A number that did not exist when the meeting was held is of something else. null: it existed. */
export function newerRefusal(thread: KnownThread, meeting: Meeting): Message | null {
  const created = Date.parse(thread.createdAt);
  if (meeting.date === null || Number.isNaN(created)) return null;
  const dayEnd = Date.parse(`${meeting.date}T23:59:59Z`) + GRACE_MS;
  return created > dayEnd
    ? commentReason("opened-after-meeting", { opened: thread.createdAt.slice(0, 10), meeting: meeting.date })
    : null;
}

function none(refusal: Message): FoundThread {
  return { thread: null, state: null, refusal };
}
