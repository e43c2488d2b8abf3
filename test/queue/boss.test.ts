import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { openPGlite, type PGliteDatabase } from "../../src/ledger/database/open-pglite.ts";
import { DEAD, JOBS, startBoss } from "../../src/queue/boss.ts";

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
