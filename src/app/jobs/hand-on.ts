import type { Head } from "../../github/port.ts";
import type { Log } from "../../pipeline/log.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";
import type { Job, Queue } from "../../queue/queue.ts";
import { isSameName } from "../../minutes/repository-name.ts";

/**
 * Reads the head of a job's repository. Only a job of the repository's own line may make known under its present name
 * what the ledger knows of it: another may just be at work under the earlier one.
 *
 * @returns null: the job was handed on, and has nothing left to do
 */
export async function enter(
  tools: Pick<PipelineTools, "github" | "ledger" | "log"> & { readonly queue: Queue },
  job: Job,
): Promise<Head | null> {
  const head = await tools.github.readHead(job.repository);
  if (await handOn(tools, job, head)) return null;
  const { askedAs = job.repository } = job.data;
  if (head.id !== null)
    await tools.ledger.recognize({ id: head.id, name: head.name, askedAs: String(askedAs) });
  return head;
}

/**
 * Hands a job on that does not know its repository by GitHub's id, or by its present name: jobs of one repository run one
 * at a time by that id, and two that knew it by two names would post the same at once.
 *
 * @returns whether it did, and the job in hand has nothing left to do
 */
async function handOn(
  { queue, log }: { readonly queue: Queue; readonly log: Log },
  job: Job,
  head: Head,
): Promise<boolean> {
  const { repositoryId = null } = job;
  const isNamed = isSameName(head.name, job.repository);
  if (isNamed && (head.id === null || head.id === repositoryId)) return false;
  const data = isNamed ? job.data : { ...job.data, askedAs: job.repository };
  const next = { ...job, repository: head.name, repositoryId: head.id, deliveryId: null, data };
  if (repositoryId !== null && head.id !== null && head.id !== repositoryId) {
    // What it is about goes on under another name, and is told of under that; this one is looked at by itself.
    await queue.add({ ...next, cause: "catch-up", data: {} });
    log.info({ now: head.id, earlier: repositoryId }, "Another repository has this name by now");
    return true;
  }
  // Its delivery was seen; the same job twice does the work once.
  await queue.add(next);
  log.info({ now: head.name, id: head.id }, "Its job goes on under the repository's id and present name");
  return true;
}
