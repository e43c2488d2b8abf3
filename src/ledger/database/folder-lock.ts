import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Two processes on one PGlite folder would destroy it. A file with the owner's process number keeps the second one
 * out; one left behind by a process that was killed does not.
 *
 * @returns A function that lets go of the folder.
 * @throws Error when a living process has it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, "minutebook.pid");
  try {
    await writeFile(path, String(process.pid), { flag: "wx" });
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
    const owner = Number(await readFile(path, "utf8"));
    // A container's first process has the same number each time: our own number means that we were killed.
    if (owner !== process.pid && isAlive(owner)) {
      throw new Error(
        `The data folder ${folder} is in use by process ${owner}. Stop that process, give this one another folder, or set DATABASE_URL to share a PostgreSQL.`,
      );
    }
    await writeFile(path, String(process.pid));
  }
  return () => rm(path, { force: true });
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
  return error instanceof Error && "code" in error && error.code === code;
}
