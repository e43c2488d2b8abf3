import type { Planning } from "../planning.ts";
import type { KnownRepository, KnownThread } from "../snapshot.ts";

/** The repositories that were asked about, each once, under whatever names. */
export function knownRepositories({ input }: Planning): readonly KnownRepository[] {
  const states = Object.values(input.snapshot.repositories).filter((state) => state.known);
  const byName = Map.groupBy(states, ({ name }) => name.toLowerCase());
  return [...byName.values()].map((same) => same.reduce(join));
}

/** Under each name something else may have been asked for. */
function join(one: KnownRepository, other: KnownRepository): KnownRepository {
  const issues = [...one.actionIssues, ...other.actionIssues];
  return {
    ...one,
    milestones: one.milestones.length > 0 ? one.milestones : other.milestones,
    threads: { ...other.threads, ...one.threads },
    actionIssues: [...new Map(issues.map((issue) => [issue.number, issue])).values()],
  };
}

/** Where a thread is asked about. */
export interface Spot {
  readonly state: KnownRepository;
  readonly thread: KnownThread;
  /** `owner/name#number`, as it is called now. */
  readonly target: string;
}

/** The threads that were asked about, each once. */
export function knownThreads(planning: Planning): readonly Spot[] {
  const spots = knownRepositories(planning).flatMap((state) =>
    Object.values(state.threads).flatMap((thread): readonly Spot[] =>
      thread.known ? [{ state, thread, target: `${thread.repository}#${thread.number}` }] : [],
    ),
  );
  return [...new Map(spots.map((spot) => [spot.target.toLowerCase(), spot])).values()];
}
