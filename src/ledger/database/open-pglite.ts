import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { PGlite as PGliteInstance, Transaction } from "@electric-sql/pglite";
import type { Connection, Database } from "./database.ts";
import { lockFolder } from "./folder-lock.ts";
import { createProcessLocks } from "./process-locks.ts";
import { openSyncedFolder } from "./synced-folder.ts";

/** PGlite's own start parameters, with caches for one small application instead of a server. */
const START_PARAMETERS = [
  ["search_path", "public"],
  ["exit_on_error", "false"],
  ["log_checkpoints", "false"],
  ["max_worker_processes", "0"],
  ["max_parallel_workers", "0"],
  ["max_parallel_workers_per_gather", "0"],
  ["max_parallel_maintenance_workers", "0"],
  ["io_method", "sync"],
  ["shared_buffers", "8MB"],
  ["wal_buffers", "256kB"],
  ["maintenance_work_mem", "8MB"],
  ["max_wal_size", "64MB"],
  ["min_wal_size", "32MB"],
  // The only one of its ways to the disk that PGlite has.
  ["wal_sync_method", "fsync"],
].flatMap(([name, value]) => ["-c", `${name}=${value}`]);

export interface PGliteDatabase extends Database {
  readonly pglite: PGliteInstance;
}

/**
 * Opens the PostgreSQL that runs in this process, on a folder that only this process may use.
 *
 * @param dataFolder - Made when missing; null: in memory.
 */
export async function openPGlite(dataFolder: string | null): Promise<PGliteDatabase> {
  const unlock = dataFolder === null ? async () => undefined : await lockFolder(dataFolder);
  try {
    // V8's optimizing compiler takes 300 MB for PGlite's WebAssembly and makes statements as small as ours no faster.
    setFlagsFromString("--no-wasm-dynamic-tiering");
    setFlagsFromString("--no-wasm-tier-up");
    const { PGlite } = await import("@electric-sql/pglite");
    const pglite = await PGlite.create({
      ...(dataFolder === null ? {} : { fs: await openSyncedFolder(join(dataFolder, "pglite")) }),
      // -F: nothing to wait for in memory.
      startParams: ["--single", ...(dataFolder === null ? ["-F"] : []), "-O", "-j", ...START_PARAMETERS],
    });
    return toDatabase(pglite, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

function toDatabase(pglite: PGliteInstance, unlock: () => Promise<void>): PGliteDatabase {
  return {
    kind: "pglite",
    pglite,
    locks: createProcessLocks(),
    query: toConnection(pglite).query,
    transaction: (run) => pglite.transaction((transaction) => run(toConnection(transaction))),
    tidy: () => vacuum(toConnection(pglite)),
    async close() {
      await pglite.close();
      await unlock();
    },
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

function toConnection(source: PGliteInstance | Transaction): Connection {
  return {
    async query<T extends object>(sql: string, values: readonly unknown[] = []) {
      return (await source.query<T>(sql, [...values])).rows;
    },
  };
}
