import { describe, expect, test } from "@jest/globals";
import { migrate } from "../../src/ledger/database/migrate.ts";
import { MIGRATIONS } from "../../src/ledger/database/migrations.ts";
import { openPostgres } from "../../src/ledger/database/open-postgres.ts";
import { createSqlLedger } from "../../src/ledger/sql-ledger.ts";
import { buildJob } from "./build-job.ts";
import { testDurableQueue } from "./durable-queue-contract.ts";
import { findPostgres, NO_POSTGRES } from "./postgres-server.ts";
import { testQueue } from "./queue-contract.ts";
import { startTogether, watchTables } from "./start-together.ts";
import { useStores } from "./test-store.ts";

if (findPostgres() === null) {
  test.skip(`on PostgreSQL (${NO_POSTGRES})`, () => undefined);
} else {
  describe("on PostgreSQL", () => {
    const stores = useStores("postgres");
    const emptyDatabase = async () => {
      const place = await stores.emptyPlace();
      if (!("databaseUrl" in place)) throw new Error("The place is no PostgreSQL.");
      return place.databaseUrl;
    };
    describe("the queue", () => testQueue(async () => (await stores.open()).queue));
    describe("the durable queue", () => testDurableQueue(stores));

    test("processes that start at the same time on an empty database make one schema", async () => {
      const place = await stores.emptyPlace();
      const opened = await Promise.all([1, 2, 3].map(() => stores.open(place)));
      const jobs: string[] = [];
      for (const { queue } of opened) await queue.start(async (job) => void jobs.push(job.repository));
      await Promise.all(
        opened.map(({ queue }, index) => queue.add(buildJob({ repository: `acme/${index}` }))),
      );
      await opened[0]?.queue.idle();
      expect(jobs.toSorted()).toEqual(["acme/0", "acme/1", "acme/2"]);
    });

    test.each(MIGRATIONS.map(({ version }) => version - 1))(
      "two processes that start at the same time on schema version %i migrate it once, and both come up",
      async (from) => {
        const databaseUrl = await emptyDatabase();
        await migrateTo(databaseUrl, from);
        const listTables = await watchTables(databaseUrl);

        await startTogether(databaseUrl, ["first", "second"]);

        const made = await listTables();
        expect(made).not.toEqual([]);
        expect(made).toEqual([...new Set(made)]);
        const { ledger, queue } = await stores.open({ databaseUrl });
        const heads = (await ledger.listHeads()).map(({ source }) => source);
        expect(heads).toEqual(["acme/first", ...(from === 0 ? [] : ["acme/old"]), "acme/second"]);
        expect(await listTables()).toEqual(made);
        const jobs: string[] = [];
        await queue.start(async (job) => void jobs.push(job.repository));
        await queue.idle();
        expect(jobs.toSorted()).toEqual(["acme/first", "acme/second"]);
      },
    );
  });
}

/** Brings a new database to a version as an older Minutebook left it, with the head of `acme/old`. 0: nothing. */
async function migrateTo(databaseUrl: string, version: number): Promise<void> {
  if (version === 0) return;
  const database = openPostgres({ databaseUrl, onError: () => undefined });
  await migrate(
    database,
    MIGRATIONS.filter((migration) => migration.version <= version),
  );
  await createSqlLedger(database).saveHead("acme/old", "c0");
  await database.close();
}
