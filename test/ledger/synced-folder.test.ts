import { expect, jest, test } from "@jest/globals";
import fs, { fstatSync, globSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPGlite } from "../../src/ledger/database/pglite/create-pglite.ts";

jest.setTimeout(60_000);

test("PGlite reports no commit that has not reached the disk", async () => {
  const folder = await mkdtemp(join(tmpdir(), "minutebook-synced-"));
  const database = await createPGlite(folder);
  const { fsyncSync } = fs;
  const synced: number[] = [];
  const filesIn = (place: string) =>
    globSync(join(folder, "pglite", place)).map((path) => statSync(path).ino);
  const spy = jest.spyOn(fs, "fsyncSync").mockImplementation((descriptor) => {
    synced.push(fstatSync(descriptor).ino);
    fsyncSync(descriptor);
  });
  try {
    await database.query("create table note (text text)");
    synced.length = 0;
    await database.query("insert into note values ('kept')");
    expect(synced.length).toBeGreaterThan(0);
    expect(filesIn("pg_wal/*")).toEqual(expect.arrayContaining(synced));

    await database.query("checkpoint");
    expect(filesIn("base/*/*").some((file) => synced.includes(file))).toBe(true);
  } finally {
    spy.mockRestore();
    await database.close();
    await rm(folder, { recursive: true });
  }
});
