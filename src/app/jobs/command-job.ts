import type { Command } from "../../queue/job-data.ts";
import type { KnownThread } from "../../plan/snapshot.ts";
import type { JobOf } from "../../queue/job.ts";
import type { Queue } from "../../queue/queue.ts";
import type { Reaction } from "../../github/port.ts";
import { parseExternalId } from "../../pipeline/report/external-id.ts";
import { makeBackfillJob } from "../backfill/request.ts";
import { approvalOf } from "../button.ts";
import { makeUndoJob } from "../undo/request.ts";
import { findMinutesOfPost } from "../minutes-of-post.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";

/** Obeys a command that somebody wrote into a comment, and answers with a reaction. */
export async function runCommandJob(
  tools: PipelineTools & { readonly queue: Queue },
  job: CommandJob,
): Promise<void> {
  const { command } = job.data;
  const { github, log } = tools;
  const may = command.name !== null && (await github.mayWrite(job.repository, command.by));
  const reaction: Reaction =
    command.name === null ? "confused" : may ? await obey(tools, job, command) : "-1";
  await github.react(job.repository, command.commentId, reaction);
  log.info(
    { command: command.name, by: command.by, number: command.number, reaction },
    "A command was answered",
  );
}

type CommandJob = JobOf<"command">;
type Tools = PipelineTools & { readonly queue: Queue };

async function obey(tools: Tools, job: CommandJob, command: Command): Promise<Reaction> {
  switch (command.name) {
    case "plan":
      return plan(tools, job, command);
    case "apply":
      return approve(tools, job, command);
    case "ignore":
      return ignore(tools, job, command);
    case "retry":
      return retry(tools, job, command);
    case "backfill":
      return backfill(tools, job, command);
    case "undo":
      return undo(tools, job, command);
    default:
      return "confused";
  }
}

/** Shows the plan of a pull request again. */
async function plan(
  { queue, github }: Tools,
  job: CommandJob,
  { isPull, number, by }: Command,
): Promise<Reaction> {
  if (!isPull) return "confused";
  const { commit } = await github.readPull(job.repository, number);
  await queue.add({ ...job, cause: "pull_request", deliveryId: null, data: { number, commit, for: [by] } });
  return "+1";
}

/**
 * Approves the waiting plan that the command names. Where it names none, or one that does not wait any more, nothing is
 * approved, and the plan that waits is shown again with the line that approves it.
 */
async function approve({ queue, github }: Tools, job: CommandJob, command: Command): Promise<Reaction> {
  const { by, plan = null, steps } = command;
  const { commit } = await github.readHead(job.repository);
  if (commit === null) return "confused";
  const shown = (await github.listCheckRuns(job.repository, commit)).flatMap(({ externalId }) => {
    const origin = parseExternalId(externalId);
    return origin === null || "pull" in origin || "undo" in origin ? [] : [origin];
  });
  const named = plan === null ? undefined : shown.find((origin) => origin.plan === plan);
  const origin = named ?? shown[0];
  if (origin?.plan === undefined) return "confused";
  const { before } = origin;
  const given = { ...(before === undefined ? {} : { before }), commit, by };
  const data = {
    ...given,
    ...approvalOf({ ...origin, plan }),
    ...(plan === null ? { unnamed: true } : {}),
    ...(steps === undefined ? {} : { steps }),
  };
  await queue.add({ ...job, cause: "approval", deliveryId: null, data });
  return named === undefined ? "confused" : "+1";
}

/** Hides our comments on a thread; hidden ones are left alone from then on. */
async function ignore(tools: Tools, job: CommandJob, command: Command): Promise<Reaction> {
  const thread = await readThread(tools, job.repository, command.number);
  if (thread === null || thread.comments.length === 0) return "confused";
  for (const comment of thread.comments) {
    if (!comment.minimized)
      await tools.github.hideComment(job.repository, comment.nodeId ?? String(comment.id));
  }
  return "+1";
}

/** Brings the minutes that mention a thread to their head again; on a pull request of minutes, that repository. */
async function retry(tools: Tools, job: CommandJob, { number }: Command): Promise<Reaction> {
  const thread = await readThread(tools, job.repository, number);
  const own = new Map([[job.repository, job.repositoryId ?? null]]);
  const sources = new Map<string, string | null>();
  for (const { id, nodeId, body } of thread?.comments ?? []) {
    const post = { body, repository: job.repository, number, ids: [id, nodeId] };
    const minutes = await findMinutesOfPost(tools.ledger, post);
    if (minutes !== null) sources.set(minutes, own.get(minutes) ?? null);
  }
  for (const [repository, repositoryId] of sources.size === 0 ? own : sources) {
    const installationId = repository === job.repository ? job.installationId : null;
    const again = {
      installationId,
      repository,
      repositoryId,
      cause: "catch-up",
      deliveryId: null,
      data: {},
    } as const;
    await tools.queue.add(again);
  }
  return "+1";
}

/** Starts to post what old minutes of this repository say. The same comment starts it once. */
async function backfill({ queue }: Tools, job: CommandJob, command: Command): Promise<Reaction> {
  if (command.backfill === undefined) return "confused";
  const run = `comment-${command.commentId}`;
  await queue.add({
    ...makeBackfillJob(job.repository, run, command.backfill, job.installationId),
    repositoryId: job.repositoryId ?? null,
  });
  return "+1";
}

/** Takes back what was posted for minutes of this repository. The same comment does so once. */
async function undo({ queue }: Tools, job: CommandJob, command: Command): Promise<Reaction> {
  if (command.undo === undefined) return "confused";
  const { repository, repositoryId = null, installationId } = job;
  const place = { repository, repositoryId, installationId };
  await queue.add(makeUndoJob(place, { run: `comment-${command.commentId}`, isPlan: true }, command.undo));
  return "+1";
}

async function readThread(
  { github, ledger }: Tools,
  repository: string,
  number: number,
): Promise<KnownThread | null> {
  const request = { threads: [number], milestones: false, labels: [], logins: [], actionIssues: false };
  const snapshot = await github.readSnapshot({ repositories: { [repository]: request } }, [], ledger);
  const state = snapshot.repositories[repository.toLowerCase()];
  const thread = state?.known ? state.threads[number] : undefined;
  return thread?.known ? thread : null;
}
