import type { Meeting } from "../../minutes/meeting.ts";
import type { MinutesChange, PostedFor } from "../input.ts";
import { similarInOtherMinutes } from "../issues/similarity.ts";

/**
 * Files that were removed here and came back there, where git saw no rename because much of them changed: the same
 * meeting by date and title, or by date and file name; where nobody knows what was removed, by what was posted for it.
 * Each pair becomes one file with a `previousPath`.
 */
export function pairMovedFiles(files: readonly MinutesChange[]): readonly MinutesChange[] {
  const removed = new Set(files.filter((file) => file.meeting === null && file.problem === null));
  const paired = files.map((file) => {
    const origins = [...removed].filter((origin) => isFrom(origin, file));
    const [origin, other] = origins;
    if (origin === undefined || other !== undefined) return file;
    removed.delete(origin);
    return {
      ...file,
      previousPath: origin.path,
      previous: origin.previous,
      knownTargets: [...(file.knownTargets ?? []), ...(origin.knownTargets ?? [])],
      ...addPosted(file.posted, origin.posted),
    };
  });
  return paired.filter((file) => file.meeting !== null || file.problem !== null || removed.has(file));
}

/** Whether a file is one that was removed elsewhere. */
function isFrom(origin: MinutesChange, file: MinutesChange): boolean {
  if (file.previous !== null || file.previousPath !== null) return false;
  if (file.meeting === null) return file.problem !== null && file.isNew === true && isNamedSo(origin, file);
  return origin.previous === null
    ? mayBeThose(origin, file, file.meeting)
    : isSameMeeting(origin.previous, file.meeting);
}

/**
 * Whether one that cannot be processed has the name of minutes that were removed, or their day in its own. What was
 * posted for them goes with it, and stays if they never were the same: once it can be processed, it is as that says.
 */
function isNamedSo({ path, previous, knownActions = [] }: MinutesChange, file: MinutesChange): boolean {
  if (fileName(path) === fileName(file.path)) return true;
  const digits = digitsOf(file.path);
  const days = [previous?.date, ...knownActions.map(({ date }) => date)].flatMap((date) => date ?? []);
  return days.some((day) => digits.includes(digitsOf(day)));
}

/** What was posted for either. */
function addPosted(one: PostedFor | undefined, other: PostedFor | undefined): Pick<MinutesChange, "posted"> {
  if (one === undefined || other === undefined) return {};
  const { targets, issues, milestones, pending } = other;
  return {
    posted: {
      targets: [...one.targets, ...targets],
      issues: [...one.issues, ...issues],
      milestones: [...one.milestones, ...milestones],
      pending: [...one.pending, ...pending],
    },
  };
}

/**
 * Whether these minutes, for which nothing was posted, may be those that were removed: they are of that day or have
 * that name, and hold at least half of what is known of them. Minutes of the next meeting often mention the same
 * things.
 */
function mayBeThose(origin: MinutesChange, file: MinutesChange, meeting: Meeting): boolean {
  const { knownTargets = [], knownActions = [] } = origin;
  const isNew = (file.knownTargets ?? []).length + (file.knownActions ?? []).length === 0;
  if (!isNew || !isOfThatDay(origin, meeting)) return false;
  const targets = new Set(meeting.references.map(({ target }) => target.toLowerCase()));
  const shared =
    knownTargets.filter((target) => targets.has(target.toLowerCase())).length +
    knownActions.filter(({ text }) =>
      meeting.actions.some((action) => similarInOtherMinutes(action, text) !== null),
    ).length;
  return shared > 0 && shared * 2 >= knownTargets.length + knownActions.length;
}

function isOfThatDay({ path, knownActions = [] }: MinutesChange, { date, path: present }: Meeting): boolean {
  if (fileName(path) === fileName(present)) return true;
  if (date === null) return false;
  return digitsOf(path).includes(digitsOf(date)) || knownActions.some((action) => action.date === date);
}

function isSameMeeting(one: Meeting, other: Meeting): boolean {
  if (one.date === null || one.date !== other.date) return false;
  return (one.title !== null && one.title === other.title) || fileName(one.path) === fileName(other.path);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
