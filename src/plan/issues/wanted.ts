import { configFor } from "../../config/series.ts";
import type { Action, Decision, LineRange } from "../../minutes/meeting.ts";
import { isSentTo } from "../../minutes/milestones/sent.ts";
import { isSameName } from "../../minutes/repository-name.ts";
import type { MilestoneState, KnownRepository } from "../snapshot.ts";
import { findMilestone } from "../milestones/find-milestone.ts";
import { outcomeFor } from "../milestones/outcome-for.ts";
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
 * The milestone that the action's own words send it to, or a decision about the same issue or of the same lines, if it
 * is an open one of this repository. What stays out of a release, and what merely happens around it, has none.
 */
function milestoneOf({ action, file }: FileAction, state: KnownRepository): MilestoneState | null {
  const { milestones, decisions } = file.meeting;
  const own = milestones.filter(({ line }) => isWithin(line, action)).map(({ title }) => title);
  const sent = own.filter((title) => isSentTo(action.text, title));
  const decided = decisions.flatMap((decision) => {
    const outcome = isAbout(decision, action) ? decision.outcome : null;
    return outcome === null || outcome.kind === "out" ? [] : [outcome.milestone];
  });
  const open = state.milestones.filter((milestone) => milestone.state === "open");
  const found = [...sent, ...decided.toReversed()].map((title) => findMilestone(open, title));
  return found.find((milestone) => milestone !== null) ?? null;
}

const isWithin = (line: number, range: LineRange): boolean => line >= range.line && line <= range.endLine;

/** Whether a decision is about what the action is about: one issue that both name, or the action itself. */
function isAbout(decision: Decision, action: Action): boolean {
  if (isWithin(decision.line, action)) return true;
  const [reference, ...others] = action.about.references;
  return reference !== undefined && others.length === 0 && outcomeFor(decision, [reference]) !== null;
}
