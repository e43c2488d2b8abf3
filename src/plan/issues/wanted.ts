import { isSameName } from "../../config/names.ts";
import type { MilestoneState, KnownRepository } from "../snapshot.ts";
import { findMilestone } from "../milestones/find-milestone.ts";
import type { Planning } from "../planning.ts";
import type { Told } from "./told.ts";

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

export function wantedOf(told: Told, state: KnownRepository, planning: Planning): Wanted {
  const { config } = planning.input;
  const logins = config.actions.assign
    ? [...new Set([told.action, ...told.again].flatMap(({ logins: own }) => own))]
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
    milestone: milestoneOf(told, state),
  };
}

/** The milestone that the action or its topic names, if it is an open one of this repository. */
function milestoneOf({ action, file }: Told, state: KnownRepository): MilestoneState | null {
  const inTopic = file.meeting.milestones
    .filter(({ topicId }) => topicId !== null && topicId === action.topicId)
    .map(({ title }) => title);
  const open = state.milestones.filter((milestone) => milestone.state === "open");
  const found = [...action.about.milestones, ...inTopic].map((title) => findMilestone(open, title));
  return found.find((milestone) => milestone !== null) ?? null;
}
