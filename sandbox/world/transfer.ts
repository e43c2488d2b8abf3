import type { Actor, Issue } from "./entities.ts";
import type { Repository } from "./repository.ts";
import { nextNumber, tellThread } from "./threads.ts";
import { identify, register, type World } from "./world.ts";

/**
 * Moves an issue to another repository. It is a new issue there, with a new id and number and the same comments;
 * labels and milestones stay behind. REST leads on from the old number, GraphQL does not.
 */
export function transferIssue(world: World, actor: Actor, issue: Issue, target: Repository): Issue {
  const from = issue.repository;
  const moved: Issue = register(world, {
    ...issue,
    ...identify(world, "I"),
    repository: target,
    number: nextNumber(target),
    labels: [],
    milestone: null,
    updatedAt: world.now(),
  });
  for (const comment of issue.comments) comment.thread = moved;
  from.threads.delete(issue.number);
  from.goneThreads.set(issue.number, moved);
  world.nodes.delete(issue.nodeId);
  target.threads.set(moved.number, moved);
  tellThread(world, actor, issue, "transferred", {
    changes: { new_issue: moved, new_repository: target },
  });
  tellThread(world, actor, moved, "opened");
  return moved;
}
