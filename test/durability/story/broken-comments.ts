import type { Sandbox } from "../../../sandbox/sandbox.ts";
import type { Comment } from "../../../sandbox/world/entities.ts";
import { fullName } from "../../../sandbox/world/repository.ts";
import { type CommentMarker, findMarker } from "../../../src/plan/marker.ts";

/**
 * What must not be on GitHub, however the meetings are grouped into comments: two parts of the same minutes on one
 * thread.
 */
export function findBrokenComments({ world }: Sandbox): readonly string[] {
  const repositories = world.repositories();
  return repositories.flatMap((repository) =>
    [...repository.threads.values()].flatMap((thread) => {
      const parts = thread.comments.flatMap(partsOf);
      const name = `${fullName(repository)}#${thread.number}`;
      const twice = parts.filter((part, index) => parts.indexOf(part) !== index);
      return twice.map((part) => `${name} has two parts of ${part}`);
    }),
  );
}

/** The minutes that a comment has a part of: their repository and path. */
function partsOf({ author, body }: Comment): readonly string[] {
  const marker = findMarker(body);
  if (author?.login !== "minutebook[bot]" || marker?.kind !== "comment" || marker.gone) return [];
  return pathsOf(marker).map((path) => `${marker.repositoryId ?? marker.repository}:${path}`);
}

function pathsOf({ path, earlier = [] }: CommentMarker): readonly string[] {
  return [path, ...earlier.map((section) => section.path)];
}
