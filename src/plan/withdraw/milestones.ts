import { configFor } from "../../config/series.ts";
import { milestoneReason } from "../../messages/reasons/milestone-reasons.ts";
import { withdrawalReason } from "../../messages/reasons/withdrawal-reasons.ts";
import { isSameName } from "../../minutes/repository-name.ts";
import type { Meeting, MilestoneMention, RepositoryName } from "../../minutes/meeting.ts";
import type { MinutesChange } from "../input.ts";
import { milestoneKey } from "../keys.ts";
import { findEntries, renderDescription } from "../milestones/block.ts";
import { entryIds, entryOf, movedIds } from "../milestones/entry.ts";
import { findMilestone, isSameTitle } from "../milestones/find-milestone.ts";
import type { MilestoneStep } from "../plan.ts";
import { isRead, isRemoved, pathsOf, type Planning, type ReadFile } from "../planning.ts";
import { findPlace, mayFollow, mayPost } from "./places.ts";

interface Note {
  readonly repository: RepositoryName;
  readonly title: string;
}

/** Plans to take the entries of files out of notes on milestones where none may be written any more. */
export function withdrawNotes(planning: Planning): readonly MilestoneStep[] {
  const notes = new Map(
    planning.files
      .flatMap(({ posted }) => posted?.milestones ?? [])
      .map((note) => [`${note.repository}:${note.title}`.toLowerCase(), note]),
  );
  return [...notes.values()].flatMap((note) => withdrawNote(note, planning) ?? []);
}

function withdrawNote({ repository, title }: Note, planning: Planning): MilestoneStep | null {
  const place = findPlace("milestone", repository, "", planning);
  if (place?.state == null) return null;
  const files = planning.files.filter((file) => mayGo(file, { repository, title }, planning));
  const moved = planning.files.filter(
    (file) =>
      file.previousPath !== null &&
      file.posted !== undefined &&
      !files.includes(file) &&
      !mayPost("milestone", repository, file, planning) &&
      mayFollow(place, planning),
  );
  const [first] = [...files, ...moved];
  if (first === undefined) return null;
  const found = findMilestone(place.state.milestones, title);
  if (found === null) return null;
  const ids = files.flatMap((file) => pathsOf(file).flatMap((path) => entryIds(path, planning)));
  const standing = findEntries(found.description);
  const nowIds = new Map(moved.flatMap((file) => movedIds(file, planning)));
  const left = standing
    .filter(({ id }) => !ids.includes(id))
    .map((entry) => ({ ...entry, id: nowIds.get(entry.id) ?? entry.id }));
  const isMoved = standing.some(({ id }) => nowIds.has(id));
  if (left.length === standing.length && !isMoved) return null;
  const step = {
    kind: "milestone",
    key: milestoneKey(planning.input.repository.name, repository, found.title),
    origin: { path: first.path, line: null },
    repository: place.state.name,
    number: found.number,
    title: found.title,
    url: found.url,
    before: found.description,
  } as const;
  if (place.refusal !== null) {
    return { ...step, action: "skip", reason: place.refusal, description: null, remember: "removing" };
  }
  return {
    ...step,
    action: "update",
    reason:
      left.length === standing.length
        ? milestoneReason("note-moved", { path: first.path })
        : withdrawalReason("withdrawn"),
    description: renderDescription(found.description, left),
  };
}

/** Whether the words of a file on a milestone are gone, or others by now. */
function mayGo(file: MinutesChange, note: Note, planning: Planning): boolean {
  if (file.problem !== null || file.posted === undefined) return false;
  if (mayPost("milestone", note.repository, file, planning)) return false;
  if (isRemoved(file)) return configFor(planning.input.config, file.path).comments.unreferenced !== "keep";
  if (!isRead(file)) return false;
  const key = milestoneKey(planning.input.repository.name, note.repository, note.title);
  if (file.posted.pending.includes(key)) return true;
  if (file.previous === null) return false;
  const now = entryHash(file, file.meeting, note, planning);
  const previous = { ...file.previous, path: file.meeting.path };
  return now === null || now !== entryHash(file, previous, note, planning);
}

/** null: the minutes do not mention it. */
function entryHash(file: ReadFile, meeting: Meeting, note: Note, planning: Planning): string | null {
  const [first, ...others] = meeting.milestones.filter((mention) => isAbout(mention, note));
  if (first === undefined) return null;
  return entryOf({ ...file, meeting }, [first, ...others], planning).hash;
}

function isAbout(mention: MilestoneMention, { repository, title }: Note): boolean {
  return isSameName(mention.repository, repository) && isSameTitle(mention.title, title);
}
