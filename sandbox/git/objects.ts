import { createHash } from "node:crypto";

/** Git's objects, hashed as git does, in memory. Several repositories may not share a store: forks copy it. */
export interface GitStore {
  readonly objects: Map<string, GitObject>;
}

export interface Blob {
  readonly __typename: "Blob";
  readonly sha: string;
  readonly data: Buffer;
}

export interface TreeEntry {
  readonly name: string;
  /** "100644", "100755", "120000" (link), "40000" (tree) or "160000" (submodule). */
  readonly mode: string;
  readonly sha: string;
}

export interface Tree {
  readonly __typename: "Tree";
  readonly sha: string;
  readonly entries: readonly TreeEntry[];
}

export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly date: Date;
  /** The account behind it, where there is one. */
  readonly login: string | null;
}

export interface Commit {
  readonly __typename: "Commit";
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly message: string;
}

export type GitObject = Blob | Tree | Commit;

export function createGitStore(): GitStore {
  return { objects: new Map() };
}

function hash(type: string, content: Buffer): string {
  return createHash("sha1").update(`${type} ${content.length}\0`).update(content).digest("hex");
}

function keep<T extends GitObject>(store: GitStore, object: T): T {
  const known = store.objects.get(object.sha);
  if (known !== undefined) return known as T;
  store.objects.set(object.sha, object);
  return object;
}

export function writeBlob(store: GitStore, content: string | Buffer): Blob {
  const data = typeof content === "string" ? Buffer.from(content) : content;
  return keep(store, { __typename: "Blob", sha: hash("blob", data), data });
}

/** Git sorts a tree's entries as if folders ended in a slash. */
function sortKey(entry: TreeEntry): string {
  return entry.mode === "40000" ? `${entry.name}/` : entry.name;
}

export function writeTree(store: GitStore, entries: readonly TreeEntry[]): Tree {
  const sorted = entries.toSorted((a, b) => Buffer.compare(Buffer.from(sortKey(a)), Buffer.from(sortKey(b))));
  const parts = sorted.map((entry) =>
    Buffer.concat([Buffer.from(`${entry.mode} ${entry.name}\0`), Buffer.from(entry.sha, "hex")]),
  );
  return keep(store, { __typename: "Tree", sha: hash("tree", Buffer.concat(parts)), entries: sorted });
}

export function writeCommit(store: GitStore, commit: Omit<Commit, "sha" | "__typename">): Commit {
  const { name, email, date } = commit.author;
  const who = `${name} <${email}> ${Math.floor(date.getTime() / 1000)} +0000`;
  const parents = commit.parents.map((parent) => `parent ${parent}\n`).join("");
  const text = `tree ${commit.tree}\n${parents}author ${who}\ncommitter ${who}\n\n${commit.message}\n`;
  return keep(store, { __typename: "Commit", sha: hash("commit", Buffer.from(text)), ...commit });
}

/** The object of this hash and type, or undefined. */
export function readObject<T extends GitObject["__typename"]>(
  store: GitStore,
  sha: string,
  type: T,
): Extract<GitObject, { __typename: T }> | undefined {
  const object = store.objects.get(sha);
  return object?.__typename === type ? (object as Extract<GitObject, { __typename: T }>) : undefined;
}
