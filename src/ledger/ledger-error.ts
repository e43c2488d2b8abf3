/** The database did not do what was asked: it is away, or broke off. Trying again later may help. */
export class LedgerError extends Error {
  override readonly name = "LedgerError";

  constructor(cause: unknown) {
    super(`The database failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
