import { CodedError, errorText } from "../messages/coded-error.ts";
import { storageError } from "../messages/storage-errors.ts";

/** The database did not take a job: it is away, or too slow. Whoever brought the job has to bring it again. */
export class QueueError extends CodedError {
  override readonly name = "QueueError";

  constructor(cause: unknown) {
    super(storageError("job-not-stored", { reason: errorText(cause) }), { cause });
  }
}
