import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { findOpen, makePrivate } from "../../src/ledger/database/private-folder.ts";

const onUnix = process.platform === "win32" ? test.skip : test;

let above: string;
let folder: string;
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), "minutebook-private-"));
  folder = join(above, "data");
});
afterEach(() => rmSync(above, { recursive: true }));

const modeOf = (path: string) => (statSync(join(folder, path)).mode & 0o777).toString(8);

onUnix("a folder is made its owner's alone, and what is made in it later is so too", async () => {
  expect(await makePrivate(folder)).toEqual({ closed: 0, open: [] });
  mkdirSync(join(folder, "pglite"));
  writeFileSync(join(folder, "pglite", "file"), "");

  expect([modeOf("."), modeOf("pglite"), modeOf("pglite/file")]).toEqual(["700", "700", "600"]);
});

onUnix("one that was open is closed, with all in it, and nothing beside it", async () => {
  mkdirSync(join(folder, "pglite"), { recursive: true });
  const outside = join(above, "outside");
  for (const file of [join(folder, "credentials.json"), join(folder, "pglite", "file"), outside]) {
    writeFileSync(file, "");
    chmodSync(file, 0o666);
  }
  symlinkSync(outside, join(folder, "link"));
  for (const path of [folder, join(folder, "pglite")]) chmodSync(path, 0o755);
  expect((await findOpen(folder)).map(({ path }) => path).toSorted()).toEqual(
    [
      folder,
      join(folder, "credentials.json"),
      join(folder, "pglite"),
      join(folder, "pglite", "file"),
    ].toSorted(),
  );

  expect(await makePrivate(folder)).toEqual({ closed: 4, open: [] });
  expect([modeOf("."), modeOf("credentials.json"), modeOf("pglite"), modeOf("pglite/file")]).toEqual([
    "700",
    "600",
    "700",
    "600",
  ]);
  expect(statSync(outside).mode & 0o777).toBe(0o666);
  expect(await findOpen(folder)).toEqual([]);
});
