import { isHtml } from "./build-page.ts";
import { makeReader, type ReadMinutes } from "./make-reader.ts";

const readText = makeReader(null);

/**
 * The reader for a file, by its name. What parses HTML is large, and loaded only where there is some: the command line
 * starts in a quarter less time without.
 */
export async function readerFor(path: string): Promise<ReadMinutes> {
  return isHtml(path) ? (await import("./read.ts")).readMinutes : readText;
}
