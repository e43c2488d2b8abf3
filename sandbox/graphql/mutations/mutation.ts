import type { Fields } from "../context.ts";
import { commentMutations } from "./comments.ts";
import { commitMutations } from "./commits.ts";
import { issueMutations } from "./issues.ts";

export const mutation: Fields<undefined> = { ...commentMutations, ...commitMutations, ...issueMutations };
