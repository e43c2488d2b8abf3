import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StorePlace } from "../../src/queue/open-store.ts";
import { findPostgres, startPostgres } from "../../test/queue/postgres-server.ts";

export interface Places {
  /** By name: `pglite`, and `postgres` where that is installed. */
  readonly all: ReadonlyMap<string, StorePlace>;
  remove(): Promise<void>;
}

/** New, empty databases. */
export async function makePlaces(): Promise<Places> {
  const folder = await mkdtemp(join(tmpdir(), "minutebook-bench-"));
  const all = new Map<string, StorePlace>([["pglite", { dataFolder: folder }]]);
  const server = findPostgres() === null ? null : await startPostgres();
  if (server !== null) all.set("postgres", { databaseUrl: await server.database("bench") });
  return {
    all,
    async remove() {
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
