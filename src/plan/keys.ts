import type { RepositoryName } from "../minutes/meeting.ts";

/**
 * Keys of steps: made from what a step is about, never from when it was made. They begin with the kind and the minutes'
 * repository in lower case, so that one ledger serves all repositories.
 */

export function commentKey(source: RepositoryName, path: string, target: string): string {
  return `comment:${source.toLowerCase()}:${path}:${target.toLowerCase()}`;
}

/** How the keys of all comments for one file begin. */
export function commentPrefix(source: RepositoryName, path: string): string {
  return commentKey(source, path, "");
}

/** The path of the minutes in a comment's key. null: it is none. */
export function pathOfCommentKey(key: string): string | null {
  return /^comment:[^:]+:(.+):[^:]+#\d+$/.exec(key)?.[1] ?? null;
}

/** @param id - Of the action, from its first words. */
export function issueKey(source: RepositoryName, path: string, id: string): string {
  return `issue:${source.toLowerCase()}:${path}:${id}`;
}

/** The path of the minutes in an action's key. null: it is none. */
export function pathOfIssueKey(key: string): string | null {
  return /^issue:[^:]+:(.+):[^:]+$/.exec(key)?.[1] ?? null;
}

export function milestoneKey(source: RepositoryName, repository: RepositoryName, title: string): string {
  return `${milestonePrefix(source)}${repository.toLowerCase()}:${title.toLowerCase()}`;
}

/** How the keys of all notes on milestones begin. */
export function milestonePrefix(source: RepositoryName): string {
  return `milestone:${source.toLowerCase()}:`;
}

/**
 * A file's entry in the note on a milestone. No step has it: the ledger remembers by it what was taken back.
 *
 * @param milestone - `owner/name:title`.
 */
export function noteKey(source: RepositoryName, path: string, milestone: string): string {
  return `note:${source.toLowerCase()}:${path}:${milestone.toLowerCase()}`;
}

/** How the keys of all entries of one file in notes begin. */
export function notePrefix(source: RepositoryName, path: string): string {
  return noteKey(source, path, "");
}

export function labelKey(source: RepositoryName, repository: RepositoryName, name: string): string {
  return `label:${source.toLowerCase()}:${repository.toLowerCase()}:${name.toLowerCase()}`;
}

export function unlabelKey(source: RepositoryName, path: string, target: string, label: string): string {
  return `unlabel:${source.toLowerCase()}:${path}:${target.toLowerCase()}:${label.toLowerCase()}`;
}

export function assignKey(source: RepositoryName, path: string, target: string): string {
  return `assign:${source.toLowerCase()}:${path}:${target.toLowerCase()}`;
}

/** How the keys of all issues that one file assigns to milestones begin. */
export function assignPrefix(source: RepositoryName, path: string): string {
  return assignKey(source, path, "");
}

/**
 * A key as it is under another name of the minutes' repository, which may be the repository posted to as well. An
 * action's stays what it is: by its marker it has that key for good.
 *
 * @param from - Its name in the key, in lower case.
 * @param to - Its other name, in lower case.
 */
export function renameInKey(key: string, from: string, to: string): string {
  const [kind = "", ...parts] = key.split(":");
  if (kind === "issue") return key;
  const renamed = parts.map((part, index) => {
    // A note's key has the repository behind the path of the minutes.
    const isName = (part === from && (index < 2 || kind === "note")) || part.startsWith(`${from}#`);
    return isName ? `${to}${part.slice(from.length)}` : part;
  });
  return [kind, ...renamed].join(":");
}
