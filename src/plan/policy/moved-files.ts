import type { Meeting } from "../../minutes/meeting.ts";
import type { MinutesChange } from "../input.ts";
import { similarInOtherMinutes } from "../issues/similarity.ts";

/**
 * Files that were removed here and came back there, where git saw no rename because much of them changed: the same
 * meeting by date and title, or by date and file name; where nobody knows what was removed, by what was posted for it.
 * Each pair becomes one file with a `previousPath`.
 */
export function pairMovedFiles(files: readonly MinutesChange[]): readonly MinutesChange[] {
  const removed = new Set(files.filter((file) => file.meeting === null && file.problem === null));
  const paired = files.map((file) => {
    if (file.meeting === null || file.previous !== null || file.previousPath !== null) return file;
    const { meeting } = file;
    const origins = [...removed].filter((origin) =>
      origin.previous === null ? mayBeThose(origin, file, meeting) : isSameMeeting(origin.previous, meeting),
    );
    const [origin, other] = origins;
    if (origin === undefined || other !== undefined) return file;
    removed.delete(origin);
    return {
      ...file,
      previousPath: origin.path,
      previous: origin.previous,
      knownTargets: [...(file.knownTargets ?? []), ...(origin.knownTargets ?? [])],
    };
  });
  return paired.filter((file) => file.meeting !== null || file.problem !== null || removed.has(file));
}

/**
 * Whether these minutes, for which nothing was posted, may be those that were removed: they are of that day or have that
 * name, and hold at least half of what is known of them. Minutes of the next meeting often speak of the same things.
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
  const digits = path.replace(/\D/g, "");
  return digits.includes(date.replaceAll("-", "")) || knownActions.some((action) => action.date === date);
}

function isSameMeeting(one: Meeting, other: Meeting): boolean {
  if (one.date === null || one.date !== other.date) return false;
  return (one.title !== null && one.title === other.title) || fileName(one.path) === fileName(other.path);
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
