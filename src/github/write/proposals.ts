import { z } from "zod";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { Client } from "../client.ts";
import { GitHubError, isMissing } from "../errors.ts";
import type { Posted, Proposal } from "../port.ts";
import { readFiles } from "../read-files.ts";
import { WITH_SHA, WRITTEN_NUMBERED } from "../written.ts";
import { readViewer } from "./people.ts";
import { isSameName, partsOf } from "../../minutes/repository-name.ts";

/**
 * Brings one changed file to one of Minutebook's branches and opens a pull request for it, or keeps the open one up
 * to date. A branch on which somebody else has committed is left alone, and so is a file whose pull request a person
 * has closed.
 *
 * @returns the pull request; null: a person works on the branch, or has closed its pull request
 */
export async function propose(
  client: Client,
  repository: RepositoryName,
  proposal: Proposal,
): Promise<Posted | null> {
  const { branch, base, path, text, title, body } = proposal;
  const { open, closed } = await findPulls(client, repository, branch);
  if (open === null && closed !== null && !(await closedByUs(client, repository, closed))) return null;
  const [before] = await readFiles(client, repository, [{ path, commit: branch }]);
  if (open !== null && before?.text === text) return open;
  const tip = await findTip(client, repository, branch);
  if (tip !== null && !tip.ours && tip.sha !== base.commit) return null;
  const commit = await commitFile(client, repository, proposal);
  await moveBranch(client, repository, branch, commit, tip !== null);
  if (open !== null) return open;
  const pull = await client.write(
    "POST /repos/{owner}/{repo}/pulls",
    { ...partsOf(repository), head: branch, base: base.branch, title, body },
    WRITTEN_NUMBERED,
  );
  return { id: pull.id, number: pull.number, url: pull.html_url };
}

/** Closes the pull request of one of Minutebook's branches, where one is open: there is nothing left to propose. */
export async function withdraw(client: Client, repository: RepositoryName, branch: string): Promise<void> {
  const { open } = await findPulls(client, repository, branch);
  if (open === null) return;
  const asked = { ...partsOf(repository), pull_number: open.number, state: "closed" } as const;
  await client.write("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", asked, WRITTEN_NUMBERED);
}

const PULLS = z.array(WRITTEN_NUMBERED.extend({ state: z.string(), merged_at: z.string().nullish() }));

interface Pulls {
  readonly open: (Posted & { readonly number: number }) | null;
  /** The number of the newest, where it was closed and not merged. */
  readonly closed: number | null;
}

async function findPulls(client: Client, repository: RepositoryName, branch: string): Promise<Pulls> {
  const name = partsOf(repository);
  const pulls = await client.get(
    "GET /repos/{owner}/{repo}/pulls",
    { ...name, head: `${name.owner}:${branch}`, state: "all", sort: "created", direction: "desc" },
    PULLS,
  );
  const pull = pulls.find(({ state }) => state === "open");
  const [newest] = pulls;
  return {
    open: pull === undefined ? null : { id: pull.id, number: pull.number, url: pull.html_url },
    closed: newest?.state === "closed" && !newest.merged_at ? newest.number : null,
  };
}

/** We close one where nothing is left to propose; a person's closing is their answer. */
async function closedByUs(client: Client, repository: RepositoryName, number: number): Promise<boolean> {
  const { closed_by: closer } = await client.get(
    "GET /repos/{owner}/{repo}/issues/{issue_number}",
    { ...partsOf(repository), issue_number: number },
    z.object({ closed_by: z.object({ login: z.string() }).nullish() }),
  );
  return isSameName(await readViewer(client), closer?.login);
}

const TIP = WITH_SHA.extend({ author: z.object({ type: z.string().optional() }).nullish() });

/** The last commit of a branch, and whether a bot made it. null: there is no such branch. */
export async function findTip(
  client: Client,
  repository: RepositoryName,
  branch: string,
): Promise<{ readonly sha: string; readonly ours: boolean } | null> {
  try {
    const ref = `heads/${branch}`;
    const asked = { ...partsOf(repository), ref };
    const tip = await client.get("GET /repos/{owner}/{repo}/commits/{ref}", asked, TIP);
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
  const name = partsOf(repository);
  const parent = await client.get(
    "GET /repos/{owner}/{repo}/git/commits/{commit_sha}",
    { ...name, commit_sha: base.commit },
    z.object({ tree: WITH_SHA }),
  );
  const entries = [{ path, mode: "100644", type: "blob", content: text }] as const;
  const tree = await client.write(
    "POST /repos/{owner}/{repo}/git/trees",
    { ...name, base_tree: parent.tree.sha, tree: [...entries] },
    WITH_SHA,
  );
  const commit = await client.write(
    "POST /repos/{owner}/{repo}/git/commits",
    { ...name, message, tree: tree.sha, parents: [base.commit] },
    WITH_SHA,
  );
  return commit.sha;
}

const REF = z.object({ ref: z.string() });

async function moveBranch(
  client: Client,
  repository: RepositoryName,
  branch: string,
  sha: string,
  exists: boolean,
): Promise<void> {
  const name = partsOf(repository);
  const ref = `heads/${branch}`;
  if (exists) {
    const asked = { ...name, ref, sha, force: true };
    await client.write("PATCH /repos/{owner}/{repo}/git/refs/{ref}", asked, REF);
  } else await client.write("POST /repos/{owner}/{repo}/git/refs", { ...name, ref: `refs/${ref}`, sha }, REF);
}
