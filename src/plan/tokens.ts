/**
 * A body may link an issue that the same plan opens and whose number is not known yet. It then contains a token,
 * which apply replaces once the issue exists.
 */

/** Where the issue of a step ended up. */
export interface IssueLink {
  /** `owner/name#number`. */
  readonly target: string;
  readonly url: string;
}

const TOKEN = /<!--minutebook-issue:([^<>]*?)-->/g;

/** The token for the issue of the step with this key. */
export function issueToken(key: string): string {
  return `<!--minutebook-issue:${encodeURIComponent(key).replaceAll("-", "%2D")}-->`;
}

/**
 * The body with each token replaced by a link; a token whose issue does not exist is removed. What only looks like one
 * stays: people may write anything beside our words.
 */
export function resolveTokens(body: string, findIssue: (key: string) => IssueLink | undefined): string {
  return body.replace(TOKEN, (token, encoded: string) => {
    const key = decoded(encoded);
    return key === null ? token : (findIssue(key)?.url ?? "");
  });
}

/** null: nothing was encoded so. */
function decoded(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
