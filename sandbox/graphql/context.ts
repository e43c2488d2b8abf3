import type { Actor } from "../world/entities.ts";
import type { World } from "../world/world.ts";
import type { Cost } from "./cost.ts";

/** What every resolver can reach. */
export interface Context {
  readonly world: World;
  readonly actor: Actor;
  readonly cost: Cost;
  readonly report: (problem: string) => void;
}

export type Args = Readonly<Record<string, unknown>>;

/** The field that is asked for, and whether of a connection nothing but its count is wanted. */
export interface Selection {
  readonly name: string;
  readonly countsOnly: boolean;
  /** Takes out what listings do not show yet. */
  readonly listed: <T>(items: readonly T[]) => readonly T[];
}

/** The fields of one type of GitHub's schema, over the sandbox's own entity `S`. */
export type Fields<S> = Readonly<
  Record<string, (source: S, args: Args, context: Context, field: Selection) => unknown>
>;

/** An error as GitHub's GraphQL answers it, with its `type`. */
export class GraphQLRefusal extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.name = "GraphQLRefusal";
    this.type = type;
  }
}

export function notResolved(what: string): GraphQLRefusal {
  return new GraphQLRefusal("NOT_FOUND", `Could not resolve to ${what}`);
}
