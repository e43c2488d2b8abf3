import { undoReason } from "../../messages/reasons/undo-reasons.ts";
import { milestoneKey, noteKey } from "../keys.ts";
import { type BlockEntry, findEntries, renderDescription } from "../milestones/block.ts";
import { pathOfEntry } from "../milestones/entry.ts";
import type { MilestoneStep } from "../plan.ts";
import type { Planning } from "../planning.ts";
import type { KnownRepository, MilestoneState } from "../snapshot.ts";
import { knownRepositories } from "./places.ts";
import { isInScope, type UndoScope } from "./scope.ts";

/** Plans to take the entries of meetings out of the notes on milestones. */
export function undoNotes(planning: Planning, scope: UndoScope): readonly MilestoneStep[] {
  return knownRepositories(planning).flatMap((state) =>
    state.milestones.flatMap((milestone) => undoNote(milestone, state, planning, scope) ?? []),
  );
}

function undoNote(
  { number, title, url, description }: MilestoneState,
  state: KnownRepository,
  { input }: Planning,
  scope: UndoScope,
): MilestoneStep | null {
  const { repository } = input;
  const entries = findEntries(description);
  const pathIn = ({ id, date, first }: BlockEntry): readonly string[] => {
    const path = pathOfEntry(id, repository);
    return path !== null && isInScope(scope, { path, date: date || null, first }) ? [path] : [];
  };
  const left = entries.filter((entry) => pathIn(entry).length === 0);
  const paths = entries.flatMap(pathIn);
  const [path] = paths;
  if (path === undefined) return null;
  const step = {
    kind: "milestone",
    key: milestoneKey(repository.name, state.name, title),
    origin: { path, line: null },
    repository: state.name,
    number,
    title,
    url,
    before: description,
  } as const;
  if (state.archived) {
    const reason = undoReason("undo-archived", { repository: state.name });
    return { ...step, action: "skip", reason, description: null };
  }
  return {
    ...step,
    action: "update",
    reason: undoReason("taken-back"),
    description: renderDescription(description, left),
    remember: "gone",
    leaves: paths.map((one) => noteKey(repository.name, one, `${state.name}:${title}`)),
  };
}
