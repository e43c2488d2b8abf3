import {
  type Blob,
  type GitStore,
  readObject,
  type Tree,
  type TreeEntry,
  writeBlob,
  writeTree,
} from "./objects.ts";

/** A file's new content, or null where it is removed. */
export type FileChanges = Readonly<Record<string, string | Buffer | null>>;

type Change = { readonly path: readonly string[]; readonly content: string | Buffer | null };

/** The tree that these changes make of another; null where nothing is left of it. */
function changeTree(store: GitStore, tree: Tree | undefined, changes: readonly Change[]): Tree | null {
  const entries = new Map((tree?.entries ?? []).map((entry) => [entry.name, entry]));
  for (const [name, below] of Map.groupBy(changes, (change) => change.path[0] ?? "")) {
    const own = below.find((change) => change.path.length === 1);
    if (own !== undefined) {
      const mode = entries.get(name)?.mode;
      entries.delete(name);
      if (own.content !== null) {
        const sha = writeBlob(store, own.content).sha;
        entries.set(name, { name, mode: mode?.startsWith("100") ? mode : "100644", sha });
      }
      continue;
    }
    const present = entries.get(name);
    const folder = present === undefined ? undefined : readObject(store, present.sha, "Tree");
    const rest = below.map((change) => ({ path: change.path.slice(1), content: change.content }));
    const changed = changeTree(store, folder, rest);
    entries.delete(name);
    if (changed !== null) entries.set(name, { name, mode: "40000", sha: changed.sha });
  }
  return entries.size === 0 ? null : writeTree(store, [...entries.values()]);
}

/** Writes the tree that these changes make of the tree of this hash (null: of nothing); returns its hash. */
export function applyChanges(store: GitStore, treeSha: string | null, files: FileChanges): string {
  const tree = treeSha === null ? undefined : readObject(store, treeSha, "Tree");
  const changes = Object.entries(files).map(([path, content]) => ({ path: path.split("/"), content }));
  return (changeTree(store, tree, changes) ?? writeTree(store, [])).sha;
}

/** The entry at this path of a tree; the tree itself for "". */
export function findEntry(store: GitStore, treeSha: string, path: string): TreeEntry | undefined {
  let entry: TreeEntry | undefined = { name: "", mode: "40000", sha: treeSha };
  for (const name of path.split("/").filter((part) => part !== "")) {
    const tree: Tree | undefined = entry === undefined ? undefined : readObject(store, entry.sha, "Tree");
    entry = tree?.entries.find((candidate) => candidate.name === name);
  }
  return entry;
}

export interface PathEntry extends TreeEntry {
  readonly path: string;
}

/** All entries below a tree, folders before what is in them. */
export function* walkTree(store: GitStore, treeSha: string, prefix = ""): Generator<PathEntry> {
  for (const entry of readObject(store, treeSha, "Tree")?.entries ?? []) {
    const path = `${prefix}${entry.name}`;
    yield { ...entry, path };
    if (entry.mode === "40000") yield* walkTree(store, entry.sha, `${path}/`);
  }
}

/** A file's blob, or undefined where there is none. */
export function findBlob(store: GitStore, treeSha: string, path: string): Blob | undefined {
  const entry = findEntry(store, treeSha, path);
  return entry === undefined ? undefined : readObject(store, entry.sha, "Blob");
}
