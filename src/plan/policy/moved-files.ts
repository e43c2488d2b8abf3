import type { Meeting } from "../../minutes/meeting.ts";
import type { MinutesChange } from "../input.ts";

/**
 * Files that were removed here and came back there, where git saw no rename because much of them changed: the same
 * meeting by date and title, or by date and file name. Each pair becomes one file with a `previousPath`.
 */
export function pairMovedFiles(files: readonly MinutesChange[]): readonly MinutesChange[] {
  const removed = new Set(files.filter((file) => file.meeting === null && file.problem === null));
  const paired = files.map((file) => {
    if (file.meeting === null || file.previous !== null || file.previousPath !== null) return file;
    const { meeting } = file;
    const origins = [...removed].filter(
      ({ previous }) => previous !== null && isSameMeeting(previous, meeting),
    );
    const [origin, other] = origins;
    if (origin === undefined || other !== undefined) return file;
    removed.delete(origin);
    return {
      ...file,
      previousPath: origin.path,
      previous: origin.previous,
      knownTargets: origin.knownTargets ?? [],
    };
  });
  return paired.filter((file) => file.meeting !== null || file.problem !== null || removed.has(file));
}

function isSameMeeting(one: Meeting, other: Meeting): boolean {
  if (one.date === null || one.date !== other.date) return false;
  return (one.title !== null && one.title === other.title) || fileName(one.path) === fileName(other.path);
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
