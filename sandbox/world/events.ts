import type { Account, Thread } from "./entities.ts";
import { identify, register, type World } from "./world.ts";

/** Notes on a thread's timeline what happened. `event` is REST's name of it, `typename` GraphQL's. */
export function addEvent(
  world: World,
  thread: Thread,
  actor: Account | null,
  event: string,
  typename: string,
  details: Readonly<Record<string, unknown>> = {},
): void {
  const ids = identify(world, "EV");
  thread.events.push(
    register(world, { __typename: typename, ...ids, event, actor, createdAt: world.now(), ...details }),
  );
}
