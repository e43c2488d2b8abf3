import type { Deliveries } from "../webhooks/delivery.ts";
import type { World } from "../world/world.ts";
import { createCheckActs } from "./act-checks.ts";
import { createCodeActs } from "./act-code.ts";
import { createCommentActs } from "./act-comments.ts";
import { createInstallationActs } from "./act-installations.ts";
import { createRepositoryActs } from "./act-repositories.ts";
import { createThreadActs } from "./act-threads.ts";
import { createActContext } from "./act-context.ts";

/**
 * What people do: the app gets webhooks. Each returns once the deliveries that it caused were answered, which says
 * nothing about the work that the app does afterwards.
 */
export function createActs(world: World, deliveries: Deliveries) {
  const context = createActContext(world, deliveries);
  return {
    ...createCodeActs(world, context),
    ...createThreadActs(world, context),
    ...createCommentActs(world, context),
    ...createCheckActs(world, context),
    ...createRepositoryActs(world, context),
    ...createInstallationActs(world, context),
  };
}
