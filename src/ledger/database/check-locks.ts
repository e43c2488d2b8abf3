import { randomInt } from "node:crypto";
import pg from "pg";
import { CodedError } from "../../messages/coded-error.ts";
import { storageError } from "../../messages/storage-errors.ts";

/**
 * Advisory locks are named by 64 bits; so many are enough not to meet another process that looks at the same moment.
 */
const NAMES = 2 ** 47;

/**
 * Makes sure that a lock which one session has is kept from another: all that happens once depends on it. Behind a
 * pooler that does not keep sessions it is not, nor on CockroachDB, whose functions of that name do nothing
 * (cockroachdb/cockroach#169981).
 *
 * @throws CodedError with the remedy where it is not
 */
export async function assertLocksHold(config: pg.ClientConfig): Promise<void> {
  const clients = [1, 2].map(() => new pg.Client({ ...config, application_name: "minutebook start" }));
  try {
    const name = randomInt(NAMES);
    const taken: boolean[] = [];
    for (const client of clients) {
      await client.connect();
      const { rows } = await client.query<{ done: boolean }>("select pg_try_advisory_lock($1) as done", [
        name,
      ]);
      taken.push(rows[0]?.done === true);
    }
    if (taken[0] === true && taken[1] === false) return;
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
  }
  throw new CodedError(storageError("locks-not-held"));
}
