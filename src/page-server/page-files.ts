import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

/** A file of the built page. */
export interface PageFile {
  readonly type: string;
  /** Its content has its name: it never changes. */
  readonly isImmutable: boolean;
  readonly etag: string;
  /** The content, compressed once and then kept. */
  readonly read: (encoding: Encoding) => Promise<Buffer>;
}

/** By address, `/` first: `/index.html` has both. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Where the built page is, seen from a folder of `dist/` and from this one. */
const FOLDERS = ["../page", "../../dist/page"];

/** The folder with the built page; null: it was not built. */
export function findPageFolder(): string | null {
  const folders = FOLDERS.map((path) => join(import.meta.dirname, path));
  return folders.find((folder) => existsSync(join(folder, "index.html"))) ?? null;
}

/**
 * Reads the built page, and keeps its few files in memory, so that a new build doesn't break a running server.
 *
 * @param edit - Changes the document.
 */
export function loadPage(folder: string, edit: (html: string) => string = (html) => html): PageFiles {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const address = file.slice(folder.length).replaceAll("\\", "/");
    const isDocument = address === "/index.html";
    const content = isDocument ? Buffer.from(edit(readFileSync(file, "utf8"))) : readFileSync(file);
    const page = makeFile(type, content, address.startsWith("/assets/"));
    files.set(address, page);
    if (isDocument) files.set("/", page);
  }
  return files;
}

function makeFile(type: string, content: Buffer, isImmutable: boolean): PageFile {
  const kept = new Map<Encoding, Promise<Buffer>>();
  return {
    type,
    isImmutable,
    etag: `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`,
    read: (encoding) => {
      const found = kept.get(encoding) ?? encode[encoding](content);
      kept.set(encoding, found);
      return found;
    },
  };
}

const encode: Readonly<Record<Encoding, (content: Buffer) => Promise<Buffer>>> = {
  // The highest quality takes seconds for a few percent.
  br: (content) => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (content) => promisify(gzip)(content),
  identity: async (content) => content,
};
