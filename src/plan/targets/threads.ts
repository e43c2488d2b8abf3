import type { Meeting, RepositoryName } from "../../minutes/meeting.ts";
import type { Planning } from "../planning.ts";
import type { KnownRepository, KnownThread } from "../snapshot.ts";

/** The issue that a mention leads to, wherever it is now; or why nothing can be posted there, as a sentence. */
export type FoundThread =
  | { readonly thread: KnownThread; readonly state: KnownRepository; readonly refusal: string | null }
  | { readonly thread: null; readonly state: null; readonly refusal: string };

/** A meeting's day and an issue's instant are told in different zones. */
const GRACE_MS = 36 * 60 * 60 * 1000;

export function findThread(repository: RepositoryName, number: number, planning: Planning): FoundThread {
  const consent = planning.consentOf(repository);
  if (!consent.allowed) return none(consent.reason);
  const thread = consent.state.threads[String(number)];
  if (thread === undefined) return none("GitHub was not asked about it");
  if (!thread.known) {
    const words = thread.message === "" ? "" : ` (${thread.message})`;
    return thread.reason === "not-found"
      ? none(`there is no issue, pull request or discussion of this number${words}`)
      : none(`GitHub did not answer for it${words}; the next push tries again`);
  }
  if (thread.repository.toLowerCase() === consent.state.name.toLowerCase()) {
    return { thread, state: consent.state, refusal: lockedRefusal(thread) };
  }
  const moved = planning.consentOf(thread.repository);
  if (!moved.allowed) return none("it was transferred to a repository that is not open to these minutes");
  return { thread, state: moved.state, refusal: lockedRefusal(thread) };
}

function lockedRefusal(thread: KnownThread): string | null {
  return thread.locked ? "it is locked" : null;
}

/** A number that did not exist when the meeting was held is of something else. null: it existed. */
export function newerRefusal(thread: KnownThread, meeting: Meeting): string | null {
  const created = Date.parse(thread.createdAt);
  if (meeting.date === null || Number.isNaN(created)) return null;
  const dayEnd = Date.parse(`${meeting.date}T23:59:59Z`) + GRACE_MS;
  return created > dayEnd
    ? `it was opened on ${thread.createdAt.slice(0, 10)}, after the meeting of ${meeting.date}, so the minutes mean something else`
    : null;
}

function none(refusal: string): FoundThread {
  return { thread: null, state: null, refusal };
}
