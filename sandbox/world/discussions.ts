import type { Actor, Discussion } from "./entities.ts";
import type { Repository } from "./repository.ts";
import { newThread, tellThread } from "./threads.ts";
import { identify, register, type World } from "./world.ts";

export function createDiscussion(
  world: World,
  actor: Actor,
  repository: Repository,
  fields: {
    readonly title: string;
    readonly body: string;
    readonly number?: number | undefined;
    readonly category?: string | undefined;
  },
): Discussion {
  const discussion: Discussion = register(world, {
    __typename: "Discussion",
    ...identify(world, "D"),
    ...newThread(world, actor, repository, fields),
    category: fields.category ?? "General",
    answer: null,
  } satisfies Discussion);
  repository.threads.set(discussion.number, discussion);
  tellThread(world, actor, discussion, "created");
  return discussion;
}
