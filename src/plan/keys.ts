import type { RepositoryName } from "../minutes/meeting.ts";

/**
 * Keys of steps: made from what a step is about, never from when it was made. They begin with the kind and the minutes'
 * repository in lower case, so that one ledger serves all repositories.
 */

export function commentKey(minutes: RepositoryName, path: string, target: string): string {
  return `comment:${minutes.toLowerCase()}:${path}:${target.toLowerCase()}`;
}

/** How the keys of all comments for one file begin. */
export function commentPrefix(minutes: RepositoryName, path: string): string {
  return commentKey(minutes, path, "");
}

/** The path of the minutes in a comment's key. null: it is none. */
export function pathOfCommentKey(key: string): string | null {
  return /^comment:[^:]+:(.+):[^:]+#\d+$/.exec(key)?.[1] ?? null;
}

/** @param id - Of the action, from its first words. */
export function issueKey(minutes: RepositoryName, path: string, id: string): string {
  return `issue:${minutes.toLowerCase()}:${path}:${id}`;
}

/** The path of the minutes in an action's key. null: it is none. */
export function pathOfIssueKey(key: string): string | null {
  return /^issue:[^:]+:(.+):[^:]+$/.exec(key)?.[1] ?? null;
}

export function milestoneKey(minutes: RepositoryName, repository: RepositoryName, title: string): string {
  return `${milestonePrefix(minutes)}${repository.toLowerCase()}:${title.toLowerCase()}`;
}

/** How the keys of all notes on milestones begin. */
export function milestonePrefix(minutes: RepositoryName): string {
  return `milestone:${minutes.toLowerCase()}:`;
}

export function labelKey(minutes: RepositoryName, repository: RepositoryName, name: string): string {
  return `label:${minutes.toLowerCase()}:${repository.toLowerCase()}:${name.toLowerCase()}`;
}

export function unlabelKey(minutes: RepositoryName, path: string, target: string, label: string): string {
  return `unlabel:${minutes.toLowerCase()}:${path}:${target.toLowerCase()}:${label.toLowerCase()}`;
}

export function assignKey(minutes: RepositoryName, path: string, target: string): string {
  return `assign:${minutes.toLowerCase()}:${path}:${target.toLowerCase()}`;
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
    const isName = (part === from && index < 2) || part.startsWith(`${from}#`);
    return isName ? `${to}${part.slice(from.length)}` : part;
  });
  return [kind, ...renamed].join(":");
}
