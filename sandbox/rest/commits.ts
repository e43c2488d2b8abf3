import { type Answer, type Call, ok, paginate } from "../http/answer.ts";
import { type Need, repositoryOf, type Route } from "../http/route.ts";
import { diffTrees } from "../git/diff.ts";
import { ancestors, commitsBetween, mergeBase } from "../git/history.ts";
import { type Commit, readObject } from "../git/objects.ts";
import { findEntry } from "../git/trees.ts";
import { repositoryApi, repositoryUrl } from "../world/links.ts";
import { commitNamed, findCommit } from "../world/refs.ts";
import { notFound, Refusal } from "../world/refusal.ts";
import type { Repository } from "../world/repository.ts";
import { commitShape, fileShape } from "./shapes/git.ts";

const READ: readonly Need[] = [["contents", "read"]];

/** GitHub lists at most this many files of a comparison. */
const MAX_FILES = 300;

function parentTree(repository: Repository, commit: Commit): string | null {
  const parent = commit.parents[0];
  return parent === undefined ? null : (readObject(repository.git, parent, "Commit")?.tree ?? null);
}

/** Whether a commit changed what is at a path. */
function touches(repository: Repository, commit: Commit, path: string): boolean {
  const before = parentTree(repository, commit);
  const was = before === null ? undefined : findEntry(repository.git, before, path)?.sha;
  return findEntry(repository.git, commit.tree, path)?.sha !== was;
}

function list(call: Call): Answer {
  const repository = repositoryOf(call);
  const { sha, path, since, until, author } = call.query;
  const head = commitNamed(repository, String(sha ?? "HEAD"));
  const commits = Array.from(ancestors(repository.git, head.sha)).filter(
    (commit) =>
      (path === undefined || touches(repository, commit, String(path))) &&
      (since === undefined || commit.author.date >= new Date(String(since))) &&
      (until === undefined || commit.author.date <= new Date(String(until))) &&
      (author === undefined || commit.author.login === author),
  );
  return paginate(call, commits, (commit) => commitShape(call.world, repository, commit));
}

function get(call: Call): Answer {
  const repository = repositoryOf(call);
  const name = String(call.path.ref);
  const commit = findCommit(repository, name);
  if (commit === undefined) throw new Refusal(422, `No commit found for SHA: ${name}`);
  if (/\bsha\b/.test(call.accept)) return { status: 200, body: Buffer.from(commit.sha) };
  const changed = diffTrees(repository.git, parentTree(repository, commit), commit.tree);
  const files = changed
    .slice(0, MAX_FILES)
    .map((file) => fileShape(call.world, repository, commit.sha, file));
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  const stats = { total: additions + deletions, additions, deletions };
  return ok({ ...commitShape(call.world, repository, commit), stats, files });
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? "diverged" : "ahead";
  return behind > 0 ? "behind" : "identical";
}

function compare(call: Call): Answer {
  const { world } = call;
  const repository = repositoryOf(call);
  const [baseName, headName] = String(call.path.basehead).split("...");
  if (!baseName || !headName) throw notFound();
  const base = commitNamed(repository, baseName);
  const head = commitNamed(repository, headName);
  const common = mergeBase(repository.git, base.sha, head.sha);
  const merge = common === undefined ? undefined : readObject(repository.git, common, "Commit");
  if (merge === undefined) throw new Refusal(404, `No common ancestor between ${baseName} and ${headName}.`);
  const commits = commitsBetween(repository.git, base.sha, head.sha);
  const behind = commitsBetween(repository.git, head.sha, base.sha).length;
  // Only the first page has files; each page has commits.
  const page = paginate(call, commits, (commit) => commitShape(world, repository, commit));
  const isFirst = Number(call.query.page ?? 1) === 1;
  const files = isFirst ? diffTrees(repository.git, merge.tree, head.tree).slice(0, MAX_FILES) : [];
  const html = `${repositoryUrl(world, repository)}/compare/${baseName}...${headName}`;
  const isPaged = call.query.page !== undefined || call.query.per_page !== undefined;
  const body = {
    url: `${repositoryApi(world, repository)}/compare/${baseName}...${headName}`,
    html_url: html,
    permalink_url: `${repositoryUrl(world, repository)}/compare/${base.sha}...${head.sha}`,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: commitShape(world, repository, base),
    merge_base_commit: commitShape(world, repository, merge),
    status: statusOf(commits.length, behind),
    ahead_by: commits.length,
    behind_by: behind,
    total_commits: commits.length,
    commits: isPaged
      ? page.body
      : commits.slice(-250).map((commit) => commitShape(world, repository, commit)),
    files: files.map((file) => fileShape(world, repository, head.sha, file)),
  };
  return { status: 200, body, headers: isPaged ? (page.headers ?? {}) : {} };
}

const REPO = "/repos/{owner}/{repo}";

export const commitRoutes: readonly Route[] = [
  { operation: `GET ${REPO}/commits`, needs: READ, handle: list },
  { operation: `GET ${REPO}/commits/{ref}`, needs: READ, handle: get },
  { operation: `GET ${REPO}/compare/{basehead}`, needs: READ, handle: compare },
];
