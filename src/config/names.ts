/** `owner/name`, as GitHub allows it; owners with `_` are enterprise accounts. */
export const REPOSITORY_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;

/** The same, where GitHub's id of the repository may follow. */
export const ACCEPTED_NAME = new RegExp(`${REPOSITORY_NAME.source.slice(0, -1)}(?:@[1-9]\\d{0,19})?$`);

/** A login, `[bot]` included. */
export const LOGIN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}(\[bot\])?$/;

/** Whether this is a repository's full name. */
export function isRepositoryName(text: string): boolean {
  return REPOSITORY_NAME.test(text);
}

/** Whether two names of repositories, or two logins, are the same to GitHub, which compares without case. */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
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
 * The full name that somebody probably meant who wrote a repository's address, or `@` before it.
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
