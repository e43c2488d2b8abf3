import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import pg from "pg";
import { assertLocksHold } from "../../src/ledger/database/check-locks.ts";
import { findPostgres, NO_POSTGRES, startPostgres, type PostgresServer } from "../queue/postgres-server.ts";

jest.setTimeout(60_000);

if (findPostgres() === null) {
  test.skip(`on PostgreSQL (${NO_POSTGRES})`, () => undefined);
} else {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  test("PostgreSQL keeps one session's locks from another, also for many that look at once", async () => {
    const connectionString = await server.database("locks");
    await Promise.all(Array.from({ length: 5 }, () => assertLocksHold({ connectionString })));
  });

  test("a database whose locks do nothing is reported, with what to do", async () => {
    const connectionString = await server.database("stubs");
    const client = new pg.Client({ connectionString });
    await client.connect();
    await client.query(
      "create function public.pg_try_advisory_lock(bigint) returns boolean language sql as 'select true'",
    );
    await client.end();
    const options = "-c search_path=public,pg_catalog";

    await expect(assertLocksHold({ connectionString, options })).rejects.toThrow("pool_mode = session");
    const { rows } = await countSessions(connectionString);
    expect(rows).toEqual([]);
  });
}

async function countSessions(connectionString: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await client.query("select 1 from pg_stat_activity where application_name = 'minutebook start'");
  } finally {
    await client.end();
  }
}
