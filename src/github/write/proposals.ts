import type { RepositoryName } from "../../minutes/meeting.ts";
import type { Client } from "../client.ts";
import { GitHubError, isMissing } from "../errors.ts";
import type { Posted, Proposal } from "../port.ts";
import { readFiles } from "../read-files.ts";

/**
 * Brings one changed file to a branch of ours and opens a pull request for it, or keeps the open one up to date. A
 * branch on which somebody else has committed is left alone.
 *
 * @returns the pull request; null: somebody works on the branch
 */
export async function propose(
  client: Client,
  repository: RepositoryName,
  proposal: Proposal,
): Promise<Posted | null> {
  const { branch, base, path, text, title, body } = proposal;
  const open = await findOpen(client, repository, branch);
  const [before] = await readFiles(client, repository, [{ path, commit: branch }]);
  if (open !== null && before?.text === text) return open;
  const tip = await findTip(client, repository, branch);
  if (tip !== null && !tip.ours && tip.sha !== base.commit) return null;
  const commit = await commitFile(client, repository, proposal);
  await moveBranch(client, repository, branch, commit, tip !== null);
  if (open !== null) return open;
  const pull = await client.write("POST /repos/{owner}/{repo}/pulls", {
    ...nameOf(repository),
    head: branch,
    base: base.branch,
    title,
    body,
  });
  return { id: Number(pull.id), number: pull.number, url: pull.html_url };
}

/** Closes the pull request of a branch of ours, where one is open: there is nothing left to propose. */
export async function withdraw(client: Client, repository: RepositoryName, branch: string): Promise<void> {
  const open = await findOpen(client, repository, branch);
  if (open === null) return;
  await client.write("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", {
    ...nameOf(repository),
    pull_number: open.number,
    state: "closed",
  });
}

async function findOpen(
  client: Client,
  repository: RepositoryName,
  branch: string,
): Promise<(Posted & { readonly number: number }) | null> {
  const name = nameOf(repository);
  const [pull] = await client.get("GET /repos/{owner}/{repo}/pulls", {
    ...name,
    head: `${name.owner}:${branch}`,
    state: "open",
  });
  return pull === undefined ? null : { id: Number(pull.id), number: pull.number, url: pull.html_url };
}

/** The last commit of a branch, and whether a bot made it. null: there is no such branch. */
async function findTip(
  client: Client,
  repository: RepositoryName,
  branch: string,
): Promise<{ readonly sha: string; readonly ours: boolean } | null> {
  try {
    const ref = `heads/${branch}`;
    const tip = await client.get("GET /repos/{owner}/{repo}/commits/{ref}", { ...nameOf(repository), ref });
    return { sha: tip.sha, ours: tip.author?.type === "Bot" };
  } catch (error) {
    // GitHub answers 422 where it knows no commit of this name.
    if (isMissing(error) || (error instanceof GitHubError && error.status === 422)) return null;
    throw error;
  }
}

/** Makes a commit on top of the base. No branch moves yet, so that a pull request is never seen empty. */
async function commitFile(client: Client, repository: RepositoryName, proposal: Proposal): Promise<string> {
  const { base, path, text, message } = proposal;
  const name = nameOf(repository);
  const parent = await client.get("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
    ...name,
    commit_sha: base.commit,
  });
  const tree = await client.write("POST /repos/{owner}/{repo}/git/trees", {
    ...name,
    base_tree: parent.tree.sha,
    tree: [{ path, mode: "100644", type: "blob", content: text }],
  });
  const commit = await client.write("POST /repos/{owner}/{repo}/git/commits", {
    ...name,
    message,
    tree: tree.sha,
    parents: [base.commit],
  });
  return commit.sha;
}

async function moveBranch(
  client: Client,
  repository: RepositoryName,
  branch: string,
  sha: string,
  exists: boolean,
): Promise<void> {
  const name = nameOf(repository);
  const ref = `heads/${branch}`;
  if (exists)
    await client.write("PATCH /repos/{owner}/{repo}/git/refs/{ref}", { ...name, ref, sha, force: true });
  else await client.write("POST /repos/{owner}/{repo}/git/refs", { ...name, ref: `refs/${ref}`, sha });
}

function nameOf(repository: RepositoryName): { readonly owner: string; readonly repo: string } {
  const [owner = "", repo = ""] = repository.split("/");
  return { owner, repo };
}
