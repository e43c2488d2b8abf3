import { CodedError, errorText } from "../messages/coded-error.ts";
import { storageError } from "../messages/storage-errors.ts";

/** The database did not do what was asked: it is away, or broke off. Trying again later may help. */
export class LedgerError extends CodedError {
  override readonly name = "LedgerError";

  constructor(cause: unknown) {
    super(storageError("database-failed", { reason: errorText(cause) }), { cause });
  }
}
