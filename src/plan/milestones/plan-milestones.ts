import { configFor } from "../../config/series.ts";
import { milestoneReason } from "../../messages/reasons/milestone-reasons.ts";
import { undoReason } from "../../messages/reasons/undo-reasons.ts";
import { stepReason } from "../../messages/reasons/step-reasons.ts";
import type { Message } from "../../messages/message.ts";
import type { MilestoneMention, RepositoryName } from "../../minutes/meeting.ts";
import type { MinutesChange } from "../input.ts";
import { milestoneKey, noteKey } from "../keys.ts";
import type { MilestoneStep, Origin } from "../plan.ts";
import { isMovedUnread, isRead, isRemoved, pathsOf, type Planning } from "../planning.ts";
import { isUndone } from "../undo/is-undone.ts";
import { isBareList } from "../policy/agendas.ts";
import type { MilestoneState } from "../snapshot.ts";
import { type BlockEntry, findEntries, renderDescription } from "./block.ts";
import { entryIds, entryOf, movedIds } from "./entry.ts";
import { findMilestone } from "./find-milestone.ts";

/** What the plan's files say about one milestone: entries to keep or add, and ids of entries to remove. */
interface Mentioned {
  readonly repository: RepositoryName;
  readonly title: string;
  readonly origin: Origin;
  readonly entries: BlockEntry[];
  readonly gone: string[];
  /** By the ids of entries that stay as they are, those that they have from now on: their minutes moved. */
  readonly moved: Map<string, string>;
  /** By the ids of entries to keep or add, those that they had before their minutes moved. */
  readonly formerly: Map<string, readonly string[]>;
}

/** Plans the blocks in the descriptions of the milestones that the plan's files mention, or mentioned before. */
export function planMilestones(planning: Planning): readonly MilestoneStep[] {
  if (!planning.input.config.releases.noteOnMilestone) return [];
  const mentioned = new Map<string, Mentioned>();
  for (const file of planning.files) {
    if (isMovedUnread(file))
      for (const title of notedTitles(file)) addMoved(mentioned, file, title, planning);
    if (file.problem !== null) continue;
    for (const mentions of groupMentions(file.meeting?.milestones ?? [], planning))
      addEntry(mentioned, file, mentions, planning);
    for (const title of earlierTitles(file)) addGone(mentioned, file, title, planning);
  }
  const steps = [...mentioned.values()].flatMap((one) => {
    const step = milestoneStep(one, planning);
    const isMentioned = one.entries.length + one.gone.length > 0;
    return isMentioned || step.action === "update" ? [step] : [];
  });
  return [...steps, ...planning.files.flatMap((file) => undoneSteps(file, planning))];
}

type Mentions = [MilestoneMention, ...MilestoneMention[]];

/** The mentions of each milestone, under whatever spelling of its title and repository. */
function groupMentions(mentions: readonly MilestoneMention[], planning: Planning): readonly Mentions[] {
  const groups = new Map<string, Mentions>();
  for (const mention of mentions) {
    const key = keyOf(mention.repository, mention.title, planning);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mention]);
    else group.push(mention);
  }
  return [...groups.values()];
}

function addEntry(
  mentioned: Map<string, Mentioned>,
  file: MinutesChange,
  mentions: Mentions,
  planning: Planning,
): void {
  if (!isRead(file)) return;
  if (configFor(planning.input.config, file.path).comments.when !== "mentioned" && isBareList(file.meeting))
    return;
  const [{ repository, title, line }] = mentions;
  if (isUndone(file, keysOfNote(file, mentions, planning))) return;
  const one = mentionedIn(mentioned, repository, title, { path: file.path, line }, planning);
  const entry = entryOf(file, mentions, planning);
  one.entries.push(entry);
  if (file.previousPath !== null) one.formerly.set(entry.id, entryIds(file.previousPath, planning));
  one.gone.push(...pathsOf(file).flatMap((path) => entryIds(path, planning)));
}

/** The keys by which a file's entry is remembered, the one under its present path first. */
function keysOfNote(file: MinutesChange, [{ repository, title }]: Mentions, planning: Planning) {
  const milestone = keyOf(repository, title, planning);
  return pathsOf(file).map((path) => noteKey(planning.input.repository.name, path, milestone));
}

/** Entries that a person took back: remembered under the present path, too, and not written again. */
function undoneSteps(file: MinutesChange, planning: Planning): readonly MilestoneStep[] {
  return groupMentions(file.meeting?.milestones ?? [], planning).flatMap((mentions) => {
    const [{ repository, title, line }] = mentions;
    const keys = keysOfNote(file, mentions, planning);
    if (keys[0] === undefined || !isUndone(file, keys)) return [];
    const place = { repository, title, number: null, url: null, description: null, before: null };
    const skip = { action: "skip", reason: undoReason("not-posted-again"), remember: "gone" } as const;
    return [{ kind: "milestone", key: keys[0], origin: { path: file.path, line }, ...place, ...skip }];
  });
}

function addGone(
  mentioned: Map<string, Mentioned>,
  file: MinutesChange,
  { repository, title }: Title,
  planning: Planning,
): void {
  if (isRemoved(file) && configFor(planning.input.config, file.path).comments.unreferenced === "keep") return;
  const one = mentionedIn(mentioned, repository, title, { path: file.path, line: null }, planning);
  one.gone.push(...pathsOf(file).flatMap((path) => entryIds(path, planning)));
}

interface Title {
  readonly repository: string;
  readonly title: string;
}

function addMoved(
  mentioned: Map<string, Mentioned>,
  file: MinutesChange,
  { repository, title }: Title,
  planning: Planning,
): void {
  const one = mentionedIn(mentioned, repository, title, { path: file.path, line: null }, planning);
  for (const [earlier, now] of movedIds(file, planning)) one.moved.set(earlier, now);
}

function earlierTitles(file: MinutesChange): readonly Title[] {
  return [...(file.previous?.milestones ?? []), ...(file.knownMilestones ?? [])];
}

function notedTitles(file: MinutesChange): readonly Title[] {
  return [...earlierTitles(file), ...(file.posted?.milestones ?? [])];
}

function mentionedIn(
  mentioned: Map<string, Mentioned>,
  repository: RepositoryName,
  title: string,
  origin: Origin,
  planning: Planning,
): Mentioned {
  const key = keyOf(repository, title, planning);
  const one = mentioned.get(key) ?? {
    repository,
    title,
    origin,
    entries: [],
    gone: [],
    moved: new Map(),
    formerly: new Map(),
  };
  mentioned.set(key, one);
  return one;
}

/** By the milestone itself where it is there, so that `v1.0` and `1.0` are one. */
function keyOf(repository: RepositoryName, title: string, planning: Planning): string {
  const consent = planning.consentOf(repository);
  if (!consent.allowed) return `${repository}:${title}`.toLowerCase();
  const found = findMilestone(consent.state.milestones, title)?.title ?? title;
  return `${consent.state.name}:${found}`.toLowerCase();
}

function milestoneStep(mentioned: Mentioned, planning: Planning): MilestoneStep {
  const consent = planning.consentOf(mentioned.repository);
  const found = consent.allowed ? findMilestone(consent.state.milestones, mentioned.title) : null;
  const step = {
    kind: "milestone",
    key: milestoneKey(planning.input.repository.name, mentioned.repository, found?.title ?? mentioned.title),
    origin: mentioned.origin,
    repository: consent.allowed ? consent.state.name : mentioned.repository,
    number: found?.number ?? null,
    title: found?.title ?? mentioned.title,
    url: found?.url ?? null,
    description: null,
    before: found?.description ?? null,
  } as const;
  if (!consent.allowed) return { ...step, action: "skip", reason: consent.reason };
  if (found === null) return missingStep(step, mentioned, planning);
  return noteStep(step, found, mentioned);
}

type StepBase = Omit<MilestoneStep, "action" | "reason">;

function missingStep(step: StepBase, mentioned: Mentioned, planning: Planning): MilestoneStep {
  if (!planning.input.config.releases.createMilestone || mentioned.entries.length === 0) {
    const { repository, title } = step;
    return { ...step, action: "skip", reason: milestoneReason("milestone-missing", { repository, title }) };
  }
  return {
    ...step,
    action: "create",
    reason: milestoneReason("milestone-created"),
    description: renderDescription("", mentioned.entries),
  };
}

function noteStep(step: StepBase, found: MilestoneState, mentioned: Mentioned): MilestoneStep {
  const { entries, gone, moved, formerly } = mentioned;
  const standing = findEntries(found.description);
  const others = standing
    .filter(({ id }) => !gone.includes(id))
    .map((entry) => ({ ...entry, id: moved.get(entry.id) ?? entry.id }));
  // What did not change stays as it is, its links too.
  const ours = entries.map((entry) => asKnown(entry, standing, formerly.get(entry.id) ?? []));
  const description = renderDescription(found.description, [...others, ...ours]);
  if (description === found.description) {
    return { ...step, action: "keep", reason: stepReason("unchanged"), description };
  }
  return { ...step, action: "update", reason: noteReason(mentioned), description };
}

/** An entry as it is there already, or as it is new; when it was first written stays. */
function asKnown(
  entry: BlockEntry,
  standing: readonly BlockEntry[],
  formerIds: readonly string[],
): BlockEntry {
  const known = standing.find(({ id }) => id === entry.id);
  if (known?.hash === entry.hash) return known;
  const earlier = known ?? standing.find(({ id }) => formerIds.includes(id));
  return earlier === undefined ? entry : { ...entry, first: earlier.first };
}

function noteReason({ entries, gone, origin }: Mentioned): Message {
  if (entries.length > 0) return milestoneReason("milestone-mentioned");
  return gone.length > 0
    ? milestoneReason("milestone-not-mentioned")
    : milestoneReason("note-moved", { path: origin.path });
}
