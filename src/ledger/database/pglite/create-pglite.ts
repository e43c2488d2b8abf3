import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { PGlite as PGliteInstance } from "@electric-sql/pglite";
import { makeCluster } from "./make-cluster.ts";
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

/**
 * Starts the PostgreSQL that runs on this thread. It is blocked while that works, and while the disk does.
 *
 * @param dataFolder - Made when missing; null: in memory.
 */
export async function createPGlite(dataFolder: string | null): Promise<PGliteInstance> {
  // V8's optimizing compiler takes 300 MB for PGlite's WebAssembly and makes statements as small as ours no faster.
  setFlagsFromString("--no-wasm-dynamic-tiering");
  setFlagsFromString("--no-wasm-tier-up");
  if (dataFolder !== null) await makeCluster(dataFolder);
  const { PGlite } = await import("@electric-sql/pglite");
  return PGlite.create({
    ...(dataFolder === null ? {} : { fs: await openSyncedFolder(join(dataFolder, "pglite")) }),
    // -F: nothing to wait for in memory.
    startParams: ["--single", ...(dataFolder === null ? ["-F"] : []), "-O", "-j", ...START_PARAMETERS],
  });
}
