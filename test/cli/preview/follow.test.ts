import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { follow } from "../../../src/cli/preview/follow.ts";
import { openWorkspace } from "../../../src/cli/preview/workspace.ts";
import { makeFolder } from "../folder.ts";

let folder: string;
let file: string;
let saves: number;
let end: () => Promise<void>;

beforeEach(() => {
  saves = 0;
  folder = makeFolder({ ".git/HEAD": "", "meetings/a.md": "one", "meetings/b.md": "one" });
  file = join(folder, "meetings/a.md");
});

afterEach(() => end());

async function begin(path: string): Promise<void> {
  end = await follow(
    openWorkspace(path, {}, folder),
    () => {
      saves += 1;
    },
    (error) => {
      throw error;
    },
  );
}

/** Waits until that many saves were noticed; gives up long before jest does, so that the count is shown. */
async function waitForSaves(count: number): Promise<void> {
  for (let tries = 0; saves < count && tries < 150; tries += 1) await wait(20);
  expect(saves).toBeGreaterThanOrEqual(count);
}

test.each([
  ["in place", () => writeFileSync(file, "two")],
  [
    "as a new file with the old name",
    () => {
      writeFileSync(`${file}.tmp`, "two");
      renameSync(`${file}.tmp`, file);
    },
  ],
  [
    "after the old file was put aside",
    () => {
      renameSync(file, `${file}~`);
      writeFileSync(file, "two");
    },
  ],
  [
    "after the old file was deleted",
    () => {
      rmSync(file);
      writeFileSync(file, "two");
    },
  ],
])("a file that is saved %s is followed, again and again", async (_, save) => {
  await begin("meetings/a.md");

  for (let round = 1; round <= 3; round += 1) {
    const before = saves;
    save();
    await waitForSaves(before + 1);
    // Whatever else the editor's steps cause belongs to this save.
    await wait(150);
  }
});

test("a file beside it is not followed", async () => {
  await begin("meetings/a.md");

  writeFileSync(join(folder, "meetings/b.md"), "two");
  await wait(300);

  expect(saves).toBe(0);
});

test("in a folder every file of Markdown is followed, new ones and those in new folders too", async () => {
  await begin("meetings");

  writeFileSync(join(folder, "meetings/b.md"), "two");
  await waitForSaves(1);
  await wait(150);
  mkdirSync(join(folder, "meetings/2026"));
  writeFileSync(join(folder, "meetings/2026/c.md"), "one");
  await waitForSaves(2);
});

test("a configuration that is written later is followed", async () => {
  await begin("meetings/a.md");

  mkdirSync(join(folder, ".github"));
  writeFileSync(join(folder, ".github/minutebook.yml"), "repository: orchard/apple\n");
  await waitForSaves(1);
});

test("the rest of the repository is not followed", async () => {
  await begin("meetings");

  writeFileSync(join(folder, "other.md"), "two");
  mkdirSync(join(folder, "meetings/node_modules"));
  writeFileSync(join(folder, "meetings/node_modules/x.md"), "two");
  await wait(300);

  expect(saves).toBe(0);
});
