import { makeReader, type ReadMinutes } from "./make-reader.ts";
import { parseHtml } from "./markdown/html-page.ts";

/** Reads one file of minutes of any format. Never throws: whatever is odd becomes a warning. */
export const readMinutes: ReadMinutes = makeReader(parseHtml);
