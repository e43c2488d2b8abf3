import { blobUrl } from "../world/links.ts";
import type { Repository } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import { type Html, html } from "./html.ts";

/** Where a file of the default branch is edited. */
export function editUrl(world: World, repository: Repository, path: string): string {
  return blobUrl(world, repository, repository.defaultBranch, path, "edit");
}

/** A link to there; nothing where it is no file of the default branch. */
export function editLink(world: World, repository: Repository, ref: string, path: string): Html | null {
  if (ref !== repository.defaultBranch) return null;
  return html`<a class="button" href="${editUrl(world, repository, path)}">Edit</a> `;
}
