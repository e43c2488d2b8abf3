import { errorText } from "../../messages/coded-error.ts";
import type { Message } from "../../messages/message.ts";
import { fileProblem } from "../../messages/reasons/file-problems.ts";
import { readFile, stat } from "node:fs/promises";
import { findUnreadable } from "../../minutes/unreadable.ts";
import { errorCode } from "../errors.ts";
import { NoFileError, readInside } from "./read-inside.ts";

/** Longer minutes are treated as a mistake, here as on GitHub. In bytes. */
const MAX_MINUTES_BYTES = 1024 * 1024;

/** A file's text, or why there is none. */
export type MinutesFile =
  | { readonly source: string; readonly problem: null }
  | { readonly source: null; readonly problem: Message };

/** Reads a file of minutes. Never throws. */
export async function readMinutesFile(file: string): Promise<MinutesFile> {
  try {
    const { size } = await stat(file);
    if (size > MAX_MINUTES_BYTES) return unreadable(tooLong(size));
    return decodeMinutes(await readFile(file));
  } catch (error) {
    return unreadable(explain(error));
  }
}

/**
 * The same for a file of a folder that is looked through on its own, which may hold anything.
 *
 * @param folder - null: the user named the file.
 */
export function readMinutesInside(file: string, folder: string | null): MinutesFile {
  try {
    return decodeMinutes(readInside(file, folder, MAX_MINUTES_BYTES));
  } catch (error) {
    return unreadable(explain(error));
  }
}

/** Decodes the bytes of minutes, which have to be UTF-8. */
export function decodeMinutes(bytes: Uint8Array): MinutesFile {
  if (bytes.length > MAX_MINUTES_BYTES) return unreadable(tooLong(bytes.length));
  try {
    const source = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const problem = findUnreadable(source);
    return problem === null ? { source, problem } : unreadable(problem);
  } catch {
    return unreadable(fileProblem("file-not-utf8"));
  }
}

function unreadable(problem: Message): MinutesFile {
  return { source: null, problem };
}

function tooLong(bytes: number): Message {
  const size = (bytes / MAX_MINUTES_BYTES).toFixed(1);
  return fileProblem("file-too-large", { size });
}

function explain(error: unknown): Message {
  const code = errorCode(error);
  if (code === "ENOENT") return fileProblem("file-missing");
  if (code === "EISDIR") return fileProblem("file-not-a-file");
  if (code === "ELOOP") return fileProblem("file-is-link");
  if (error instanceof NoFileError) return error.toMessage();
  if (code === "EACCES" || code === "EPERM") return fileProblem("file-no-permission");
  return fileProblem("file-not-readable", { error: errorText(error) });
}
