import { readObject } from "../git/objects.ts";
import { findEntry } from "../git/trees.ts";
import { type Answer, bodyOf, type Call } from "../http/answer.ts";
import { repositoryOf, type Route } from "../http/route.ts";
import { actorAccount } from "../world/actor.ts";
import { followBranch } from "../world/pulls.ts";
import { commitFiles, NO_COMMIT, tellPush } from "../world/refs.ts";
import { Refusal } from "../world/refusal.ts";
import { entryShape } from "./contents.ts";
import { gitCommitShape } from "./shapes/git.ts";

interface Write {
  readonly message: string;
  readonly content?: string;
  readonly sha?: string;
  readonly branch?: string;
}

/** Writes or removes one file as a commit of its own; `sha` is the blob that it replaces, as GitHub demands. */
function write(call: Call): Answer {
  const repository = repositoryOf(call);
  const isRemoval = call.operation.method === "DELETE";
  const path = String(call.path.path).replace(/^\/+/, "");
  const { message, content, sha, branch = repository.defaultBranch } = bodyOf<Write>(call);
  if (repository.archived) throw new Refusal(403, "Repository was archived so is read-only.");
  const ref = `refs/heads/${branch}`;
  const before = repository.refs.get(ref);
  if (before === undefined && repository.refs.size > 0) throw new Refusal(404, `Branch ${branch} not found`);
  const tree = readObject(repository.git, before ?? "", "Commit")?.tree;
  const present = tree === undefined ? undefined : findEntry(repository.git, tree, path)?.sha;
  if (present !== undefined && sha === undefined) {
    throw new Refusal(422, `Invalid request.\n\n"sha" wasn't supplied.`);
  }
  if (sha !== undefined && present !== sha) throw new Refusal(409, `${path} does not match ${sha}`);
  const data = isRemoval ? null : Buffer.from(content ?? "", "base64");
  const { login } = actorAccount(call.world, call.actor);
  const commit = commitFiles(call.world, repository, { [path]: data }, { branch, message, author: login });
  const sender = actorAccount(call.world, call.actor);
  tellPush(call.world, repository, { ref, before: before ?? NO_COMMIT, after: commit.sha, sender });
  followBranch(call.world, call.actor, repository, ref);
  const entry = findEntry(repository.git, commit.tree, path);
  const place = { call, repository, ref: branch };
  return {
    status: present === undefined ? 201 : 200,
    body: {
      content: isRemoval || entry === undefined ? null : entryShape(place, path, entry),
      commit: gitCommitShape(call.world, repository, commit),
    },
  };
}

const CONTENTS = "/repos/{owner}/{repo}/contents/{path}";

export const writeContentRoutes: readonly Route[] = [
  { operation: `PUT ${CONTENTS}`, needs: [["contents", "write"]], handle: write },
  { operation: `DELETE ${CONTENTS}`, needs: [["contents", "write"]], handle: write },
];
