import { type Answer, bodyOf, type Call, created, ok, paginate, paginateIn } from "../http/answer.ts";
import { type Need, repositoryOf, type Route } from "../http/route.ts";
import { type CheckRunFields, createCheckRun, updateCheckRun } from "../world/checks.ts";
import type { CheckRun } from "../world/entities.ts";
import { findCommit } from "../world/refs.ts";
import { notFound, Refusal } from "../world/refusal.ts";
import { annotationShape, checkRunShape } from "./shapes/check-run.ts";

const READ: readonly Need[] = [["checks", "read"]];
const WRITE: readonly Need[] = [["checks", "write"]];

/** Throws: only apps write check runs. */
function assertApp(call: Call): void {
  if (call.actor.kind !== "installation") {
    throw new Refusal(403, "You must authenticate via a GitHub App.");
  }
}

function runOf(call: Call): CheckRun {
  const id = Number(call.path.check_run_id);
  const run = repositoryOf(call).checkRuns.find((candidate) => candidate.id === id);
  if (run === undefined) throw notFound();
  return run;
}

/** Throws where buttons or texts are more or longer than GitHub takes; its description leaves these rules out. */
function assertFields(fields: CheckRunFields): void {
  for (const action of fields.actions ?? []) {
    const isTooLong =
      action.label.length > 20 || action.description.length > 40 || action.identifier.length > 20;
    if (isTooLong)
      throw new Refusal(
        422,
        "Invalid request.\n\nA label may have 20, a description 40, an identifier 20 characters.",
      );
  }
  if ((fields.actions?.length ?? 0) > 3)
    throw new Refusal(422, "Invalid request.\n\nNo more than 3 items are allowed; actions.");
  if (fields.output !== undefined && (fields.output.summary ?? "").length > 65_535) {
    throw new Refusal(422, "Invalid request.\n\nOnly 65535 characters are allowed; summary.");
  }
}

function create(call: Call): Answer {
  assertApp(call);
  const repository = repositoryOf(call);
  const fields = bodyOf<CheckRunFields & { readonly name: string; readonly head_sha: string }>(call);
  if (findCommit(repository, fields.head_sha)?.sha !== fields.head_sha) {
    throw new Refusal(422, `No commit found for SHA: ${fields.head_sha}`);
  }
  assertFields(fields);
  return created(checkRunShape(call.world, createCheckRun(call.world, call.actor, repository, fields)));
}

function update(call: Call): Answer {
  assertApp(call);
  const run = runOf(call);
  const fields = bodyOf<CheckRunFields>(call);
  assertFields(fields);
  updateCheckRun(call.world, call.actor, run, fields);
  return ok(checkRunShape(call.world, run));
}

function listForRef(call: Call): Answer {
  const repository = repositoryOf(call);
  const commit = findCommit(repository, String(call.path.ref));
  if (commit === undefined) throw new Refusal(422, `No commit found for SHA: ${call.path.ref}`);
  const { check_name: name, status, filter = "latest" } = call.query;
  const runs = repository.checkRuns.filter(
    (run) =>
      run.headSha === commit.sha &&
      (name === undefined || run.name === name) &&
      (status === undefined || run.status === status),
  );
  const latest = [...new Map(runs.map((run) => [run.name, run])).values()];
  return paginateIn(call, "check_runs", filter === "all" ? runs : latest, (run) =>
    checkRunShape(call.world, run),
  );
}

function listAnnotations(call: Call): Answer {
  const run = runOf(call);
  return paginate(call, run.annotations, (annotation) => annotationShape(call.world, run, annotation));
}

const REPO = "/repos/{owner}/{repo}";

export const checkRoutes: readonly Route[] = [
  { operation: `POST ${REPO}/check-runs`, needs: WRITE, handle: create },
  {
    operation: `GET ${REPO}/check-runs/{check_run_id}`,
    needs: READ,
    handle: (call) => ok(checkRunShape(call.world, runOf(call))),
  },
  { operation: `PATCH ${REPO}/check-runs/{check_run_id}`, needs: WRITE, handle: update },
  { operation: `GET ${REPO}/check-runs/{check_run_id}/annotations`, needs: READ, handle: listAnnotations },
  { operation: `GET ${REPO}/commits/{ref}/check-runs`, needs: READ, handle: listForRef },
];
