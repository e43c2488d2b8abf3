import { createTwoFilesPatch } from "diff";
import type { FileDiff } from "../../git/diff.ts";
import { type Commit, readObject, type Signature } from "../../git/objects.ts";
import { type PathEntry, walkTree } from "../../git/trees.ts";
import { blobUrl, commitUrl, escapePath, repositoryApi } from "../../world/links.ts";
import type { Repository } from "../../world/repository.ts";
import type { World } from "../../world/world.ts";
import { instant, userShape } from "./account.ts";

function signatureShape(signature: Signature) {
  return { name: signature.name, email: signature.email, date: instant(signature.date) };
}

const UNVERIFIED = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };

/** The account behind a commit, where the sandbox knows one. */
function authorShape(world: World, commit: Commit) {
  const who = world.accounts.get(commit.author.login?.toLowerCase() ?? "");
  return who === undefined ? null : userShape(world, who);
}

/** A commit as the commits API shows it, without its files. */
export function commitShape(world: World, repository: Repository, commit: Commit) {
  const api = repositoryApi(world, repository);
  const author = authorShape(world, commit);
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    commit: {
      author: signatureShape(commit.author),
      committer: signatureShape(commit.author),
      message: commit.message,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: UNVERIFIED,
    },
    url: `${api}/commits/${commit.sha}`,
    html_url: commitUrl(world, repository, commit.sha),
    comments_url: `${api}/commits/${commit.sha}/comments`,
    author,
    committer: author,
    parents: commit.parents.map((sha) => parentShape(world, repository, sha, "commits")),
  };
}

function parentShape(world: World, repository: Repository, sha: string, kind: string) {
  return {
    sha,
    url: `${repositoryApi(world, repository)}/${kind}/${sha}`,
    html_url: commitUrl(world, repository, sha),
  };
}

/** A commit as the git database shows it. */
export function gitCommitShape(world: World, repository: Repository, commit: Commit) {
  const api = repositoryApi(world, repository);
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: `${api}/git/commits/${commit.sha}`,
    html_url: commitUrl(world, repository, commit.sha),
    author: signatureShape(commit.author),
    committer: signatureShape(commit.author),
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => parentShape(world, repository, sha, "git/commits")),
    verification: UNVERIFIED,
  };
}

function textOf(repository: Repository, sha: string | null): string | null {
  const data = sha === null ? Buffer.alloc(0) : readObject(repository.git, sha, "Blob")?.data;
  return data === undefined || data.includes(0) ? null : data.toString();
}

/** A changed file, with its patch where it is text and not too large, as GitHub does. */
export function fileShape(world: World, repository: Repository, ref: string, file: FileDiff) {
  const before = textOf(repository, file.before);
  const after = textOf(repository, file.after);
  const isText = before !== null && after !== null && before.length + after.length < 400_000;
  const patch = isText ? createTwoFilesPatch("a", "b", before, after, "", "", { context: 3 }) : "";
  const lines = patch.split("\n").slice(4);
  const additions = lines.filter((line) => line.startsWith("+")).length;
  const deletions = lines.filter((line) => line.startsWith("-")).length;
  return {
    sha: file.after ?? file.before,
    filename: file.path,
    status: file.status,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: blobUrl(world, repository, ref, file.path),
    raw_url: blobUrl(world, repository, ref, file.path, "raw"),
    contents_url: `${repositoryApi(world, repository)}/contents/${escapePath(file.path)}?ref=${ref}`,
    ...(additions + deletions > 0 ? { patch: patch.split("\n").slice(3).join("\n").trimEnd() } : {}),
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  };
}

/** GitHub lists at most this many entries of a tree at once. */
const MAX_ENTRIES = 100_000;

/** A tree, with what is below its folders where it is asked for. */
export function treeShape(world: World, repository: Repository, sha: string, isDeep: boolean) {
  const own = readObject(repository.git, sha, "Tree")?.entries ?? [];
  const below: PathEntry[] = isDeep
    ? [...walkTree(repository.git, sha)]
    : own.map((entry) => ({ ...entry, path: entry.name }));
  const api = repositoryApi(world, repository);
  const tree = below.slice(0, MAX_ENTRIES).map((entry) => {
    const isFolder = entry.mode === "40000";
    const size = readObject(repository.git, entry.sha, "Blob")?.data.length;
    return {
      path: entry.path,
      mode: isFolder ? "040000" : entry.mode,
      type: isFolder ? "tree" : "blob",
      sha: entry.sha,
      ...(size === undefined ? {} : { size }),
      url: `${api}/git/${isFolder ? "trees" : "blobs"}/${entry.sha}`,
    };
  });
  return { sha, url: `${api}/git/trees/${sha}`, tree, truncated: below.length > MAX_ENTRIES };
}
