import { commitsBetween } from "../git/history.ts";
import { type Answer, bodyOf, type Call, created, ok, paginate } from "../http/answer.ts";
import { type Need, repositoryOf, type Route } from "../http/route.ts";
import type { PullRequest } from "../world/entities.ts";
import { createPull, mergePull, type PullFields } from "../world/pulls.ts";
import { notFound } from "../world/refusal.ts";
import { type ThreadFields, updateThread } from "../world/threads.ts";
import { commitShape, fileShape } from "./shapes/git.ts";
import { pullFiles, pullShape, simplePullShape } from "./shapes/pull.ts";

const READ: readonly Need[] = [["pull_requests", "read"]];
const WRITE: readonly Need[] = [["pull_requests", "write"]];

function pullOf(call: Call): PullRequest {
  const thread = repositoryOf(call).threads.get(Number(call.path.pull_number));
  if (thread?.__typename !== "PullRequest") throw notFound();
  return thread;
}

function list(call: Call): Answer {
  const repository = repositoryOf(call);
  const { state = "open", head, base, sort = "created", direction } = call.query;
  const branch = String(head ?? "")
    .split(":")
    .at(-1);
  const sign = (direction ?? (sort === "created" ? "desc" : "asc")) === "desc" ? -1 : 1;
  const time = (pull: PullRequest) => (sort === "updated" ? pull.updatedAt : pull.createdAt).getTime();
  const pulls = [...repository.threads.values()]
    .filter((thread): thread is PullRequest => thread.__typename === "PullRequest")
    .filter((pull) => state === "all" || pull.state === state)
    .filter((pull) => head === undefined || pull.headRef === branch)
    .filter((pull) => base === undefined || pull.baseRef === base)
    .sort((a, b) => sign * (time(a) - time(b) || a.number - b.number));
  return paginate(call, pulls, (pull) => simplePullShape(call.world, pull));
}

function create(call: Call): Answer {
  const pull = createPull(call.world, call.actor, repositoryOf(call), bodyOf<PullFields>(call));
  return created(pullShape(call.world, pull));
}

function update(call: Call): Answer {
  const pull = pullOf(call);
  updateThread(call.world, call.actor, pull, bodyOf<ThreadFields>(call));
  return ok(pullShape(call.world, pull));
}

function listFiles(call: Call): Answer {
  const pull = pullOf(call);
  // GitHub lists at most 3,000 files of a pull request.
  const files = pullFiles(pull).slice(0, 3000);
  return paginate(call, files, (file) => fileShape(call.world, pull.repository, pull.headSha, file));
}

function listCommits(call: Call): Answer {
  const pull = pullOf(call);
  const commits = commitsBetween(pull.repository.git, pull.baseSha, pull.headSha).slice(0, 250);
  return paginate(call, commits, (commit) => commitShape(call.world, pull.repository, commit));
}

function merge(call: Call): Answer {
  const sha = mergePull(call.world, call.actor, pullOf(call));
  return ok({ sha, merged: true, message: "Pull Request successfully merged" });
}

const PULLS = "/repos/{owner}/{repo}/pulls";

export const pullRoutes: readonly Route[] = [
  { operation: `GET ${PULLS}`, needs: READ, handle: list },
  { operation: `POST ${PULLS}`, needs: WRITE, person: "read", handle: create },
  {
    operation: `GET ${PULLS}/{pull_number}`,
    needs: READ,
    handle: (call) => ok(pullShape(call.world, pullOf(call))),
  },
  { operation: `PATCH ${PULLS}/{pull_number}`, needs: WRITE, person: "read", handle: update },
  { operation: `GET ${PULLS}/{pull_number}/files`, needs: READ, handle: listFiles },
  { operation: `GET ${PULLS}/{pull_number}/commits`, needs: READ, handle: listCommits },
  { operation: `PUT ${PULLS}/{pull_number}/merge`, needs: [["contents", "write"]], handle: merge },
];
