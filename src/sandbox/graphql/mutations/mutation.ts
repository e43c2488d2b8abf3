import type { Fields } from "../context.ts";
import { commentMutations } from "./comments.ts";
import { issueMutations } from "./issues.ts";

export const mutation: Fields<undefined> = { ...commentMutations, ...issueMutations };
