import type { RepositoryName } from "./meeting.ts";

/** `owner/name`, as GitHub allows it; owners with `_` are enterprise accounts. */
export const REPOSITORY_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;

/** The parts of a name, as GitHub's API calls them. */
export interface NameParts {
  readonly owner: string;
  readonly repo: string;
}

/** Whether this is a repository's full name. */
export function isRepositoryName(text: string): boolean {
  return REPOSITORY_NAME.test(text);
}

/** The parts of `owner/name`. */
export function partsOf(repository: RepositoryName): NameParts {
  const [owner = "", repo = ""] = repository.split("/");
  return { owner, repo };
}

/** Whether two names are the same to GitHub, which compares those of repositories, people and labels without case. */
export function isSameName(one: string, other: string | null | undefined): boolean {
  return one.toLowerCase() === other?.toLowerCase();
}

/** The owner, as a key: the same for all spellings. */
export function ownerKey(repository: RepositoryName): string {
  return partsOf(repository).owner.toLowerCase();
}

/** Whether two repositories have the same owner. */
export function hasSameOwner(one: RepositoryName, other: RepositoryName): boolean {
  return ownerKey(one) === ownerKey(other);
}

const NAME_IN_ADDRESS = /^@?([\w-]+\/[\w.-]+)(?=[/#?]|$)/;
const LONGEST_NAME = 160;

/** Where a name may begin in an address: at its start, behind a colon, behind GitHub's host. */
function startsOf(address: string): number[] {
  const behindColons = [...address.matchAll(/:/g)].map(({ index }) => index + 1);
  const behindHosts = [...address.matchAll(/\//g)]
    .map(({ index }) => index)
    .filter((slash) => address.slice(address.lastIndexOf("/", slash - 1) + 1, slash).includes("github"));
  return [0, ...behindColons, ...behindHosts.map((slash) => slash + 1)].toSorted((a, b) => a - b);
}

/**
 * The full name that was probably meant by a repository's address, or by a name with `@` before it.
 *
 * @returns `owner/name`, or undefined where nothing of the kind is in the text.
 */
export function findRepositoryName(text: string): string | undefined {
  const address = text.trim();
  const found = startsOf(address)
    .map((start) =>
      NAME_IN_ADDRESS.exec(address.slice(start, start + LONGEST_NAME))?.[1]?.replace(/\.git$/, ""),
    )
    .find((name) => name !== undefined);
  return found !== undefined && isRepositoryName(found) ? found : undefined;
}
