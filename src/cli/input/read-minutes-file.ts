import { readFile, stat } from "node:fs/promises";
import { unreadableReason } from "../../minutes/unreadable.ts";
import { errorCode, errorMessage } from "../errors.ts";
import { NoFileError, readInside } from "./read-inside.ts";

/** Longer minutes are taken for a mistake, here as on GitHub. In bytes. */
const MAX_MINUTES_BYTES = 1024 * 1024;

/** A file's text, or why there is none. */
export type MinutesFile =
  | { readonly source: string; readonly problem: null }
  | { readonly source: null; readonly problem: string };

/** Reads a file of minutes. Never throws: `problem` is a sentence that says what is wrong and what to do. */
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
    const problem = unreadableReason(source);
    return problem === null ? { source, problem } : unreadable(problem);
  } catch {
    return unreadable("This is not UTF-8. Save the file with that encoding.");
  }
}

function unreadable(problem: string): MinutesFile {
  return { source: null, problem };
}

function tooLong(bytes: number): string {
  const size = (bytes / MAX_MINUTES_BYTES).toFixed(1);
  return `The file has ${size} MiB; minutes may have 1 MiB. Split it, or take it out of the "minutes" globs.`;
}

function explain(error: unknown): string {
  const code = errorCode(error);
  if (code === "ENOENT") return "There is no such file. Check the path.";
  if (code === "EISDIR") return "This is a folder, expected a file.";
  if (code === "ELOOP") return "This is a link, which is not followed here. Name the file that it leads to.";
  if (error instanceof NoFileError) return `${error.message} It is left alone.`;
  if (code === "EACCES" || code === "EPERM") return "The file may not be read. Check its permissions.";
  return `The file cannot be read: ${errorMessage(error)}`;
}
