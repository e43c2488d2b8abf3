import type { IssueMemory, LedgerEntry } from "../../ledger/ledger.ts";
import type { Plan, Step } from "../../plan/plan.ts";
import type { CommentTarget, FoundPost, GitHub } from "../port.ts";

/**
 * Looks for what the plan would create and what may exist already: all of it where the ledger is empty, else what the
 * ledger knows to have been tried. One request for a hundred comments, and a list of our issues where one is in doubt.
 *
 * @param cold - Whether the ledger knows nothing of this repository.
 * @returns by the steps' keys; where one exists twice, the older
 */
export async function findCreated(
  github: GitHub,
  plan: Plan,
  entries: ReadonlyMap<string, LedgerEntry>,
  cold: boolean,
  memory: IssueMemory,
): Promise<ReadonlyMap<string, FoundPost>> {
  const doubtful = plan.steps.filter((step) => step.action === "create" && (cold || entries.has(step.key)));
  const posts = [
    ...(await github.findComments(doubtful.flatMap(targetOf))),
    ...(await findIssues(github, doubtful, memory)),
  ];
  const keys = new Set(doubtful.map(({ key }) => key));
  const found = new Map<string, FoundPost>();
  for (const post of posts) {
    if (keys.has(post.key) && !found.has(post.key)) found.set(post.key, post);
  }
  return found;
}

function targetOf(step: Step): readonly CommentTarget[] {
  return step.kind === "comment" ? [step.target] : [];
}

async function findIssues(
  github: GitHub,
  steps: readonly Step[],
  memory: IssueMemory,
): Promise<readonly FoundPost[]> {
  const repositories = new Set(steps.flatMap((step) => (step.kind === "issue" ? [step.repository] : [])));
  const posts: FoundPost[] = [];
  for (const repository of repositories) posts.push(...(await github.findIssues(repository, memory)));
  return posts;
}
