import type { GitHub } from "../../github/port.ts";
import type { IssueStep, Plan } from "../../plan/plan.ts";
import { isChange } from "../../plan/step-actions.ts";
import type { ActionIssueState, KnownRepository, Snapshot } from "../../plan/snapshot.ts";

/** GitHub as it would be if plans had been applied that were only made. */
export interface Assumed {
  readonly github: GitHub;
  readonly assume: (plan: Plan) => void;
}

/** Higher than any number that GitHub gives soon. */
const NUMBERS_FROM = 1_000_000_000;

interface Additions {
  readonly issues: Map<number, ActionIssueState>;
  readonly labels: Set<string>;
}

/**
 * In a dry run over many minutes, the issue of an action and its label are opened once: minutes that come later find
 * them, as they would if the earlier ones had been posted.
 */
export function assumeDone(github: GitHub): Assumed {
  const additions = new Map<string, Additions>();
  let count = 0;
  const of = (repository: string): Additions => {
    const known = additions.get(repository.toLowerCase()) ?? { issues: new Map(), labels: new Set() };
    additions.set(repository.toLowerCase(), known);
    return known;
  };
  return {
    github: {
      ...github,
      async readSnapshot(request, known, memory) {
        const asked = Object.entries(request.repositories).filter(([, { actionIssues }]) => actionIssues);
        const names = new Set(asked.map(([name]) => name.toLowerCase()));
        return complete(await github.readSnapshot(request, known, memory), names, additions);
      },
    },
    assume({ steps }) {
      for (const step of steps) {
        if (step.kind === "label") of(step.repository).labels.add(step.name);
        if (step.kind !== "issue" || !isChange(step)) continue;
        count += step.number === null ? 1 : 0;
        const number = step.number ?? NUMBERS_FROM + count;
        of(step.repository).issues.set(number, toState(step, number));
      }
    },
  };
}

function complete(
  snapshot: Snapshot,
  asked: ReadonlySet<string>,
  additions: ReadonlyMap<string, Additions>,
): Snapshot {
  const repositories = Object.entries(snapshot.repositories).map(([name, state]) => {
    // A step calls a repository as the configuration does, or as GitHub does.
    const found = state.known ? (additions.get(name) ?? additions.get(state.name.toLowerCase())) : undefined;
    return [name, state.known && found !== undefined && asked.has(name) ? add(state, found) : state];
  });
  return { ...snapshot, repositories: Object.fromEntries(repositories) };
}

function add(state: KnownRepository, { issues, labels }: Additions): KnownRepository {
  const standing = state.actionIssues.filter(({ number }) => !issues.has(number));
  return {
    ...state,
    actionIssues: [...standing, ...issues.values()],
    labels: [...new Set([...state.labels, ...labels])],
  };
}

function toState(step: IssueStep, number: number): ActionIssueState {
  const isClosed = step.action === "close";
  return {
    number,
    nodeId: "",
    url: step.url ?? "",
    title: step.title,
    body: step.body ?? "",
    state: isClosed ? "closed" : "open",
    stateReason: step.stateReason,
    closedBy: isClosed ? "us" : null,
    labels: step.labels,
    assignees: step.assignees,
    milestone: step.milestone,
    locked: false,
    activity: 0,
  };
}
