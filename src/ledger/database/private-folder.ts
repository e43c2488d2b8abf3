import type { Dirent } from "node:fs";
import { chmod, lstat, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";

const FOLDER = 0o700;
const FILE = 0o600;

/** Rights of anybody but the owner. */
const OTHERS = 0o077;

/** What was open to others than the owner. */
export interface Opened {
  /** How many files and folders are closed now. */
  readonly closed: number;
  /** Those that could not be: they belong to somebody else. */
  readonly open: readonly string[];
}

/**
 * Makes a folder and all in it its owner's alone; what is made in it later by this process is so from the beginning.
 * Links are not followed. Windows has other rights, and they are left alone.
 */
export async function makePrivate(folder: string): Promise<Opened> {
  await mkdir(folder, { recursive: true, mode: FOLDER });
  if (process.platform === "win32") return { closed: 0, open: [] };
  // A thread has that of its process.
  if (isMainThread) process.umask(OTHERS);
  const found = await findOpen(folder);
  const open: string[] = [];
  for (const { path, mode } of found) {
    await chmod(path, mode).catch((error: unknown) => {
      // It may be gone by now; nobody reads it then.
      if (Reflect.get(Object(error), "code") !== "ENOENT") open.push(path);
    });
  }
  return { closed: found.length - open.length, open };
}

/** Whatever in a folder others may read or change, the folder first, with the rights that it should have. */
export async function findOpen(folder: string): Promise<readonly { path: string; mode: number }[]> {
  if (process.platform === "win32") return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isSymbolicLink())
    .map((entry) => ({ path: join(entry.parentPath, entry.name), mode: modeFor(entry) }));
  const found: { path: string; mode: number }[] = [];
  for (const one of [{ path: folder, mode: FOLDER }, ...paths]) {
    const stats = await lstat(one.path).catch(() => null);
    if (stats !== null && (stats.mode & OTHERS) !== 0) found.push(one);
  }
  return found;
}

function modeFor(entry: Dirent): number {
  return entry.isDirectory() ? FOLDER : FILE;
}
