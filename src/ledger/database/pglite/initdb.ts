// Makes a PostgreSQL's files and ends. argv: the folder, which does not exist yet.
import { setFlagsFromString } from "node:v8";
import type { PGlite as PGliteInstance, PGliteOptions } from "@electric-sql/pglite";
import { openSyncedFolder } from "./synced-folder.ts";
import { SparseMemory } from "./sparse-memory.ts";

/** What PGlite's `initdb` uses of the PostgreSQL that it drives. */
type Driven = Pick<PGliteInstance, "callMain" | "close" | "dumpDataDir"> & { readonly Module: object };

const [, , folder = ""] = process.argv;

process.umask(0o077);
setFlagsFromString("--no-wasm-dynamic-tiering");
setFlagsFromString("--no-wasm-tier-up");
const { PGlite } = await import("@electric-sql/pglite");
const create = PGlite.create.bind(PGlite) as (options: PGliteOptions) => Promise<PGliteInstance>;

/**
 * PGlite makes a second PostgreSQL to run `initdb` with, whose files it keeps in memory, copies as an archive and then
 * unpacks; before each of five runs it writes all of its 128 MB, nearly all zeros. Together that is 500 MB. Here the
 * second one works in the folder itself, and only the memory that was used is written.
 */
async function createDriven(options: PGliteOptions): Promise<Driven> {
  const postgres = await create({ ...options, fs: await openSyncedFolder(folder) });
  const memory = new SparseMemory(() => postgres.Module.HEAPU8);
  return {
    Module: Object.create(postgres.Module, { HEAPU8: { value: memory } }),
    callMain: (args) => postgres.callMain(args),
    close: () => postgres.close(),
    // Asked for when all went well: the files are where they belong.
    async dumpDataDir() {
      await postgres.close();
      process.exit(0);
    },
  };
}

// What the class calls by its own name.
Object.assign(PGlite, {
  create: (options: PGliteOptions) => (options.noInitDb ? createDriven(options) : create(options)),
});
await create({
  fs: await openSyncedFolder(folder),
  // The default of a server, 128 MB, would be tried out.
  initDbStartParams: ["-c", "shared_buffers=1MB"],
});
throw new Error("PGlite made no second instance.");
