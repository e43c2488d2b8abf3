import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { PgBoss } from "pg-boss";
import type { Connection, Database } from "../../src/ledger/database/database.ts";
import { BOSS_SCHEMA, DEAD, JOBS, startBoss } from "../../src/queue/boss.ts";
import { addJobs } from "../../src/queue/inbox.ts";
import { queueKeyOf } from "../../src/queue/queue-key.ts";
import { openDatabase, type StorePlace } from "../../src/queue/open-store.ts";
import type { Job } from "../../src/queue/job.ts";
import { newStoredJob } from "../../src/queue/stored-job.ts";
import { buildJob } from "./build-job.ts";
import { makeGates } from "./gates.ts";
import type { useStores } from "./test-store.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a queue keeps to that outlives its process. */
export function testDurableQueue(stores: ReturnType<typeof useStores>): void {
  test("a job that fails for a day is given up, listed, and replayed", async () => {
    let now = 0;
    const { queue } = await stores.open(undefined, { now: () => now, pollSeconds: 0.5 });
    let away = true;
    let tries = 0;
    const givenUp: unknown[] = [];
    await queue.start(
      async () => {
        tries += 1;
        now += DAY_MS;
        if (away) throw Object.assign(new Error(`GitHub is away, ${tries}`));
      },
      async (job, error) => void givenUp.push([job, error]),
    );

    await queue.add(buildJob({ deliveryId: "d-1" }));
    await queue.idle();
    expect(tries).toBe(2);
    expect(givenUp).toEqual([[buildJob({ deliveryId: "d-1" }), new Error("GitHub is away, 2")]]);
    const dead = await queue.listDead();
    expect(dead).toMatchObject([
      { job: buildJob({ deliveryId: "d-1" }), failures: 2, error: "GitHub is away, 2" },
    ]);
    expect(await queue.count()).toMatchObject({ waiting: 0, running: 0, dead: 1 });

    away = false;
    expect(await queue.replay(dead.map(({ id }) => id))).toBe(1);
    expect(await queue.replay(dead.map(({ id }) => id))).toBe(0);
    await queue.idle();
    expect(tries).toBe(3);
    expect(await queue.listDead()).toEqual([]);
  });

  test("a push takes a job that waits for its next try along, but not before GitHub allows it", async () => {
    const { queue } = await stores.open(undefined, { delaySeconds: () => 600, pollSeconds: 0.5 });
    const limits: Readonly<Record<string, object>> = { "acme/limited": { retryAfterSeconds: 300 } };
    const begun: Job[] = [];
    await queue.start(async (job) => {
      begun.push(job);
      if (begun.length <= 2) throw Object.assign(new Error("No answer"), limits[job.repository]);
    });
    const push = (repository: string, before: string) =>
      queue.add(buildJob({ repository, data: { before } }));
    await push("acme/limited", "a");
    await push("acme/minutes", "a");
    await until(async () => begun.length === 2 && (await queue.count()).running === 0);

    await push("acme/limited", "b");
    await push("acme/minutes", "b");
    await until(async () => begun.length > 2 && (await queue.count()).running === 0);

    expect(await queue.count()).toMatchObject({ waiting: 1 });
    expect(begun.slice(2)).toMatchObject([{ repository: "acme/minutes", data: { before: "a" } }]);
  });

  test("more jobs that were given up than a page holds are all listed and replayed", async () => {
    const place = await stores.place();
    await addDead(place, 1001);
    const { queue } = await stores.open(place);

    const dead = await queue.listDead();
    expect(dead).toHaveLength(1001);
    expect(new Set(dead.map(({ job }) => job.repository)).size).toBe(1001);
    const replayed = await queue.replay([...dead.map(({ id }) => id), "nobody's"]);

    expect(replayed).toBe(1001);
    expect(await queue.count()).toMatchObject({ waiting: 1001, dead: 0 });
  });

  test("a delivery id is forgotten only when it is old", async () => {
    const { queue } = await stores.open();
    await queue.add(buildJob({ deliveryId: "d-1" }));
    await queue.forgetDeliveries(7);
    expect(await queue.add(buildJob({ deliveryId: "d-1" }))).toBe(false);
    await queue.forgetDeliveries(0);
    expect(await queue.add(buildJob({ deliveryId: "d-1" }))).toBe(true);
  });

  test("a job that the stop interrupts continues at the next start, and counts no failure", async () => {
    const { queue } = await stores.open();
    let begun: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    await queue.start(async (_job, signal) => {
      begun();
      await new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    });
    await queue.add(buildJob());
    await hasBegun;

    await queue.stop();
    expect(await queue.count()).toMatchObject({ waiting: 1, running: 0, dead: 0 });
  });

  test("says which jobs wait", async () => {
    const { queue } = await stores.open();
    await queue.add(buildJob({ repository: "acme/a" }));
    await queue.add(buildJob({ repository: "acme/b" }));
    await queue.add(buildJob({ repository: "acme/b" }));
    expect(await queue.count()).toMatchObject({ waiting: 2, running: 0, dead: 0 });
  });

  test("a job whose process died is put back, and done by another", async () => {
    const place = await stores.place();
    await leaveBegun(place);

    const { queue } = await stores.open(place, { recoverySeconds: 0, pollSeconds: 0.5 });
    const jobs: Job[] = [];
    await queue.start(async (job) => void jobs.push(job));
    await queue.idle();
    expect(jobs).toEqual([buildJob()]);
  });

  test("a job that has not ended when its process stops is done by another", async () => {
    const place = await stores.place();
    const first = await stores.open(place);
    const gates = makeGates();
    await first.queue.start(gates.handler);
    await first.queue.add(buildJob());
    await gates.untilBegun(1);
    await stores.abandon(first);

    const second = await stores.open(place, { recoverySeconds: 0, pollSeconds: 0.5 });
    const jobs: Job[] = [];
    await second.queue.start(async (job) => void jobs.push(job));
    await second.queue.idle();
    expect(jobs).toEqual([buildJob()]);
    gates.endAll();
  });

  test("a job whose process died rests for what it had asked GitHub, also where a push comes along", async () => {
    const place = await stores.place();
    await leaveBegun(place);
    const { queue } = await stores.open(place, { recoverySeconds: 3, pollSeconds: 0.5 });
    const opened = Date.now();
    const begun: number[] = [];

    await queue.start(async () => void begun.push(Date.now() - opened));
    await queue.add(buildJob());
    await queue.idle();

    expect(begun).toEqual([expect.any(Number)]);
    expect(begun[0]).toBeGreaterThanOrEqual(2900);
  });

  test("a job of which processes died twice is quarantined: given up, reported, and not brought back by itself", async () => {
    const place = await stores.place();
    const job = buildJob({ data: { before: "a" } });
    await addAndLeave(stores, place, job);
    await die(place, "reading meetings/a.md");
    await die(place, "reading meetings/a.md");

    const { queue } = await stores.open(place, { recoverySeconds: 0, pollSeconds: 0.5 });
    const tried: Job[] = [];
    const givenUp: string[] = [];
    await queue.start(
      async (one) => void tried.push(one),
      async (_job, error) => void givenUp.push(String(error)),
    );
    await queue.idle();

    const error = "The process ended twice while it was reading meetings/a.md.";
    expect(tried).toEqual([]);
    expect(givenUp).toEqual([`QuarantineError: ${error}`]);
    expect(await queue.listDead()).toMatchObject([{ job, error }]);
    const unasked = buildJob({ cause: "catch-up", data: { before: "a" } });
    expect(await queue.add(unasked)).toBe(false);
    expect(await queue.add({ ...unasked, data: { before: "b" } })).toBe(true);
    await queue.idle();
    expect(tried).toHaveLength(1);
  });

  test("a job is not blamed for deaths that come while it takes no risk", async () => {
    const place = await stores.place();
    await addAndLeave(stores, place, buildJob());
    await die(place, "reading meetings/a.md");
    for (let deaths = 0; deaths < 3; deaths++) await die(place, "");

    const { queue } = await stores.open(place, { recoverySeconds: 0, pollSeconds: 0.5 });
    const tried: (readonly [Job, boolean])[] = [];
    await queue.start(async (one, _signal, { crashedBefore }) => void tried.push([one, crashedBefore]));
    await queue.idle();
    expect(tried).toEqual([[buildJob(), true]]);
    expect(await queue.listDead()).toEqual([]);
  });

  test("a job that cannot be read is put aside with the reason, and what is behind it continues", async () => {
    const place = await stores.place();
    const job = { ...buildJob(), cause: "dance", data: { steps: 3 } };
    await insertAsIs(place, { ...newStoredJob(buildJob()), job, failures: 4 });
    const errors: string[] = [];
    const store = await stores.open(place, { onError: (error) => errors.push(String(error)) });
    const { queue } = store;
    const tried: Job[] = [];
    await queue.add(buildJob({ cause: "catch-up" }));
    await queue.start(async (one) => void tried.push(one));
    await queue.idle();

    const error = expect.stringContaining("This version of Minutebook can't read the job: job.cause: ");
    const [dead] = await queue.listDead();
    expect(tried).toEqual([buildJob({ cause: "catch-up" })]);
    expect(dead).toMatchObject({ job: { repository: job.repository, cause: "dance" }, failures: 4, error });
    expect(errors).toEqual([
      expect.stringContaining("UnreadableJobError: This version of Minutebook can't read the job"),
    ]);
    expect(await queue.replay([dead?.id ?? ""])).toBe(0);
    expect(await queue.listDead()).toHaveLength(1);
    await stores.abandon(store);
    expect(await readDead(place)).toMatchObject([{ job, failures: 4, error }]);
  });

  test("a job that cannot be read and whose process died is put aside too", async () => {
    const place = await stores.place();
    await insertAsIs(place, { job: "?" }, "active");

    const { queue } = await stores.open(place, { onError: () => undefined, recoverySeconds: 0 });
    await queue.start(async () => undefined);
    await queue.idle();

    expect(await queue.listDead()).toMatchObject([{ job: { repository: "?", cause: "?" }, failures: 0 }]);
  });

  test("a job of an earlier version is done, and takes a newer push along", async () => {
    const place = await stores.place();
    const { data: _, ...job } = buildJob();
    const earlier = { ...job, data: { before: "a", head: "b", askedAs: "acme/notes" } };
    await insertAsIs(place, { ...newStoredJob(buildJob()), job: earlier });

    const { queue } = await stores.open(place);
    const tried: Job[] = [];
    await queue.add(buildJob({ data: { before: "b", commit: "c" } }));
    await queue.start(async (one) => void tried.push(one));
    await queue.idle();

    expect(tried).toEqual([buildJob({ data: { before: "a", commit: "c" }, formerName: "acme/notes" })]);
  });

  test("a push does not read the backfills that wait in its line, whose files may be many", async () => {
    const place = await stores.place();
    const backfill = buildJob({
      cause: "backfill",
      data: { backfill: { ...buildJob({ cause: "backfill" }).data.backfill, files: ["many.md"] } },
    });
    for (const job of [backfill, buildJob({ data: { before: "1" } })]) await addAndLeave(stores, place, job);
    const read: unknown[] = [];

    await onPlace(place, (database, boss) =>
      database.transaction(async (connection) => {
        const listening: Connection = {
          query: async (sql, values) => {
            const rows = await connection.query<never>(sql, values);
            read.push(...rows);
            return rows;
          },
        };
        await addJobs(listening, boss, [buildJob({ data: { before: "2" } })]);
      }),
    );

    expect(JSON.stringify(read)).toContain('"before":"1"');
    expect(JSON.stringify(read)).not.toContain("many.md");
  });

  test("the jobs of one account leave half of the places to others", async () => {
    const { queue } = await stores.open(undefined, { concurrency: 4, pollSeconds: 0.5 });
    const begun: string[] = [];
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    for (let count = 0; count < 6; count++)
      await queue.add(buildJob({ repository: `Acme/minutes-${count}` }));
    await queue.start(async ({ repository }) => {
      begun.push(repository);
      await gate;
    });
    await until(async () => begun.length >= 2);

    await queue.add(buildJob({ repository: "beta/minutes" }));
    await until(async () => begun.includes("beta/minutes"));

    expect(begun.filter((name) => name.startsWith("Acme/"))).toHaveLength(2);
    open();
    await queue.idle();
    expect(begun).toHaveLength(7);
  });

  test("one process at a time runs what is exclusive", async () => {
    const { exclusively } = await stores.open();
    const inner: boolean[] = [];
    const outer = await exclusively("catch-up", async () => {
      inner.push(await exclusively("catch-up", async () => undefined));
      inner.push(await exclusively("other", async () => undefined));
    });
    expect([outer, ...inner]).toEqual([true, false, true]);
    expect(await exclusively("catch-up", async () => undefined)).toBe(true);
  });
}

async function addAndLeave(stores: Stores, place: StorePlace, job: Job): Promise<void> {
  const opened = await stores.open(place);
  await opened.queue.add(job);
  await stores.abandon(opened);
}

/** Has another process begin the job, and kills it. */
async function die(place: StorePlace, risk: string): Promise<void> {
  const program = join(import.meta.dirname, "dying-process.ts");
  const child = spawn(process.execPath, [program, JSON.stringify(place), risk], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const said = await Promise.race([once(child.stdout, "data"), ended]);
  child.kill("SIGKILL");
  await ended;
  expect(String(said[0])).toBe("begun\n");
}

type Stores = ReturnType<typeof useStores>;

/** Leaves a job as a process does that dies of it: it tells nobody, so that the job stays active, and its lock goes. */
async function leaveBegun(place: StorePlace): Promise<void> {
  await onPlace(place, async (database, boss) => {
    await boss.insert(JOBS, [{ data: newStoredJob(buildJob()), singletonKey: queueKeyOf(buildJob()) }]);
    await database.query(`update ${BOSS_SCHEMA}.job set state = 'active' where name = '${JOBS}'`);
  });
}

/** Puts into the database what another version may have left there. */
async function insertAsIs(place: StorePlace, data: object, state = "created"): Promise<void> {
  await onPlace(place, async (database, boss) => {
    await boss.insert(JOBS, [{ data, singletonKey: queueKeyOf(buildJob()) }]);
    await database.query(`update ${BOSS_SCHEMA}.job set state = '${state}' where name = '${JOBS}'`);
  });
}

/** The dead jobs as the database holds them. */
async function readDead(place: StorePlace): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  await onPlace(place, async (database) => {
    const rows = await database.query<{ data: unknown }>(
      `select data from ${BOSS_SCHEMA}.job where name = '${DEAD}'`,
    );
    found.push(...rows.map(({ data }) => data));
  });
  return found;
}

/** Writes down jobs that were given up, each of another repository. */
async function addDead(place: StorePlace, count: number): Promise<void> {
  const jobs = Array.from({ length: count }, (_, index) => buildJob({ repository: `acme/m${index}` }));
  await onPlace(place, async (_database, boss) => {
    await boss.insert(
      DEAD,
      jobs.map((job) => ({ data: newStoredJob(job) })),
    );
  });
}

/** Does something there while no store is open. */
async function onPlace(
  place: StorePlace,
  act: (database: Database, boss: PgBoss) => Promise<void>,
): Promise<void> {
  const ignore = () => undefined;
  const { database, bossPlace } = await openDatabase(place, ignore, true);
  const boss = await startBoss(bossPlace, ignore, true);
  await act(database, boss);
  await boss.stop({ graceful: false, close: true });
  await database.close();
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("It has not come so in 20 seconds.");
}
