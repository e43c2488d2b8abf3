import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import type { Database } from "../../src/ledger/database/database.ts";
import { migrate } from "../../src/ledger/database/migrate.ts";
import { MIGRATIONS } from "../../src/ledger/database/migrations.ts";
import { openPGlite } from "../../src/ledger/database/open-pglite.ts";
import { openPostgres } from "../../src/ledger/database/open-postgres.ts";
import { createSqlLedger } from "../../src/ledger/sql-ledger.ts";
import { findPostgres, NO_POSTGRES, startPostgres, type PostgresServer } from "../queue/postgres-server.ts";
import { testLedger } from "./ledger-contract.ts";

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

  describe("the schema", () => {
    const describeSchema = () =>
      database.query(
        `select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
         where table_schema = 'minutebook' order by table_name, ordinal_position`,
      );

    test.each(MIGRATIONS.map(({ version }) => version - 1))(
      "comes from version %i to the newest, and stays there",
      async (from) => {
        await clear();
        await migrate(database);
        const expected = await describeSchema();

        await clear();
        await migrate(
          database,
          MIGRATIONS.filter(({ version }) => version <= from),
        );
        expect(await migrate(database)).toBe(from);
        expect(await describeSchema()).toEqual(expected);
        expect(await migrate(database)).toBe(MIGRATIONS.at(-1)?.version);
      },
    );

    test("is made once when many start together", async () => {
      await clear();
      const before = await Promise.all([migrate(database), migrate(database), migrate(database)]);
      expect(before.toSorted()).toEqual([0, ...[1, 1].map(() => MIGRATIONS.at(-1)?.version)]);
    });

    test("stays as it was when a step fails", async () => {
      await clear();
      await migrate(database);
      const before = await describeSchema();
      const broken = { version: 1000, statements: ["create table minutebook.half (a integer)", "no sql"] };
      await expect(migrate(database, [...MIGRATIONS, broken])).rejects.toThrow(/syntax error/);
      expect(await describeSchema()).toEqual(before);
      expect(await migrate(database)).toBe(MIGRATIONS.at(-1)?.version);
    });

    test("of a newer Minutebook is left alone", async () => {
      await clear();
      await migrate(database, [...MIGRATIONS, { version: 1000, statements: [] }]);
      await expect(migrate(database)).rejects.toThrow(/schema version 1000, this Minutebook knows up to/);
    });
  });
}
