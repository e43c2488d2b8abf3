import type { RepositoryName } from "../meeting.ts";
import type { Block } from "../page.ts";
import { repositoryOfTitle } from "./context-repository.ts";
import type { Repositories } from "./repositories.ts";

/** Longer items and lead-ins are talk, not titles. */
const LONGEST_TITLE = 60;

/**
 * The repository that titles above each block name, nearest first: the items it is under, the lead-in of its list,
 * the headings.
 *
 * @returns By block id.
 */
export function findTitleScopes(
  blocks: readonly Block[],
  repositories: Repositories,
  hosts: readonly string[],
): readonly (RepositoryName | null)[] {
  const own = new Map<Block, RepositoryName | null>();
  const scopes: (RepositoryName | null)[] = [];
  const titleOf = (block: Block | null): RepositoryName | null => {
    if (block === null || (block.kind !== "heading" && block.text.length > LONGEST_TITLE)) return null;
    const known = own.get(block);
    if (known !== undefined) return known;
    const found = repositoryOfTitle(block, repositories, hosts);
    own.set(block, found);
    return found;
  };
  const scopeOf = (block: Block | null) => (block === null ? null : (scopes[block.id] ?? null));
  for (const block of blocks) {
    const above =
      block.parent === null
        ? (titleOf(block.leadIn) ?? titleOf(block.heading) ?? scopeOf(block.heading))
        : (titleOf(block.parent) ?? scopeOf(block.parent));
    scopes.push(above);
  }
  return scopes;
}
