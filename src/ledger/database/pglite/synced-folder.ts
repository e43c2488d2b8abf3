import fs from "node:fs";
import type { PGliteOptions } from "@electric-sql/pglite";

/** What Emscripten knows of an open file of a folder; a folder itself has no descriptor. */
interface OpenFile {
  readonly nfd?: number;
}

/** What is changed of a file. */
interface Attributes {
  readonly mode?: number;
}

interface WithNodeFiles {
  readonly NODEFS: {
    readonly stream_ops: { fsync?: (file: OpenFile) => number };
    readonly node_ops: { setattr: (node: unknown, attributes: Attributes) => void };
  };
}

/** WASI's number of EIO. PostgreSQL stops where it cannot know what has reached the disk. */
const EIO = 29;

/**
 * A folder for PGlite whose writes reach the disk when PostgreSQL asks for that, as it does before it reports each
 * commit. PGlite's own asks in vain: a commit may be lost with the machine's power, and files may end up half old,
 * half new.
 */
export async function openSyncedFolder(folder: string): Promise<NonNullable<PGliteOptions["fs"]>> {
  const { NodeFS } = await import("@electric-sql/pglite/nodefs");
  const files = new NodeFS(folder);
  const init = files.init.bind(files);
  files.init = async (pglite, options) => {
    const { emscriptenOpts } = await init(pglite, options);
    const preRun = [...(emscriptenOpts.preRun ?? []), syncFiles, closeFiles] as NonNullable<
      typeof emscriptenOpts.preRun
    >;
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  };
  return files;
}

function syncFiles(module: unknown): void {
  (module as WithNodeFiles).NODEFS.stream_ops.fsync = ({ nfd }) => {
    try {
      if (nfd !== undefined) fs.fsyncSync(nfd);
      return 0;
    } catch {
      return EIO;
    }
  };
}

/** Emscripten gives each new file its rights once more, without asking what the process may give others: nothing. */
function closeFiles(module: unknown): void {
  const { node_ops } = (module as WithNodeFiles).NODEFS;
  const { setattr } = node_ops;
  node_ops.setattr = (node, { mode, ...rest }) =>
    setattr(node, mode === undefined ? rest : { ...rest, mode: mode & ~0o077 });
}
