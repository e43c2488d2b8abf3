import { configFor } from "../../config/series.ts";
import { isSameName } from "../../minutes/repository-name.ts";
import type { MilestoneState, KnownRepository } from "../snapshot.ts";
import { findMilestone } from "../milestones/find-milestone.ts";
import type { Planning } from "../planning.ts";
import type { FileAction } from "./file-actions.ts";

/** GitHub takes no more. */
const MAX_ASSIGNEES = 10;

/** What an action's issue should carry, by the minutes and the configuration. */
export interface Wanted {
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** Logins that the owners have and that cannot be assigned. */
  readonly unassignable: readonly string[];
  readonly milestone: MilestoneState | null;
}

export function wantedOf(one: FileAction, state: KnownRepository, planning: Planning): Wanted {
  const config = configFor(planning.input.config, one.file.path);
  const logins = config.actions.assign
    ? [...new Set([one.action, ...one.again].flatMap(({ logins: own }) => own))]
    : [];
  const assignable = logins.flatMap(
    (login) => state.assignable.find((name) => isSameName(name, login)) ?? [],
  );
  return {
    labels: config.actions.labels,
    assignees: assignable.slice(0, MAX_ASSIGNEES),
    unassignable: logins.filter(
      (login) => !assignable.slice(0, MAX_ASSIGNEES).some((name) => isSameName(name, login)),
    ),
    milestone: milestoneOf(one, state),
  };
}

/**
 * The milestone that the action names, or else its topic, or else a title above, if it is an open one of this
 * repository: the nearest one counts, as below "release 1.4" something may have slipped to 1.5.
 */
function milestoneOf({ action, file }: FileAction, state: KnownRepository): MilestoneState | null {
  const { milestones } = file.meeting;
  const isOwn = (line: number): boolean => line >= action.line && line <= action.endLine;
  const own = milestones.filter(({ line }) => isOwn(line));
  const inTopic = milestones.filter(({ topicId }) => topicId !== null && topicId === action.topicId);
  const titles = [...[...own, ...inTopic].map(({ title }) => title), ...action.about.milestones];
  const open = state.milestones.filter((milestone) => milestone.state === "open");
  const found = titles.map((title) => findMilestone(open, title));
  return found.find((milestone) => milestone !== null) ?? null;
}
