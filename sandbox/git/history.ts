import { type Commit, type GitStore, readObject } from "./objects.ts";

/** A commit and all that came before it, newest first as git's log lists them. */
export function* ancestors(store: GitStore, sha: string): Generator<Commit> {
  const seen = new Set<string>();
  let front = [sha];
  while (front.length > 0) {
    const next: string[] = [];
    for (const current of front) {
      const commit = seen.has(current) ? undefined : readObject(store, current, "Commit");
      if (commit === undefined) continue;
      seen.add(current);
      yield commit;
      next.push(...commit.parents);
    }
    front = next;
  }
}

/** The commits after `base` up to `head`, newest first, where no merge lies between; undefined otherwise. */
function straightPath(store: GitStore, base: string, head: string): Commit[] | undefined {
  const path: Commit[] = [];
  let sha: string | undefined = head;
  while (sha !== base) {
    const commit: Commit | undefined = sha === undefined ? undefined : readObject(store, sha, "Commit");
    if (commit === undefined || commit.parents.length > 1) return undefined;
    path.push(commit);
    sha = commit.parents[0];
  }
  return path;
}

/** The newest commit that both have; undefined where they share none. */
export function mergeBase(store: GitStore, a: string, b: string): string | undefined {
  if (straightPath(store, a, b) !== undefined) return a;
  const ofA = new Set(Array.from(ancestors(store, a), (commit) => commit.sha));
  for (const commit of ancestors(store, b)) if (ofA.has(commit.sha)) return commit.sha;
  return undefined;
}

/** Commits of `head` that `base` has not, oldest first. */
export function commitsBetween(store: GitStore, base: string, head: string): Commit[] {
  const straight = straightPath(store, base, head);
  if (straight !== undefined) return straight.reverse();
  const known = new Set(Array.from(ancestors(store, base), (commit) => commit.sha));
  return Array.from(ancestors(store, head))
    .filter((commit) => !known.has(commit.sha))
    .reverse();
}
