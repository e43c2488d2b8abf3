import type { Head } from "../../github/port.ts";
import type { Log } from "../../pipeline/log.ts";
import type { Job, Queue } from "../../queue/queue.ts";

/**
 * Hands a job on where its repository has another name by now: jobs of one repository run one at a time by its name, and
 * two under two names would post the same at once.
 *
 * @returns whether it did, and the job in hand has nothing left to do
 */
export async function handOn(
  { queue, log }: { readonly queue: Queue; readonly log: Log },
  job: Job,
  head: Head,
): Promise<boolean> {
  if (head.name.toLowerCase() === job.repository.toLowerCase()) return false;
  // Its delivery was seen; the same job twice does the work once.
  await queue.add({ ...job, repository: head.name, deliveryId: null });
  log.info({ now: head.name }, "The repository has another name by now; its job goes on under that");
  return true;
}
