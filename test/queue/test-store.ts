import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, jest } from "@jest/globals";
import { openStore, type Store, type StorePlace } from "../../src/queue/open-store.ts";
import type { BossQueueOptions } from "../../src/queue/boss-queue.ts";
import { startPostgres, type PostgresServer } from "./postgres-server.ts";

interface Template {
  prepare(): Promise<void>;
  /** A new, empty place, whose schema is made. */
  copy(): Promise<StorePlace>;
  /** A new place without a schema. */
  empty(): Promise<StorePlace>;
  remove(): Promise<void>;
}

/** Opens stores that are closed after each test; an error in the background fails the test. */
export function useStores(kind: "pglite" | "postgres") {
  const open: Store[] = [];
  const errors: unknown[] = [];
  const template = makeTemplate(kind);

  jest.setTimeout(60_000);
  beforeAll(() => template.prepare());
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close();
    const [first] = errors.splice(0);
    if (first !== undefined) throw first;
  });
  afterAll(() => template.remove());

  return {
    /** A new, empty place. */
    place: () => template.copy(),
    /** A new place without a schema. */
    emptyPlace: () => template.empty(),
    /** Closes it while a job runs, without waiting for that. */
    async abandon(store: Store): Promise<void> {
      open.splice(open.indexOf(store), 1);
      await store.close();
    },
    async open(at?: StorePlace, options: Partial<BossQueueOptions> = {}): Promise<Store> {
      const store = await openStore(at ?? (await template.copy()), {
        onError: (error) => errors.push(error),
        delaySeconds: () => 0,
        stopSeconds: 0.1,
        ...options,
      });
      open.push(store);
      return store;
    },
  };
}

/** Making a database takes seconds, copying one does not. */
function makeTemplate(kind: "pglite" | "postgres"): Template {
  return kind === "pglite" ? makeFolderTemplate() : makeDatabaseTemplate();
}

function makeFolderTemplate(): Template {
  let root = "";
  let count = 0;
  return {
    async prepare() {
      root = await mkdtemp(join(tmpdir(), "minutebook-test-"));
      await prepare({ dataFolder: join(root, "template") });
    },
    async copy() {
      count += 1;
      const dataFolder = join(root, `copy-${count}`);
      await cp(join(root, "template"), dataFolder, { recursive: true });
      return { dataFolder };
    },
    async empty() {
      count += 1;
      return { dataFolder: join(root, `empty-${count}`) };
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

function makeDatabaseTemplate(): Template {
  let server: PostgresServer | null = null;
  let count = 0;
  return {
    async prepare() {
      server = await startPostgres();
      await prepare({ databaseUrl: await server.database("template") });
    },
    async copy() {
      if (server === null) throw new Error("prepare() comes first");
      count += 1;
      return { databaseUrl: await server.database(`copy_${count}`, "template") };
    },
    async empty() {
      if (server === null) throw new Error("prepare() comes first");
      count += 1;
      return { databaseUrl: await server.database(`empty_${count}`) };
    },
    async remove() {
      await server?.stop();
    },
  };
}

async function prepare(place: StorePlace): Promise<void> {
  const store = await openStore(place, {
    onError: (error) => {
      throw error;
    },
  });
  await store.close();
}
