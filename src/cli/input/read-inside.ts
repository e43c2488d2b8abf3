import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { sep } from "node:path";
import { CodedError } from "../../messages/coded-error.ts";
import { fileProblem } from "../../messages/reasons/file-problems.ts";

/** Absent on Windows, which has neither links that need it nor pipes in folders. */
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/** Not a file of the folder: a link, a pipe, a socket, a device. */
export class NoFileError extends CodedError {
  override readonly name = "NoFileError";
}

/**
 * Reads a file whoever made the folder it is in: follows no link out of that, waits for nobody to write into a pipe,
 * and reads no more than one byte beyond the limit.
 *
 * @param folder - null: the user named the file, wherever it is.
 * @throws NoFileError, or what the system says
 */
export function readInside(file: string, folder: string | null, maxBytes: number): Buffer {
  const flags = O_RDONLY | O_NONBLOCK | (folder === null ? 0 : O_NOFOLLOW);
  const descriptor = openSync(file, flags);
  try {
    if (!fstatSync(descriptor).isFile()) throw new NoFileError(fileProblem("file-not-regular"));
    if (folder !== null && !realpathSync(file).startsWith(realpathSync(folder) + sep))
      throw new NoFileError(fileProblem("file-outside"));
    const bytes = Buffer.alloc(Math.min(maxBytes, fstatSync(descriptor).size) + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(descriptor, bytes, length, bytes.length - length, null);
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}
