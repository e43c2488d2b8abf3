import type { Fields } from "./context.ts";
import { mutation } from "./mutations/mutation.ts";
import { git } from "./types/git.ts";
import { people } from "./types/people.ts";
import { query } from "./types/query.ts";
import { reactionGroup, timeline } from "./types/timeline.ts";
import { repository } from "./types/repository.ts";
import { threads } from "./types/thread.ts";

/** How each type's fields are found. A field that is not here is read from the entity by its name. */
export const resolvers: Readonly<Record<string, Fields<never> | undefined>> = {
  Query: query,
  Mutation: mutation,
  Repository: repository,
  ReactionGroup: reactionGroup,
  ...git,
  ...people,
  ...threads,
  ...timeline,
};
