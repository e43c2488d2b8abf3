import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { BackfillFile } from "../../pipeline/backfill/find-files.ts";
import type { Io } from "../io.ts";

/** Which files of a repository are done, so that they need not be planned again. GitHub's markers are the truth. */
export interface BackfillState {
  /** Whether the file was done as it is now, under the configuration of now. */
  readonly isDone: (file: BackfillFile) => boolean;
  /** Durable when it returns. Throws what the system says where it cannot write. */
  readonly markDone: (file: BackfillFile) => void;
  readonly path: string;
}

const stored = z.object({
  version: z.literal(1),
  configuration: z.string(),
  done: z.record(z.string(), z.string()),
});

/**
 * Opens the state of a repository: a small file below `XDG_STATE_HOME`, or where the system keeps such things.
 *
 * @param configuration - A hash of it: what was done under another one is planned again.
 * @param again - Forget what is done.
 */
export function openState(
  io: Io,
  repository: string,
  { configuration, again }: { readonly configuration: string; readonly again: boolean },
): BackfillState {
  const host = (io.env.GHE_HOST || "github.com").replaceAll(/[^\w.-]/g, "_");
  const path = join(stateFolder(io), "minutebook", "backfill", host, `${repository.toLowerCase()}.json`);
  const known = again ? null : readState(path);
  const done = new Map(Object.entries(known?.configuration === configuration ? known.done : {}));
  return {
    path,
    isDone: (file) => done.get(file.path) === file.hash,
    markDone(file) {
      done.set(file.path, file.hash);
      mkdirSync(dirname(path), { recursive: true });
      // Renamed into place, so that a crash leaves the old file or the new one.
      const draft = `${path}.${process.pid}`;
      const state = { version: 1, configuration, done: Object.fromEntries(done) };
      writeFileSync(draft, JSON.stringify(state));
      renameSync(draft, path);
    },
  };
}

function stateFolder({ env }: Io): string {
  if (env.XDG_STATE_HOME) return env.XDG_STATE_HOME;
  if (env.LOCALAPPDATA) return env.LOCALAPPDATA;
  return join(env.HOME || homedir(), ".local", "state");
}

function readState(path: string): z.infer<typeof stored> | null {
  try {
    return stored.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    // None yet, or one that nobody can read: then everything is planned again, which posts nothing twice.
    return null;
  }
}
