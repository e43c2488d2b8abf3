import { readObject, writeCommit } from "../git/objects.ts";
import { actorAccount } from "./actor.ts";
import { assertBody } from "./comments.ts";
import type { Actor, PullRequest } from "./entities.ts";
import { addEvent } from "./events.ts";
import { NO_COMMIT, signatureOf, tellPush } from "./refs.ts";
import { invalid, Refusal } from "./refusal.ts";
import type { Repository } from "./repository.ts";
import { newThread, setState, tellThread } from "./threads.ts";
import { identify, register, type World } from "./world.ts";

export interface PullFields {
  readonly title: string;
  readonly body?: string | null | undefined;
  readonly head: string;
  readonly base: string;
  readonly draft?: boolean | undefined;
  readonly number?: number | undefined;
}

export function createPull(
  world: World,
  actor: Actor,
  repository: Repository,
  fields: PullFields,
): PullRequest {
  if (repository.archived) throw new Refusal(403, "Repository was archived so is read-only.");
  assertBody("PullRequest", fields.body);
  const headRef = fields.head.split(":").at(-1) ?? "";
  const headSha = repository.refs.get(`refs/heads/${headRef}`);
  const baseSha = repository.refs.get(`refs/heads/${fields.base}`);
  if (headSha === undefined) throw invalid("PullRequest", "head", "invalid");
  if (baseSha === undefined) throw invalid("PullRequest", "base", "invalid");
  if (headSha === baseSha) throw alreadyThere(`No commits between ${fields.base} and ${headRef}`);
  for (const other of repository.threads.values()) {
    const isSame =
      other.__typename === "PullRequest" &&
      other.state === "open" &&
      other.headRef === headRef &&
      other.baseRef === fields.base;
    if (isSame) throw alreadyThere(`A pull request already exists for ${repository.owner.login}:${headRef}.`);
  }
  const thread = newThread(world, actor, repository, {
    title: fields.title,
    body: fields.body ?? "",
    number: fields.number,
  });
  const pull: PullRequest = register(world, {
    __typename: "PullRequest",
    ...identify(world, "PR"),
    ...thread,
    assignees: [],
    milestone: null,
    baseRef: fields.base,
    headRef,
    headRepository: repository,
    baseSha,
    headSha,
    draft: fields.draft ?? false,
    mergedAt: null,
    mergedBy: null,
    mergeSha: null,
  } satisfies PullRequest);
  repository.threads.set(pull.number, pull);
  tellThread(world, actor, pull, "opened");
  return pull;
}

function alreadyThere(message: string): Refusal {
  return new Refusal(422, "Validation Failed", {
    errors: [{ resource: "PullRequest", field: "", code: "custom", message }],
  });
}

/** Open pull requests follow their branches; one whose head is gone is closed, as GitHub does. */
export function followBranch(world: World, actor: Actor, repository: Repository, ref: string): void {
  const sha = repository.refs.get(ref);
  for (const pull of repository.threads.values()) {
    if (pull.__typename !== "PullRequest" || pull.state !== "open") continue;
    if (sha !== undefined && `refs/heads/${pull.baseRef}` === ref) pull.baseSha = sha;
    if (`refs/heads/${pull.headRef}` !== ref || pull.headSha === sha) continue;
    if (sha === undefined) {
      setState(world, actor, pull, "closed");
      continue;
    }
    const before = pull.headSha;
    pull.headSha = sha;
    pull.updatedAt = world.now();
    tellThread(world, actor, pull, "synchronize", { before, after: sha });
  }
}

/** Merges with a merge commit that takes the head's files, and pushes it. */
export function mergePull(world: World, actor: Actor, pull: PullRequest): string {
  const { repository } = pull;
  const head = readObject(repository.git, pull.headSha, "Commit");
  if (head === undefined || pull.state === "closed") throw new Refusal(405, "Pull Request is not mergeable");
  const who = actorAccount(world, actor);
  const ref = `refs/heads/${pull.baseRef}`;
  const before = repository.refs.get(ref) ?? NO_COMMIT;
  const commit = writeCommit(repository.git, {
    tree: head.tree,
    parents: [before, head.sha],
    author: signatureOf(who, world.now()),
    message: `Merge pull request #${pull.number} from ${repository.owner.login}/${pull.headRef}\n\n${pull.title}`,
  });
  repository.refs.set(ref, commit.sha);
  pull.mergedAt = world.now();
  pull.mergedBy = who;
  pull.mergeSha = commit.sha;
  addEvent(world, pull, who, "merged", "MergedEvent", { commitSha: commit.sha });
  setState(world, actor, pull, "closed");
  tellPush(world, repository, { ref, before, after: commit.sha, sender: who });
  return commit.sha;
}
