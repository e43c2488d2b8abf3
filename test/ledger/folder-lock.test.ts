import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { lockFolder } from "../../src/ledger/database/folder-lock.ts";

/** Containers number their processes for themselves, and the first is always this one. */
const FIRST = { pid: 1, host: "one" };
const OTHER = { pid: 1, host: "other" };
const BEAT_MS = 50;

let folder: string;
const unlocks: (() => Promise<void>)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "minutebook-lock-"));
});

afterEach(async () => {
  for (const unlock of unlocks.splice(0)) await unlock();
  await rm(folder, { recursive: true });
});

async function lock(owner: typeof FIRST): Promise<void> {
  unlocks.push(await lockFolder(folder, owner, BEAT_MS));
}

describe("a data folder", () => {
  test("is one living process's alone", async () => {
    await lock({ pid: process.ppid, host: "one" });

    await expect(lock({ pid: process.pid, host: "one" })).rejects.toThrow(
      `in use by process ${process.ppid}.`,
    );
  });

  test.each([
    ["another container", OTHER],
    ["the same one", FIRST],
  ])("is not shared with a process of the same number in %s", async (_where, owner) => {
    await lock(FIRST);

    await expect(lock(owner)).rejects.toThrow(/in use by process 1 on one\./);
  });

  test.each([
    ["a process that is gone", String(2 ** 22 + 1)],
    ["a process of our own number that was killed", `${process.pid} one`],
    ["a container that was killed", "1 gone"],
    ["an earlier version that was killed", String(process.pid)],
  ])("is taken over from %s", async (_owner, left) => {
    await writeFile(join(folder, "minutebook.pid"), left);

    await lock({ pid: process.pid, host: "one" });

    expect(await readdir(folder)).toEqual(["minutebook.pid"]);
  });

  test("is taken over at once from a container that has been silent for long", async () => {
    const path = join(folder, "minutebook.pid");
    await writeFile(path, "1 gone");
    const anHourAgo = new Date(Date.now() - 3_600_000);
    await utimes(path, anHourAgo, anHourAgo);

    // Waiting for a sign of life would take an hour.
    unlocks.push(await lockFolder(folder, FIRST, 3_600_000));

    expect(await readdir(folder)).toEqual(["minutebook.pid"]);
  });

  test("is free when its process lets go of it", async () => {
    const unlock = await lockFolder(folder, FIRST, BEAT_MS);
    await unlock();

    expect(await readdir(folder)).toEqual([]);
  });
});
