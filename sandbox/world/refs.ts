import { type Commit, type GitStore, readObject, type Signature, writeCommit } from "../git/objects.ts";
import { applyChanges, type FileChanges } from "../git/trees.ts";
import type { Account } from "./entities.ts";
import { notFound, Refusal } from "./refusal.ts";
import type { Repository } from "./repository.ts";
import { account, type World } from "./world.ts";

export interface CommitOptions {
  /** Default: the default branch. */
  readonly branch?: string;
  /** Login. Default: the repository's owner. */
  readonly author?: string;
  readonly message?: string;
  readonly date?: Date;
  /** Where a new branch begins. Default: the default branch. */
  readonly from?: string;
}

export const NO_COMMIT = "0".repeat(40);

/** How git names an account. */
export function signatureOf(who: Account, date: Date): Signature {
  const email = `${who.id}+${who.login}@users.noreply.sandbox`;
  return { name: who.name ?? who.login, email, date, login: who.login };
}

/** Commits changes to a branch, which it creates if it is new, without events. Returns the commit. */
export function commitFiles(
  world: World,
  repository: Repository,
  files: FileChanges,
  options: CommitOptions = {},
): Commit {
  const branch = `refs/heads/${options.branch ?? repository.defaultBranch}`;
  const parent =
    repository.refs.get(branch) ??
    repository.refs.get(`refs/heads/${options.from ?? repository.defaultBranch}`);
  const before = parent === undefined ? undefined : readObject(repository.git, parent, "Commit");
  const author = account(world, options.author ?? repository.owner.login);
  const commit = writeCommit(repository.git, {
    tree: applyChanges(repository.git, before?.tree ?? null, files),
    parents: before === undefined ? [] : [before.sha],
    author: signatureOf(author, options.date ?? world.now()),
    message: options.message ?? `Change ${Object.keys(files).join(", ")}`,
  });
  repository.refs.set(branch, commit.sha);
  repository.pushedAt = world.now();
  return commit;
}

/** The commit that a name resolves to: a branch, a tag, a full ref, a hash of at least seven digits, or "HEAD". */
export function findCommit(repository: Repository, name: string): Commit | undefined {
  const refs = repository.refs;
  const wanted = name === "HEAD" ? repository.defaultBranch : name;
  const sha =
    refs.get(`refs/heads/${wanted}`) ??
    refs.get(`refs/tags/${wanted}`) ??
    refs.get(wanted) ??
    refs.get(`refs/${wanted}`);
  return readObject(repository.git, sha ?? completeHash(repository.git, wanted), "Commit");
}

/** The full hash that begins so; the name itself where there is none. */
function completeHash(store: GitStore, name: string): string {
  if (name.length === 40 || !/^[0-9a-f]{7,39}$/.test(name)) return name;
  return Array.from(store.objects.keys()).find((sha) => sha.startsWith(name)) ?? name;
}

/** Whether this is the hash of a commit that cannot be found by it yet. */
export function isUnseenCommit(world: World, repository: Repository, hash: string): boolean {
  const commit = readObject(repository.git, hash, "Commit");
  return commit !== undefined && world.isUnseen(commit.author.date);
}

/** As `findCommit`; throws GitHub's 404, or its 409 where the repository is empty. */
export function commitNamed(repository: Repository, name: string): Commit {
  if (repository.refs.size === 0) throw new Refusal(409, "Git Repository is empty.");
  const commit = findCommit(repository, name);
  if (commit === undefined) throw notFound();
  return commit;
}

/** Sends the events of a moved ref: `push`, and `create` or `delete` if it is new or gone. */
export function tellPush(
  world: World,
  repository: Repository,
  push: {
    readonly ref: string;
    readonly before: string;
    readonly after: string;
    readonly sender: Account;
    readonly forced?: boolean;
  },
): void {
  const { sender, ...rest } = push;
  if (push.before !== NO_COMMIT) repository.formerRefs.set(push.ref, push.before);
  world.emit({ name: "push", action: null, repository, sender, subject: { forced: false, ...rest } });
}
