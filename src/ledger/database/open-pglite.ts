import type { Connection, Database } from "./database.ts";
import { lockFolder } from "./folder-lock.ts";
import { makePrivate } from "./private-folder.ts";
import { PGliteThread } from "./pglite/pglite-thread.ts";
import { createProcessLocks } from "./process-locks.ts";

export interface PGliteDatabase extends Database {
  /** Several statements without values, between two transactions. Returns the rows of all. */
  script(sql: string): Promise<readonly object[]>;
}

/**
 * Opens the PostgreSQL that runs in this process, on a folder that only this process may use.
 *
 * @param dataFolder - Made when missing; null: in memory.
 */
export async function openPGlite(dataFolder: string | null): Promise<PGliteDatabase> {
  // Also those of a command beside the app, for what it makes there.
  if (dataFolder !== null) await makePrivate(dataFolder);
  const unlock = dataFolder === null ? async () => undefined : await lockFolder(dataFolder);
  try {
    return toDatabase(await PGliteThread.start(dataFolder), unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

function toDatabase(thread: PGliteThread, unlock: () => Promise<void>): PGliteDatabase {
  const takeTurn = makeTurns();
  const inTransaction: Connection = {
    query: <T extends object>(sql: string, values?: readonly unknown[]) =>
      thread.ask("statement", sql, values) as Promise<readonly T[]>,
  };
  // There is but one connection: who is in no transaction waits for those who are.
  const between = async (ask: () => Promise<readonly object[]>) => {
    const endTurn = await takeTurn();
    const answered = ask();
    // Asked is enough: the next one is answered after it.
    endTurn();
    return answered;
  };
  const database: PGliteDatabase = {
    kind: "pglite",
    locks: createProcessLocks(),
    query: <T extends object>(sql: string, values?: readonly unknown[]) =>
      between(() => thread.ask("statement", sql, values)) as Promise<readonly T[]>,
    script: (sql) => between(() => thread.ask("script", sql)),
    async transaction(run) {
      const endTurn = await takeTurn();
      try {
        const [, result] = await Promise.all([inTransaction.query("begin"), run(inTransaction)]);
        await inTransaction.query("commit");
        return result;
      } catch (error) {
        await inTransaction.query("rollback").catch(() => undefined);
        throw error;
      } finally {
        endTurn();
      }
    },
    tidy: () => vacuum(database),
    async close() {
      await thread.close();
      await unlock();
    },
  };
  return database;
}

/** Gives turns in the order of the calls. Resolves when it is one's turn, with what ends it. */
function makeTurns(): () => Promise<() => void> {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    let end: () => void = () => undefined;
    last = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  };
}

/** Table by table, so that others get in between. */
async function vacuum(connection: Connection): Promise<void> {
  const tables = await connection.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  for (const { name } of tables) await connection.query(`vacuum (analyze) ${name}`);
}
