import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import type { Database } from "../../src/ledger/database/database.ts";
import { migrate } from "../../src/ledger/database/migrate.ts";
import { openPGlite } from "../../src/ledger/database/open-pglite.ts";
import { openPostgres } from "../../src/ledger/database/open-postgres.ts";
import { createSqlLedger } from "../../src/ledger/sql-ledger.ts";
import { findPostgres, NO_POSTGRES, startPostgres, type PostgresServer } from "../queue/postgres-server.ts";
import { testLedger } from "./ledger-contract.ts";
import { testSchema } from "./schema-contract.ts";

jest.setTimeout(60_000);

describe("on PGlite", () => {
  testDatabase(() => openPGlite(null));

  test("rows that are gone leave their room to new ones", async () => {
    const database = await openPGlite(null);
    await migrate(database);
    const fill = () =>
      database.query(
        "insert into minutebook.delivery (id) select n::text from generate_series(1, 5000) as n",
      );
    const size = async () =>
      (await database.query<{ bytes: number }>("select pg_table_size('minutebook.delivery') as bytes"))[0]
        ?.bytes;
    await fill();
    await database.tidy();
    const before = await size();
    for (let round = 0; round < 3; round += 1) {
      await database.query("delete from minutebook.delivery");
      await database.tidy();
      await fill();
    }
    expect(await size()).toBeLessThanOrEqual(before ?? 0);
    await database.close();
  });
});

if (findPostgres() === null) {
  test.skip(`on PostgreSQL (${NO_POSTGRES})`, () => undefined);
} else {
  describe("on PostgreSQL", () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server.stop());
    testDatabase(async () => {
      const databaseUrl = await server.database("ledger");
      return openPostgres({ databaseUrl, onError: () => undefined });
    });
  });
}

/** One database for all tests, emptied before each. */
function testDatabase(open: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  const clear = () => database.query("drop schema if exists minutebook cascade");

  describe("the ledger", () => {
    testLedger(async () => {
      await clear();
      await migrate(database);
      return createSqlLedger(database);
    });
  });

  describe("the schema", () =>
    testSchema(async () => {
      await clear();
      return database;
    }));
}
