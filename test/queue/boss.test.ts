import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import { openPGlite, type PGliteDatabase } from "../../src/ledger/database/open-pglite.ts";
import { BOSS_SCHEMA, DEAD, JOBS, startBoss } from "../../src/queue/boss.ts";

// Making a database takes seconds on a busy machine.
jest.setTimeout(60_000);

let database: PGliteDatabase;

beforeAll(async () => {
  database = await openPGlite(null);
});

afterAll(() => database.close());

const start = () =>
  startBoss({ pglite: database }, (error) => {
    throw error;
  });

test("queues that an earlier version made get the options of this one", async () => {
  const earlier = await start();
  await earlier.updateQueue(JOBS, { retryLimit: 3, expireInSeconds: 60, deadLetter: null });
  await earlier.updateQueue(DEAD, { retentionSeconds: 60 });
  await earlier.stop({ graceful: false, close: false });

  const boss = await start();

  expect(await boss.getQueue(JOBS)).toMatchObject({
    policy: "singleton",
    retryLimit: 200,
    expireInSeconds: 86_399,
    deadLetter: DEAD,
  });
  expect(await boss.getQueue(DEAD)).toMatchObject({ retentionSeconds: 31_536_000 });
  await boss.stop({ graceful: false, close: false });
});

describe("what our statements need of pg-boss's own tables", () => {
  test("is there in a fresh installation: columns of jobs, by their types", async () => {
    const boss = await start();
    const columns = await database.query<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns
       where table_schema = '${BOSS_SCHEMA}' and table_name = 'job'`,
    );
    await boss.stop({ graceful: false, close: false });

    expect(Object.fromEntries(columns.map(({ name, type }) => [name, type]))).toMatchObject({
      id: "uuid",
      name: "text",
      data: "jsonb",
      state: "USER-DEFINED",
      singleton_key: "text",
      retry_count: "integer",
      start_after: "timestamp with time zone",
      created_on: "timestamp with time zone",
    });
  });

  test("is there in a fresh installation: the order of states", async () => {
    const boss = await start();
    const states = await database.query<{ state: string }>(
      `select unnest(enum_range(null::${BOSS_SCHEMA}.job_state))::text as state`,
    );
    await boss.stop({ graceful: false, close: false });

    expect(states.map(({ state }) => state)).toEqual([
      "created",
      "retry",
      "active",
      "completed",
      "cancelled",
      "failed",
    ]);
  });

  test("was looked at for the one version that is installed", async () => {
    const { dependencies } = JSON.parse(
      await readFile(new URL("../../package.json", import.meta.url), "utf8"),
    );

    expect(dependencies["pg-boss"]).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
