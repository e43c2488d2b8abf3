import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { hashText } from "../../plan/hash.ts";

/** Longer addresses are refused by some systems, in bytes. */
const MAX_BYTES = 100;

/** Where the process that owns a data folder receives commands of the same machine. */
export function socketPath(dataFolder: string): string {
  const folder = resolve(dataFolder);
  const name = `minutebook-${hashText(folder)}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  const path = join(folder, "minutebook.sock");
  return Buffer.byteLength(path) <= MAX_BYTES ? path : join(tmpdir(), `${name}.sock`);
}
