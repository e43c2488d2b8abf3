import type { Repository } from "./entities.ts";

export type { Repository, Visibility } from "./entities.ts";

/** `owner/name`, as spelled now. */
export function fullName(repository: Repository): string {
  return `${repository.owner.login}/${repository.name}`;
}
