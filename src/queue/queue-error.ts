/** The database did not take a job: it is away, or too slow. Whoever brought the job has to bring it again. */
export class QueueError extends Error {
  override readonly name = "QueueError";

  constructor(cause: unknown) {
    super(`The job could not be kept: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
