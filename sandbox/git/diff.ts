import { type GitStore, readObject } from "./objects.ts";
import { walkTree } from "./trees.ts";

export interface FileDiff {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: "added" | "modified" | "removed" | "renamed";
  /** Blob hashes; null where the file is not on that side. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Files of a tree that are not the same in the other, by path. Equal folders are not opened. */
function collect(
  store: GitStore,
  from: string | null,
  to: string | null,
  prefix: string,
  out: FileDiff[],
): void {
  if (from === to) return;
  const before = new Map(entriesOf(store, from).map((entry) => [entry.name, entry]));
  const after = new Map(entriesOf(store, to).map((entry) => [entry.name, entry]));
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const a = before.get(name);
    const b = after.get(name);
    if (a?.sha === b?.sha && a?.mode === b?.mode) continue;
    const path = `${prefix}${name}`;
    const isFolder = (mode: string | undefined) => mode === "40000";
    collect(
      store,
      isFolder(a?.mode) ? (a?.sha ?? null) : null,
      isFolder(b?.mode) ? (b?.sha ?? null) : null,
      `${path}/`,
      out,
    );
    const oldFile = a !== undefined && !isFolder(a.mode) ? a.sha : null;
    const newFile = b !== undefined && !isFolder(b.mode) ? b.sha : null;
    if (oldFile === null && newFile === null) continue;
    const status = oldFile === null ? "added" : newFile === null ? "removed" : "modified";
    out.push({ path, previousPath: null, status, before: oldFile, after: newFile });
  }
}

function entriesOf(store: GitStore, sha: string | null) {
  return sha === null ? [] : (readObject(store, sha, "Tree")?.entries ?? []);
}

/** How alike two blobs are, from 0 to 1: the share of bytes in lines that both have, as git's own measure. */
function similarity(store: GitStore, a: string, b: string): number {
  if (a === b) return 1;
  const left = readObject(store, a, "Blob")?.data.toString("latin1") ?? "";
  const right = readObject(store, b, "Blob")?.data.toString("latin1") ?? "";
  const larger = Math.max(left.length, right.length);
  if (larger === 0 || Math.min(left.length, right.length) * 2 < larger) return 0;
  const counts = new Map<string, number>();
  for (const line of left.split("\n")) counts.set(line, (counts.get(line) ?? 0) + 1);
  let same = 0;
  for (const line of right.split("\n")) {
    const count = counts.get(line) ?? 0;
    if (count === 0) continue;
    counts.set(line, count - 1);
    same += line.length + 1;
  }
  return Math.min(1, same / (larger + 1));
}

/** Pairs files removed with files added that are at least half alike, best pairs first, as git does by default. */
function pairRenames(store: GitStore, files: readonly FileDiff[]): FileDiff[] {
  const removed = files.filter((file) => file.status === "removed");
  const added = files.filter((file) => file.status === "added");
  const pairs = removed
    .flatMap((from) =>
      added.map((to) => ({ from, to, score: similarity(store, from.before ?? "", to.after ?? "") })),
    )
    .filter((pair) => pair.score >= 0.5)
    .sort((a, b) => b.score - a.score);
  const used = new Set<FileDiff>();
  const renames: FileDiff[] = [];
  for (const { from, to } of pairs) {
    if (used.has(from) || used.has(to)) continue;
    used.add(from).add(to);
    renames.push({
      path: to.path,
      previousPath: from.path,
      status: "renamed",
      before: from.before,
      after: to.after,
    });
  }
  return [...files.filter((file) => !used.has(file)), ...renames];
}

/** What changed from one tree to the other, renames found, sorted by path. null: the empty tree. */
export function diffTrees(store: GitStore, from: string | null, to: string | null): FileDiff[] {
  const files: FileDiff[] = [];
  collect(store, from, to, "", files);
  return pairRenames(store, files).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Paths of all files of a tree. */
export function filesOf(store: GitStore, tree: string): string[] {
  return Array.from(walkTree(store, tree))
    .filter((entry) => entry.mode !== "40000")
    .map((entry) => entry.path);
}
