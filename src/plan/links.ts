import type { RepositoryName } from "../minutes/meeting.ts";

/** What links are made of: where GitHub is, and the commit of the minutes that they are pinned to. */
export interface LinkBase {
  /** Without a slash at its end: `https://github.com`. */
  readonly webUrl: string;
  /** The minutes' repository. */
  readonly repository: RepositoryName;
  readonly commit: string;
  /**
   * By the name in lower case that minutes use, the present names of repositories that were renamed. Absent: none
   * was.
   */
  readonly renamed?: ReadonlyMap<string, RepositoryName>;
  /** For hashes: links to lines lead to the file alone. */
  readonly withoutLines?: boolean;
}

/** For hashes: links without commit, lines and the name of the minutes' repository, which may change under them. */
export function neutralBase(base: LinkBase): LinkBase {
  return { ...base, repository: "minutes/minutes", commit: "commit", withoutLines: true };
}

/**
 * A permanent link to lines of the minutes, both ends included. `plain=1`: rendered Markdown has no lines to link to.
 */
export function lineLink(base: LinkBase, path: string, line: number, endLine: number = line): string {
  if (base.withoutLines === true) return fileLink(base, "minutes.md");
  const anchor = endLine > line ? `#L${line}-L${endLine}` : `#L${line}`;
  return `${fileLink(base, path)}?plain=1${anchor}`;
}

/** A permanent link to a file. */
export function fileLink(base: LinkBase, path: string): string {
  return `${base.webUrl}/${base.repository}/blob/${base.commit}/${encodePath(path)}`;
}

/** A permanent link to the bytes of a file, as images need it. */
export function rawLink(base: LinkBase, path: string): string {
  return `${base.webUrl}/${base.repository}/raw/${base.commit}/${encodePath(path)}`;
}

export function commitLink(base: LinkBase): string {
  return `${base.webUrl}/${base.repository}/commit/${base.commit}`;
}

/** The issue's page; GitHub itself leads on to the pull request or discussion of that number. */
export function issueLink(webUrl: string, repository: RepositoryName, number: number): string {
  return `${webUrl}/${repository}/issues/${number}`;
}

function encodePath(path: string): string {
  return path
    .split("/")
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join("/");
}
