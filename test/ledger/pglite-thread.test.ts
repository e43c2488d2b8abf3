import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { openPGlite, type PGliteDatabase } from "../../src/ledger/database/open-pglite.ts";

jest.setTimeout(60_000);

let database: PGliteDatabase;
beforeAll(async () => {
  database = await openPGlite(null);
  await database.query("create table note (text text)");
});
afterAll(() => database.close());

const notes = async () =>
  (await database.query<{ text: string }>("select text from note")).map(({ text }) => text);

test("whoever asks continues while PGlite works", async () => {
  const order: string[] = [];
  const answered = database
    .query("select count(*) from generate_series(1, 500000)")
    .then(() => order.push("answered"));
  setImmediate(() => order.push("went on"));
  await answered;

  expect(order).toEqual(["went on", "answered"]);
});

test("a statement of nobody's transaction waits for the one under way, and sees what it did", async () => {
  let seen: Promise<readonly string[]> = Promise.resolve([]);
  await database.transaction(async (connection) => {
    await connection.query("insert into note values ('one')");
    seen = notes();
    await connection.query("insert into note values ('two')");
  });

  expect(await seen).toEqual(["one", "two"]);
});

test("a transaction that fails leaves nothing, and the next one works", async () => {
  await database.query("delete from note");
  const failing = database.transaction(async (connection) => {
    await connection.query("insert into note values ('lost')");
    await connection.query("insert into nothing values (1)");
  });
  const next = database.transaction((connection) => connection.query("insert into note values ('kept')"));

  await expect(failing).rejects.toMatchObject({ code: "42P01", message: /"nothing" does not exist/ });
  await next;
  expect(await notes()).toEqual(["kept"]);
});

test("a script returns the rows of all its statements", async () => {
  expect(await database.script("begin; select 1 as n; select 2 as n; commit")).toEqual([{ n: 1 }, { n: 2 }]);
});

test("values and rows come through as what they are", async () => {
  const at = new Date("2026-03-04T05:06:07Z");
  const sql = "select $1::timestamptz as at, $2::jsonb as json, $3::text[] as list, $4::text as nothing";

  expect(await database.query(sql, [at, { a: [1] }, ["b", 'c"d'], null])).toEqual([
    { at, json: { a: [1] }, list: ["b", 'c"d'], nothing: null },
  ]);
});

test("once it is closed every statement is refused", async () => {
  const closed = await openPGlite(null);
  await closed.close();
  await closed.close();

  await expect(closed.query("select 1")).rejects.toThrow("PGlite's thread ended.");
});

test("a folder that cannot be opened is reported, and let go of", async () => {
  const folder = await mkdtemp(join(tmpdir(), "minutebook-thread-"));
  await writeFile(join(folder, "pglite"), "no folder");

  await expect(openPGlite(folder)).rejects.toThrow(/^PGlite's thread ended: .*ErrnoError/);
  expect(await readdir(folder)).toEqual(["pglite"]);
  await rm(folder, { recursive: true });
});
