import { describe, expect, test } from "@jest/globals";
import type { PgBoss } from "pg-boss";
import type { Connection, Database } from "../../src/ledger/database/database.ts";
import { createProcessLocks } from "../../src/ledger/database/process-locks.ts";
import { Inbox } from "../../src/queue/inbox.ts";
import { QueueError } from "../../src/queue/queue-error.ts";
import { buildJob } from "./build-job.ts";

const PATIENCE_MS = 50;

/** A database that has seen no delivery and has no job waiting; `transact` is between it and whoever asks. */
function makeInbox(transact: () => Promise<void>) {
  const connection: Connection = {
    async query<T extends object>(sql: string, values: readonly unknown[] = []) {
      const ids = sql.includes("minutebook.delivery") ? (values[0] as readonly string[]) : [];
      return ids.map((id) => ({ id })) as unknown as readonly T[];
    },
  };
  const inserted: number[] = [];
  const database: Database = {
    ...connection,
    kind: "pglite",
    locks: createProcessLocks(),
    async transaction(run) {
      const result = await run(connection);
      await transact();
      return result;
    },
    tidy: async () => undefined,
    close: async () => undefined,
  };
  const boss = { insert: async (_queue: string, jobs: readonly unknown[]) => inserted.push(jobs.length) };
  const onInserted = () => undefined;
  return { inbox: new Inbox(database, boss as unknown as PgBoss, PATIENCE_MS, onInserted), inserted };
}

const job = (index: number) => buildJob({ repository: `acme/${index}`, deliveryId: `d-${index}` });

describe("the inbox", () => {
  test("writes together what comes together", async () => {
    const { inbox, inserted } = makeInbox(async () => undefined);
    const answers = await Promise.all([1, 2, 3].map((index) => inbox.add(job(index))));
    expect(answers).toEqual([true, true, true]);
    expect(inserted).toEqual([3]);
  });

  test("takes one that comes as soon as another is kept", async () => {
    const { inbox } = makeInbox(async () => undefined);
    const kept: boolean[] = [];
    for (const index of [1, 2, 3]) {
      await inbox.add(job(index)).then((isNew) => kept.push(isNew));
    }
    await inbox.add(job(4)).then(() => inbox.add(job(5)));
    expect(kept).toEqual([true, true, true]);
  });

  test("acknowledges nothing before it is committed", async () => {
    let commit: () => void = () => undefined;
    const committed = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let isWritten: () => void = () => undefined;
    const written = new Promise<void>((resolve) => {
      isWritten = resolve;
    });
    const { inbox } = makeInbox(() => {
      isWritten();
      return committed;
    });
    let acknowledged = false;
    const added = inbox.add(job(1)).then(() => {
      acknowledged = true;
    });
    await written;
    await new Promise((resolve) => setImmediate(resolve));
    expect(acknowledged).toBe(false);
    commit();
    await added;
  });

  test("refuses what the database refuses, and continues", async () => {
    let fails = true;
    const { inbox } = makeInbox(async () => {
      if (fails) throw new Error("the disk is full");
    });
    await expect(inbox.add(job(1))).rejects.toThrow(new QueueError(new Error("the disk is full")));
    fails = false;
    expect(await inbox.add(job(1))).toBe(true);
  });

  test("refuses in time what the database does not answer", async () => {
    const { inbox } = makeInbox(() => new Promise(() => undefined));
    const answers = await Promise.allSettled([inbox.add(job(1)), inbox.add(job(2))]);
    expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    // Behind one that is stuck nobody waits longer.
    await expect(inbox.add(job(3))).rejects.toThrow(/hasn't answered for 0.05 s/);
  });
});
