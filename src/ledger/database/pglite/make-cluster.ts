import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { CodedError } from "../../../messages/coded-error.ts";
import { storageError } from "../../../messages/storage-errors.ts";
import { makePrivate } from "../private-folder.ts";

/** On a slow disk it takes a minute. In milliseconds. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Makes PostgreSQL's files where there are none yet, in a process of its own: what that takes of memory is given back
 * when it ends, which WebAssembly never does. The folder has its name only once it is whole.
 *
 * @throws Error when it cannot be made
 */
export async function makeCluster(dataFolder: string): Promise<void> {
  const folder = join(dataFolder, "pglite");
  if (existsSync(folder)) return;
  const unfinished = `${folder}.new`;
  await rm(unfinished, { recursive: true, force: true });
  // Beside this file, as it is written or compiled.
  const script = join(import.meta.dirname, `initdb${extname(import.meta.filename)}`);
  try {
    await promisify(execFile)(process.execPath, ["--max-semi-space-size=4", script, unfinished], {
      env: {},
      timeout: PATIENCE_MS,
    });
    // PGlite asks for files that the owner's group may read.
    await makePrivate(unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw new CodedError(storageError("database-not-created", { folder, reason: reasonOf(error) }), {
      cause: error,
    });
  }
  await sync(dataFolder);
}

/** A name reaches the disk with its folder. */
async function sync(folder: string): Promise<void> {
  // Windows opens no folders.
  if (process.platform === "win32") return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function reasonOf(error: unknown): string {
  const { stderr, message } = error as { readonly stderr?: string; readonly message?: string };
  return (stderr || message || String(error)).trim().slice(-2000);
}
