import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { openPGlite } from "../../src/ledger/database/open-pglite.ts";
import { makeCluster } from "../../src/ledger/database/pglite/make-cluster.ts";
import { watchMemory } from "../memory.ts";

jest.setTimeout(180_000);

const MB = 1024 * 1024;
const onLinux = process.platform === "linux" ? test : test.skip;

let folder: string;
let scripts: string;
beforeEach(() => {
  scripts = mkdtempSync(join(tmpdir(), "minutebook-script-"));
  folder = mkdtempSync(join(tmpdir(), "minutebook-cluster-"));
});
afterEach(() => {
  for (const made of [folder, scripts]) rmSync(made, { recursive: true });
});

onLinux("a database is made in less memory than a small machine has", async () => {
  const script = join(scripts, "open.mjs");
  writeFileSync(
    script,
    `import { openPGlite } from ${JSON.stringify(pathToFileURL(resolve("src/ledger/database/open-pglite.ts")))};
    const database = await openPGlite(${JSON.stringify(folder)});
    await database.query("create table note (text text)");
    await database.close();`,
  );
  const child = spawn(process.execPath, [script], { stdio: "inherit" });
  const memory = watchMemory(child.pid ?? 0);
  const [exitCode] = await once(child, "exit");

  expect(exitCode).toBe(0);
  expect(readdirSync(folder)).toEqual(["pglite"]);
  expect(memory.stop()).toBeGreaterThan(50 * MB);
  expect(memory.peak()).toBeLessThan(300 * MB);
});

test("what is left of one that was never finished is made again", async () => {
  mkdirSync(join(folder, "pglite.new", "base"), { recursive: true });
  writeFileSync(join(folder, "pglite.new", "PG_VERSION"), "half");

  const database = await openPGlite(folder);
  const rows = await database.query("select 1 as n");
  await database.close();

  expect(rows).toEqual([{ n: 1 }]);
  expect(readdirSync(folder)).toEqual(["pglite"]);
  expect(readFileSync(join(folder, "pglite", "PG_VERSION"), "utf8")).toMatch(/^\d+\n$/);
});

test("one that cannot be made says why, and leaves nothing", async () => {
  const missing = join(folder, "missing");

  await expect(makeCluster(missing)).rejects.toThrow(
    /^The database can't be created in .*missing.pglite: [\s\S]*ENOENT/,
  );
  expect(readdirSync(folder)).toEqual([]);
});
