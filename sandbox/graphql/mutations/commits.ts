import { actorAccount } from "../../world/actor.ts";
import { createPull, followBranch } from "../../world/pulls.ts";
import { commitFiles, NO_COMMIT, tellPush } from "../../world/refs.ts";
import type { Repository } from "../../world/repository.ts";
import { findRepository } from "../../world/world.ts";
import { assertWrite, nodeOf } from "../access.ts";
import { type Args, type Context, type Fields, GraphQLRefusal, notResolved } from "../context.ts";
import { evaluate, refOf } from "../types/git.ts";
import { echo, inputOf } from "./comments.ts";

interface Branch {
  readonly id?: string | null;
  readonly repositoryNameWithOwner?: string | null;
  readonly branchName?: string | null;
}

interface Changes {
  readonly additions?: readonly { readonly path: string; readonly contents: string }[] | null;
  readonly deletions?: readonly { readonly path: string }[] | null;
}

function createCommitOnBranch(args: Args, context: Context) {
  const input = inputOf(args);
  const { repositoryNameWithOwner: name, branchName } = input.branch as Branch;
  const repository = findRepository(context.world, String(name));
  if (repository === undefined || !branchName) throw notResolved(`a Repository with the name '${name}'.`);
  assertWrite(context, repository, [["contents", "write"]]);
  const ref = `refs/heads/${branchName}`;
  const before = repository.refs.get(ref);
  if (before === undefined) throw notResolved(`a branch with the name '${branchName}'.`);
  if (before !== input.expectedHeadOid) {
    const message = `Expected branch to point to "${before}" but it did not. Pull and try again.`;
    throw new GraphQLRefusal("STALE_DATA", message);
  }
  const { additions, deletions } = (input.fileChanges ?? {}) as Changes;
  const files = Object.fromEntries([
    ...(deletions ?? []).map(({ path }) => [path, null] as const),
    ...(additions ?? []).map(({ path, contents }) => [path, Buffer.from(contents, "base64")] as const),
  ]);
  const { headline, body } = input.message as { readonly headline: string; readonly body?: string | null };
  const message = body ? `${headline}\n\n${body}` : headline;
  const sender = actorAccount(context.world, context.actor);
  const commit = commitFiles(context.world, repository, files, {
    branch: branchName,
    message,
    author: sender.login,
  });
  tellPush(context.world, repository, { ref, before, after: commit.sha, sender });
  followBranch(context.world, context.actor, repository, ref);
  return { ...echo(args), commit: evaluate(repository, commit.sha), ref: refOf(repository, ref) };
}

function createRef(args: Args, context: Context) {
  const input = inputOf(args);
  const repository = nodeOf<Repository>(context, input.repositoryId, ["Repository"]);
  assertWrite(context, repository, [["contents", "write"]]);
  const name = String(input.name);
  if (repository.refs.has(name)) {
    throw new GraphQLRefusal("UNPROCESSABLE", `A ref named "${name}" already exists in the repository.`);
  }
  repository.refs.set(name, String(input.oid));
  const sender = actorAccount(context.world, context.actor);
  tellPush(context.world, repository, { ref: name, before: NO_COMMIT, after: String(input.oid), sender });
  return { ...echo(args), ref: refOf(repository, name) };
}

function createPullRequest(args: Args, context: Context) {
  const input = inputOf(args);
  const repository = nodeOf<Repository>(context, input.repositoryId, ["Repository"]);
  assertWrite(context, repository, [["pull_requests", "write"]], "read");
  const pullRequest = createPull(context.world, context.actor, repository, {
    title: String(input.title),
    body: input.body as string | undefined,
    head: String(input.headRefName),
    base: String(input.baseRefName),
    draft: input.draft === true,
  });
  return { ...echo(args), pullRequest };
}

export const commitMutations: Fields<undefined> = {
  createCommitOnBranch: (_root, args, context) => createCommitOnBranch(args, context),
  createRef: (_root, args, context) => createRef(args, context),
  createPullRequest: (_root, args, context) => createPullRequest(args, context),
};
