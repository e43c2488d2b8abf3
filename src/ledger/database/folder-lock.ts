import { mkdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { CodedError } from "../../messages/coded-error.ts";
import { storageError } from "../../messages/storage-errors.ts";

/** A process, by its number and the machine or container in which it has that number. */
interface Owner {
  readonly pid: number;
  readonly host: string;
}

/** How often the owner says that it is still there, in milliseconds. */
const BEAT_MS = 2000;

/** So many beats may be late before the owner is treated as dead. */
const MISSED = 3;

/** Whoever has said nothing for so long is dead, however wrong the clocks are. In milliseconds. */
const LONG_MS = 5 * 60_000;

/**
 * Two processes on one PGlite folder would destroy it. A file with the owner's process number keeps the second one out;
 * one left behind by a process that was killed does not. Containers number their processes for themselves, so that a
 * number may not tell who is alive: then the owner's signs of life do, for which it is waited some seconds.
 *
 * @returns A function that lets go of the folder.
 * @throws CodedError when a living process has it.
 */
export async function lockFolder(
  folder: string,
  own: Owner = { pid: process.pid, host: hostname() },
  beatMs: number = BEAT_MS,
): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, "minutebook.pid");
  const mark = `${own.pid} ${own.host}`;
  try {
    await writeFile(path, mark, { flag: "wx" });
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
    const owner = parse(await readFile(path, "utf8"), own.host);
    if (await isThere(path, owner, own, beatMs)) {
      const name = owner.host === own.host && owner.pid !== own.pid ? "" : ` on ${owner.host}`;
      throw new CodedError(storageError("folder-in-use", { folder, process: `${owner.pid}${name}` }));
    }
    await writeFile(path, mark);
  }
  const beat = setInterval(() => void sayAlive(path), beatMs);
  beat.unref();
  return async () => {
    clearInterval(beat);
    await rm(path, { force: true });
  };
}

/** A mark that was cut off names no host; then it was this one. */
function parse(mark: string, ownHost: string): Owner {
  const [pid = "", host = ownHost] = mark.trim().split(" ");
  return { pid: Number(pid), host };
}

async function isThere(path: string, owner: Owner, own: Owner, beatMs: number): Promise<boolean> {
  if (owner.host === own.host && owner.pid !== own.pid) return isAlive(owner.pid);
  const { mtimeMs } = await stat(path);
  if (Date.now() - mtimeMs > LONG_MS) return false;
  for (let beats = 0; beats < MISSED; beats += 1) {
    await wait(beatMs);
    if (await hasMoved(path, mtimeMs)) return true;
  }
  return false;
}

/** Gone is gone: then nobody has the folder any more. */
async function hasMoved(path: string, since: number): Promise<boolean> {
  try {
    return (await stat(path)).mtimeMs !== since;
  } catch (error) {
    if (isCode(error, "ENOENT")) return false;
    throw error;
  }
}

/** Whoever asks sees the time of the file. One that cannot be touched is reported by the database itself. */
async function sayAlive(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

function isCode(error: unknown, code: string): boolean {
  return Reflect.get(Object(error), "code") === code;
}
