import type { MilestoneMention, RepositoryName } from "../../minutes/meeting.ts";
import type { MinutesChange } from "../input.ts";
import { milestoneKey } from "../keys.ts";
import type { MilestoneStep, Origin } from "../plan.ts";
import { isMovedUnread, isRead, isRemoved, pathsOf, type Planning } from "../planning.ts";
import type { MilestoneState } from "../snapshot.ts";
import { type BlockEntry, findEntries, renderDescription } from "./block.ts";
import { entryIds, entryOf, movedIds } from "./entry.ts";
import { findMilestone } from "./find-milestone.ts";

/** What the plan's files say of one milestone: entries to stand, and ids of entries to go. */
interface Spoken {
  readonly repository: RepositoryName;
  readonly title: string;
  readonly origin: Origin;
  readonly entries: BlockEntry[];
  readonly gone: string[];
  /** By the ids of entries that stay as they are, those that they have from now on: their minutes moved. */
  readonly moved: Map<string, string>;
}

/** Plans the blocks in the descriptions of the milestones that the plan's files speak of, or spoke of before. */
export function planMilestones(planning: Planning): readonly MilestoneStep[] {
  if (!planning.input.config.releases.noteOnMilestone) return [];
  const spoken = new Map<string, Spoken>();
  for (const file of planning.files) {
    if (isMovedUnread(file)) for (const title of notedTitles(file)) addMoved(spoken, file, title, planning);
    if (file.problem !== null) continue;
    for (const mentions of groupMentions(file.meeting?.milestones ?? [], planning))
      addEntry(spoken, file, mentions, planning);
    for (const title of earlierTitles(file)) addGone(spoken, file, title, planning);
  }
  return [...spoken.values()].flatMap((one) => {
    const step = milestoneStep(one, planning);
    const isSpokenOf = one.entries.length + one.gone.length > 0;
    return isSpokenOf || step.action === "update" ? [step] : [];
  });
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
  spoken: Map<string, Spoken>,
  file: MinutesChange,
  mentions: Mentions,
  planning: Planning,
): void {
  if (!isRead(file)) return;
  const [{ repository, title, line }] = mentions;
  const one = spokenOf(spoken, repository, title, { path: file.path, line }, planning);
  one.entries.push(entryOf(file, mentions, planning));
  one.gone.push(...pathsOf(file).flatMap((path) => entryIds(path, planning)));
}

function addGone(
  spoken: Map<string, Spoken>,
  file: MinutesChange,
  { repository, title }: Title,
  planning: Planning,
): void {
  if (isRemoved(file) && planning.input.config.comments.unreferenced === "keep") return;
  const one = spokenOf(spoken, repository, title, { path: file.path, line: null }, planning);
  one.gone.push(...pathsOf(file).flatMap((path) => entryIds(path, planning)));
}

interface Title {
  readonly repository: string;
  readonly title: string;
}

function addMoved(
  spoken: Map<string, Spoken>,
  file: MinutesChange,
  { repository, title }: Title,
  planning: Planning,
): void {
  const one = spokenOf(spoken, repository, title, { path: file.path, line: null }, planning);
  for (const [earlier, now] of movedIds(file, planning)) one.moved.set(earlier, now);
}

function earlierTitles(file: MinutesChange): readonly Title[] {
  return [...(file.previous?.milestones ?? []), ...(file.knownMilestones ?? [])];
}

function notedTitles(file: MinutesChange): readonly Title[] {
  return [...earlierTitles(file), ...(file.posted?.milestones ?? [])];
}

function spokenOf(
  spoken: Map<string, Spoken>,
  repository: RepositoryName,
  title: string,
  origin: Origin,
  planning: Planning,
): Spoken {
  const key = keyOf(repository, title, planning);
  const one = spoken.get(key) ?? { repository, title, origin, entries: [], gone: [], moved: new Map() };
  spoken.set(key, one);
  return one;
}

/** By the milestone itself where it is there, so that `v1.0` and `1.0` are one. */
function keyOf(repository: RepositoryName, title: string, planning: Planning): string {
  const consent = planning.consentOf(repository);
  if (!consent.allowed) return `${repository}:${title}`.toLowerCase();
  const found = findMilestone(consent.state.milestones, title)?.title ?? title;
  return `${consent.state.name}:${found}`.toLowerCase();
}

function milestoneStep(spoken: Spoken, planning: Planning): MilestoneStep {
  const consent = planning.consentOf(spoken.repository);
  const found = consent.allowed ? findMilestone(consent.state.milestones, spoken.title) : null;
  const step = {
    kind: "milestone",
    key: milestoneKey(planning.input.repository.name, spoken.repository, found?.title ?? spoken.title),
    origin: spoken.origin,
    repository: consent.allowed ? consent.state.name : spoken.repository,
    number: found?.number ?? null,
    title: found?.title ?? spoken.title,
    url: found?.url ?? null,
    description: null,
    before: found?.description ?? null,
  } as const;
  if (!consent.allowed) return { ...step, action: "skip", reason: `No note: ${consent.reason}.` };
  if (found === null) return missingStep(step, spoken, planning);
  return noteStep(step, found, spoken);
}

type StepBase = Omit<MilestoneStep, "action" | "reason">;

function missingStep(step: StepBase, spoken: Spoken, planning: Planning): MilestoneStep {
  if (!planning.input.config.releases.createMilestone || spoken.entries.length === 0) {
    return { ...step, action: "skip", reason: `No note: ${step.repository} has no milestone ${step.title}.` };
  }
  return {
    ...step,
    action: "create",
    reason: "The minutes speak of it, and the configuration lets it be created.",
    description: renderDescription("", spoken.entries),
  };
}

function noteStep(step: StepBase, found: MilestoneState, spoken: Spoken): MilestoneStep {
  const { entries, gone, moved } = spoken;
  const standing = findEntries(found.description);
  const others = standing
    .filter(({ id }) => !gone.includes(id))
    .map((entry) => ({ ...entry, id: moved.get(entry.id) ?? entry.id }));
  // What did not change stays as it is, its links too.
  const ours = entries.map(
    (entry) => standing.find(({ id, hash }) => id === entry.id && hash === entry.hash) ?? entry,
  );
  const description = renderDescription(found.description, [...others, ...ours]);
  if (description === found.description) {
    return { ...step, action: "keep", reason: "Its note says so already.", description };
  }
  return { ...step, action: "update", reason: noteReason(spoken), description };
}

function noteReason({ entries, gone, origin }: Spoken): string {
  if (entries.length > 0) return "The minutes speak of it.";
  return gone.length > 0 ? "The minutes no longer speak of it." : movedNoteReason(origin.path);
}

/** Why only the hidden mark of an entry changes. */
export function movedNoteReason(path: string): string {
  return `Its minutes moved to ${path}.`;
}
