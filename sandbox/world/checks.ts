import { actorAccount } from "./actor.ts";
import type { Actor, Annotation, CheckRun } from "./entities.ts";
import type { Repository } from "./repository.ts";
import { identify, register, type World } from "./world.ts";

/** What REST takes for a check run. */
export interface CheckRunFields {
  readonly name?: string;
  readonly status?: string;
  readonly conclusion?: string;
  readonly external_id?: string;
  readonly details_url?: string;
  readonly started_at?: string;
  readonly completed_at?: string;
  readonly output?: {
    readonly title?: string;
    readonly summary?: string;
    readonly text?: string;
    readonly annotations?: readonly Annotation[];
  };
  readonly actions?: CheckRun["actions"];
}

export function createCheckRun(
  world: World,
  actor: Actor,
  repository: Repository,
  fields: CheckRunFields & { readonly name: string; readonly head_sha: string },
): CheckRun {
  const suite = repository.checkRuns.find((run) => run.headSha === fields.head_sha)?.suiteId;
  const run: CheckRun = register(world, {
    __typename: "CheckRun",
    ...identify(world, "CR"),
    repository,
    suiteId: suite ?? identify(world, "CS").id,
    name: fields.name,
    headSha: fields.head_sha,
    status: "queued",
    conclusion: null,
    externalId: "",
    detailsUrl: null,
    startedAt: null,
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
    actions: [],
  });
  repository.checkRuns.push(run);
  applyFields(world, run, fields);
  world.emit({
    name: "check_run",
    action: "created",
    repository,
    sender: actorAccount(world, actor),
    subject: { check_run: run },
  });
  return run;
}

export function updateCheckRun(world: World, actor: Actor, run: CheckRun, fields: CheckRunFields): void {
  const wasCompleted = run.status === "completed";
  applyFields(world, run, fields);
  if (run.status !== "completed" || wasCompleted) return;
  const sender = actorAccount(world, actor);
  world.emit({
    name: "check_run",
    action: "completed",
    repository: run.repository,
    sender,
    subject: { check_run: run },
  });
}

function applyFields(world: World, run: CheckRun, fields: CheckRunFields): void {
  run.name = fields.name ?? run.name;
  run.externalId = fields.external_id ?? run.externalId;
  run.detailsUrl = fields.details_url ?? run.detailsUrl;
  run.actions = fields.actions ?? run.actions;
  run.status = fields.status ?? run.status;
  if (fields.conclusion !== undefined) run.status = "completed";
  if (run.status !== "completed") {
    run.conclusion = null;
    run.completedAt = null;
  } else {
    run.conclusion = fields.conclusion ?? run.conclusion;
    run.completedAt =
      fields.completed_at === undefined ? (run.completedAt ?? world.now()) : new Date(fields.completed_at);
  }
  run.startedAt ??= world.now();
  if (fields.started_at !== undefined) run.startedAt = new Date(fields.started_at);
  const { output } = fields;
  if (output === undefined) return;
  run.title = output.title ?? run.title;
  run.summary = output.summary ?? run.summary;
  run.text = output.text ?? run.text;
  // GitHub adds the annotations of an update to the existing ones.
  run.annotations.push(...(output.annotations ?? []));
}
