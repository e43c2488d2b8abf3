import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { commandLineError } from "../../messages/command-line-errors.ts";
import type { Config } from "../../config/config.ts";
import { defaultConfig } from "../../config/defaults.ts";
import { readConfiguration } from "../../pipeline/configuration.ts";
import { workInPlace } from "../../pipeline/workers/in-place.ts";
import { WorkError } from "../../pipeline/workers/work-error.ts";
import type { Workers } from "../../pipeline/workers/workers.ts";
import { CliError } from "../errors.ts";
import { listMarkdown } from "../input/find-minutes.ts";
import { findRemote } from "../input/find-remote.ts";
import { CONFIG_PATH, findRoot, repositoryPath } from "../input/find-root.ts";
import { readInside } from "../input/read-inside.ts";
import { readMinutesInside } from "../input/read-minutes-file.ts";
import { partsOf } from "../../minutes/repository-name.ts";

/** Minutes on disk that can be previewed. `path` is that in their repository. */
export interface Candidate {
  readonly path: string;
  readonly file: string;
}

/** What the page is to show; `problem` says why there is none. The fields are those of the page's draft. */
export type DiskDraft =
  | {
      readonly path: string;
      readonly minutes: string;
      readonly config: string;
      readonly repository: string;
    }
  | { readonly path: string; readonly problem: string };

/** The minutes that a preview is about, always as they are on disk. */
export interface Workspace {
  /** Absolute: the file that was named, or the folder. */
  readonly start: string;
  readonly isFolder: boolean;
  /** Absolute: where the configuration is, or would be. */
  readonly configFile: string;
  /** Newest name first. An invalid configuration counts as none. */
  readonly list: () => Promise<readonly Candidate[]>;
  readonly read: (candidate: Candidate) => Promise<DiskDraft>;
}

/**
 * @param path - A file, which is taken whatever the globs say, or a folder for the minutes in it.
 * @param workers - Who reads the configuration and matches its globs. (Default: this thread)
 * @throws CliError where there is no such path, or no such configuration
 */
export function openWorkspace(
  path: string,
  options: { readonly config?: string; readonly repository?: string },
  cwd: string,
  workers: Workers = workInPlace(),
): Workspace {
  const start = resolve(cwd, path);
  const stats = statSync(start, { throwIfNoEntry: false });
  if (stats === undefined) throw new CliError(commandLineError("no-such-path", { path }));
  const isFolder = stats.isDirectory();
  const root = findRoot(isFolder ? start : dirname(start));
  const configFile =
    options.config === undefined
      ? join(root ?? (isFolder ? start : dirname(start)), CONFIG_PATH)
      : resolve(cwd, options.config);
  if (options.config !== undefined && !existsSync(configFile))
    throw new CliError(commandLineError("no-configuration", { file: options.config }));

  const configFolder = options.config === undefined ? dirname(dirname(configFile)) : null;
  const readOwnConfig = (): string => readText(configFile, configFolder);

  const list = async (): Promise<readonly Candidate[]> => {
    const config = await parse(workers, readOwnConfig());
    const files = isFolder ? listMarkdown(start, leaveOut) : [start];
    const paths = await placeAll(workers, files, { start, root, config, isFolder });
    return files
      .flatMap((file, index) => {
        const path = paths[index] ?? null;
        return path === null ? [] : [{ path, file }];
      })
      .sort((one, other) => (one.path < other.path ? 1 : -1));
  };

  const read = async ({ path, file }: Candidate): Promise<DiskDraft> => {
    const { source, problem } = readMinutesInside(file, isFolder ? start : null);
    if (source === null) return { path, problem: problem.text };
    const config = readOwnConfig();
    const remote = root === undefined ? null : findRemote(root);
    const repository = options.repository ?? remote ?? (await assume(workers, config));
    return { path, minutes: source, config, repository };
  };

  return { start, isFolder, configFile, list, read };
}

interface Place {
  readonly start: string;
  readonly root: string | undefined;
  readonly config: Config;
  readonly isFolder: boolean;
}

/** The path of each file in its repository; null: it is not one of the minutes, or its globs take too long to match. */
async function placeAll(
  workers: Workers,
  files: readonly string[],
  { start, root, config, isFolder }: Place,
): Promise<readonly (string | null)[]> {
  try {
    if (root === undefined) {
      const names = files.map((file) =>
        isFolder ? relative(start, file).replaceAll("\\", "/") : basename(file),
      );
      const places = await workers.run("placeFiles", { config, names });
      return places.map((place, index) => place ?? (isFolder ? null : (names[index] ?? null)));
    }
    const paths = files.map((file) => repositoryPath(root, file));
    if (!isFolder) return paths;
    const added = paths.map((path) => ({ path, previousPath: null, status: "added" as const }));
    const moves = await workers.run("findMinutes", { config, files: added });
    const minutes = new Set(moves.map(({ now }) => now));
    return paths.map((path) => (minutes.has(path) ? path : null));
  } catch (error) {
    if (error instanceof WorkError) return [];
    throw error;
  }
}

/** The repository of minutes that are in none. */
async function assume(workers: Workers, config: string): Promise<string> {
  const { repository } = await parse(workers, config);
  return `${repository === null ? "octo-org" : partsOf(repository).owner}/minutes`;
}

async function parse(workers: Workers, text: string): Promise<Config> {
  const { config } = await readConfiguration({ workers, signal: NEVER }, text, CONFIG_PATH);
  return config ?? defaultConfig;
}

const NEVER = new AbortController().signal;

/** Folders come and go, and some are not readable; the rest can be shown anyway. */
function leaveOut(): void {}

/** Longer configurations are none. In bytes. */
const MAX_CONFIG_BYTES = 1024 * 1024;

/**
 * An empty text where there is no file: every key has a default.
 *
 * @param folder - Out of which no link leads. null: the user named the file.
 */
function readText(file: string, folder: string | null): string {
  try {
    return readInside(file, folder, MAX_CONFIG_BYTES).toString("utf8");
  } catch {
    // It may be in the middle of being saved, or never have been; the next change is noticed.
    return "";
  }
}
