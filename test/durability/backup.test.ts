import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter } from "node:path";
import { openStore, type Store } from "../../src/queue/open-store.ts";
import { makeFolder } from "../cli/folder.ts";
import { buildEntry } from "../ledger/build-entry.ts";
import { buildJob } from "../queue/build-job.ts";
import { findPostgres, NO_POSTGRES, type PostgresServer, startPostgres } from "../queue/postgres-server.ts";

jest.setTimeout(60_000);

/** The commands in docs/operating.md. */
const [dump = "", restore = ""] =
  /```sh\n(pg_dump .*)\n([^`]*pg_restore .*)\n/.exec(readFileSync("docs/operating.md", "utf8"))?.slice(1) ??
  [];

const programs = findPostgres();

if (programs === null) {
  test.skip(`a backup of PostgreSQL (${NO_POSTGRES})`, () => undefined);
} else {
  let server: PostgresServer;
  const open = (databaseUrl: string): Promise<Store> =>
    openStore(
      { databaseUrl },
      {
        onError: (error) => {
          throw error;
        },
      },
    );
  const sh = (command: string, cwd: string, DATABASE_URL: string) =>
    spawnSync("sh", ["-c", command], {
      cwd,
      encoding: "utf8",
      env: { PATH: [programs, process.env.PATH].join(delimiter), DATABASE_URL },
    });

  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  test("a backup of PostgreSQL holds ledger and queue, and is restored over what was done since", async () => {
    const url = await server.database("minutebook");
    const folder = makeFolder({});
    const before = await open(url);
    const job = buildJob({ deliveryId: "d-1" });
    await before.ledger.settle(buildEntry({ key: "kept" }));
    await before.queue.add(job);
    await before.close();

    expect(sh(dump, folder, url)).toMatchObject({ status: 0, stderr: "" });
    const since = await open(url);
    await since.ledger.settle(buildEntry({ key: "since" }));
    await since.close();
    expect(sh(restore, folder, url)).toMatchObject({ status: 0 });

    const after = await open(url);
    const found = await after.ledger.find({ keys: ["kept", "since"] });
    expect(found.map(({ key }) => key)).toEqual(["kept"]);
    expect(await after.queue.count()).toMatchObject({ waiting: 1 });
    expect(await after.queue.add(job)).toBe(false);
    await after.close();
  });
}
