import { actorAccount } from "./actor.ts";
import type { Actor, Issue, PullRequest } from "./entities.ts";
import { addEvent } from "./events.ts";
import { fullName } from "./repository.ts";
import { allRepositories, type World } from "./world.ts";

/** Links a pull request to an issue by hand. */
export function linkPull(world: World, actor: Actor, issue: Issue, pull: PullRequest): void {
  if (issue.linked.includes(pull)) return;
  issue.linked.push(pull);
  addEvent(world, issue, actorAccount(world, actor), "connected", "ConnectedEvent", { subject: pull });
}

/**
 * The pull requests linked to an issue: by hand, or (where `byHand` does not say otherwise) by a closing keyword in the
 * text of one that goes to the default branch.
 */
export function linkedPulls(world: World, issue: Issue, byHand: boolean): PullRequest[] {
  const pulls = allRepositories(world).flatMap((repository) =>
    [...repository.threads.values()].filter((one) => one.__typename === "PullRequest"),
  );
  return pulls.filter((pull) => issue.linked.includes(pull) || (!byHand && closes(pull, issue)));
}

function closes(pull: PullRequest, issue: Issue): boolean {
  if (pull.baseRef !== pull.repository.defaultBranch) return false;
  const text = pull.body.matchAll(
    /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+([\w.-]+\/[\w.-]+)?#(\d+)\b/gi,
  );
  return [...text].some(
    ([, name, number]) =>
      Number(number) === issue.number &&
      (name ?? fullName(pull.repository)).toLowerCase() === fullName(issue.repository).toLowerCase(),
  );
}
