import type { Head } from "../../github/port.ts";
import { isSameName } from "../../minutes/repository-name.ts";
import type { Log } from "../../pipeline/log.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";
import type { Job } from "../../queue/job.ts";
import type { Queue } from "../../queue/queue.ts";

/**
 * Reads the head of a job's repository. Only a job under the repository's own queue key may rename what the ledger
 * knows of it: another job may be running under the earlier name.
 *
 * @returns null: the job was added again, and has nothing left to do
 */
export async function readJobHead(
  tools: Pick<PipelineTools, "github" | "ledger" | "log"> & { readonly queue: Queue },
  job: Job,
): Promise<Head | null> {
  const head = await tools.github.readHead(job.repository);
  if (await requeue(tools, job, head)) return null;
  const { formerName: askedAs = job.repository } = job;
  if (head.id !== null) await tools.ledger.recognize({ id: head.id, name: head.name, askedAs });
  return head;
}

/**
 * Adds a job again that does not have GitHub's id of its repository, or its current name: jobs of one repository run
 * one at a time by that id, and two with two names would post the same at once.
 *
 * @returns whether it did, so that this job has nothing left to do
 */
async function requeue(
  { queue, log }: { readonly queue: Queue; readonly log: Log },
  job: Job,
  head: Head,
): Promise<boolean> {
  const { repositoryId = null } = job;
  const isNamed = isSameName(head.name, job.repository);
  if (isNamed && (head.id === null || head.id === repositoryId)) return false;
  const named = isNamed ? {} : { formerName: job.repository };
  const next = { ...job, ...named, repository: head.name, repositoryId: head.id, deliveryId: null };
  if (repositoryId !== null && head.id !== null && head.id !== repositoryId) {
    // Events about the earlier repository arrive under its new name; the one with this name is looked at by itself.
    const { formerName: _, ...place } = next;
    await queue.add({ ...place, cause: "catch-up", data: {} });
    log.info({ now: head.id, earlier: repositoryId }, "Another repository has this name by now");
    return true;
  }
  // The delivery counts as seen; if the job runs twice, the second finds nothing to do.
  await queue.add(next);
  log.info({ now: head.name, id: head.id }, "Its job continues under the repository's id and present name");
  return true;
}
