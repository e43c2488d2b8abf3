/** `owner/name`, as GitHub allows it; owners with `_` are enterprise accounts. */
export const REPOSITORY_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;

/** The same, where GitHub's id of the repository may follow. */
export const ACCEPTED_NAME = new RegExp(`${REPOSITORY_NAME.source.slice(0, -1)}(?:@[1-9]\\d{0,19})?$`);

/** A login, `[bot]` included. */
export const LOGIN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}(\[bot\])?$/;

const MAX_ADDRESS = 300;

/** Whether this is a repository's full name. */
export function isRepositoryName(text: string): boolean {
  return REPOSITORY_NAME.test(text);
}

/** Whether two names of repositories, or two logins, are the same to GitHub, which compares without case. */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/**
 * The full name that somebody probably meant who wrote a repository's address, or `@` before it.
 *
 * @returns `owner/name`, or undefined where nothing of the kind is in the text.
 */
export function findRepositoryName(text: string): string | undefined {
  // No address of a repository is as long, and the expression takes quadratic time.
  if (text.length > MAX_ADDRESS) return undefined;
  const found = /(?:^|github[^/]*\/|:)@?([\w-]+\/[\w.-]+?)(?:\.git)?(?:[/#?].*)?$/.exec(text.trim())?.[1];
  return found !== undefined && isRepositoryName(found) ? found : undefined;
}
