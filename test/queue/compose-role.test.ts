import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import pg from "pg";
import { openStore } from "../../src/queue/open-store.ts";
import { makeFolder } from "../cli/folder.ts";
import { findPostgres, type PostgresServer, startPostgres } from "./postgres-server.ts";

jest.setTimeout(120_000);

const PASSWORD = "it's a \\ secret";

let server: PostgresServer;
let url: URL;
beforeAll(async () => {
  server = await startPostgres();
  url = new URL(await server.database("postgres"));
  const folder = makeFolder({});
  writeFileSync(join(folder, "password"), PASSWORD);
  const { status, stderr } = spawnSync("sh", ["deploy/database/init.sh"], {
    encoding: "utf8",
    env: {
      PATH: `${findPostgres()}:${process.env.PATH}`,
      PGHOST: url.hostname,
      PGPORT: url.port,
      POSTGRES_USER: "postgres",
      APP_PASSWORD_FILE: join(folder, "password"),
    },
  });
  expect([status, stderr]).toEqual([0, ""]);
  url.pathname = "/minutebook";
  url.username = "minutebook";
  url.password = encodeURIComponent(PASSWORD);
});
afterAll(() => server.stop());

test("the app works under the role that deploy/compose.yml's database gives it", async () => {
  const store = await openStore({ databaseUrl: url.href }, { onError: () => undefined });
  await store.check();
  expect(await store.queue.count()).toMatchObject({ waiting: 0 });
  await store.close();
});

test("which is no superuser, and sees no other database", async () => {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const { rows } = await client.query(
    "select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls from pg_roles where rolname = current_user",
  );
  await expect(client.query("copy (select 1) to program 'true'")).rejects.toMatchObject({ code: "42501" });
  await client.end();
  const elsewhere = new pg.Client({
    connectionString: Object.assign(new URL(url), { pathname: "/postgres" }).href,
  });
  elsewhere.on("error", () => undefined);

  expect(Object.values(rows[0])).toEqual([false, false, false, false, false]);
  await expect(elsewhere.connect()).rejects.toMatchObject({ code: "42501" });
});
