import { errors } from "./errors.ts";
import { reasons } from "./reasons.ts";

/** Every catalog, by the name of its table in docs/messages.md. A code is in one of them only. */
export const catalogs = { ...reasons, ...errors } as const;
