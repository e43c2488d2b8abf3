import type { ReferenceKind, RepositoryName } from "../meeting.ts";
import { own } from "../own.ts";

/** Where a URL on GitHub leads. `number` is null for a page that is no issue, pull request or discussion. */
export interface GitHubPage {
  readonly repository: RepositoryName;
  readonly number: number | null;
  readonly kind: ReferenceKind;
}

const KINDS: Readonly<Record<string, ReferenceKind>> = {
  issue: "issue",
  issues: "issue",
  pull: "pull",
  pulls: "pull",
  discussion: "discussion",
  discussions: "discussion",
};
const ADDRESS =
  /^(?:https?:)?(?:\/\/)?(?:www\.|redirect\.)?([\w.:-]+)\/([\w-]+)\/([\w.-]+)(?:\/([\w-]+)(?:\/(\d+)(?![\w-]))?)?/i;
/** First parts of paths that are GitHub's own pages, not owners. */
const NO_OWNERS = new Set(
  "about apps collections enterprise features login marketplace notifications orgs search settings " +
    "sponsors stars topics users".split(" "),
);

/**
 * Reads the address of a repository on one of the hosts, or of an issue, pull request or discussion in it, with or
 * without anchor.
 *
 * @param hosts Host names in lower case.
 * @returns null for everything else.
 */
export function readGitHubUrl(url: string, hosts: readonly string[]): GitHubPage | null {
  const [, host, owner, name, section, digits] = ADDRESS.exec(url) ?? [];
  if (host === undefined || owner === undefined || name === undefined) return null;
  if (!hosts.includes(host.toLowerCase()) || NO_OWNERS.has(owner.toLowerCase())) return null;
  const repository = `${owner}/${name.replace(/\.git$/, "")}`;
  const kind = own(KINDS, section?.toLowerCase() ?? "");
  const number = Number(digits ?? "0");
  if (kind === undefined || number === 0) return { repository, number: null, kind: "unknown" };
  return { repository, number, kind };
}
