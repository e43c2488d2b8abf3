import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { Config } from "../../config/config.ts";
import { defaultConfig } from "../../config/defaults.ts";
import { isMinutes } from "../../config/is-minutes.ts";
import { placePath } from "../../config/place-path.ts";
import { readConfig } from "../../config/read-config.ts";
import { CliError } from "../errors.ts";
import { listMarkdown } from "../input/find-minutes.ts";
import { findRemote } from "../input/find-remote.ts";
import { CONFIG_PATH, findRoot, repositoryPath } from "../input/find-root.ts";
import { readInside } from "../input/read-inside.ts";
import { readMinutesInside } from "../input/read-minutes-file.ts";

/** Minutes on disk that can be previewed. `path` is that in their repository. */
export interface Candidate {
  readonly path: string;
  readonly file: string;
}

/** What the page is to show; `problem` says why there is nothing. The fields are those of the page's draft. */
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
  /** Newest name first. A configuration that is wrong counts as none. */
  readonly list: () => readonly Candidate[];
  readonly read: (candidate: Candidate) => Promise<DiskDraft>;
}

/**
 * @param path - A file, which is taken whatever the globs say, or a folder for the minutes in it.
 * @throws CliError where there is no such path, or no such configuration
 */
export function openWorkspace(
  path: string,
  options: { readonly config?: string; readonly repository?: string },
  cwd: string,
): Workspace {
  const start = resolve(cwd, path);
  const stats = statSync(start, { throwIfNoEntry: false });
  if (stats === undefined) throw new CliError(`There is no ${path}. Check the path.`);
  const isFolder = stats.isDirectory();
  const root = findRoot(isFolder ? start : dirname(start));
  const configFile =
    options.config === undefined
      ? join(root ?? (isFolder ? start : dirname(start)), CONFIG_PATH)
      : resolve(cwd, options.config);
  if (options.config !== undefined && !existsSync(configFile))
    throw new CliError(`There is no configuration ${options.config}. Check the path.`);

  const configFolder = options.config === undefined ? dirname(dirname(configFile)) : null;
  const readConfiguration = (): string => readText(configFile, configFolder);

  const list = (): readonly Candidate[] => {
    const config = parse(readConfiguration());
    const place = (file: string): string | null => placeOf(file, { start, root, config, isFolder });
    const files = isFolder ? listMarkdown(start, leaveOut) : [start];
    return files
      .flatMap((file) => {
        const path = place(file);
        return path === null ? [] : [{ path, file }];
      })
      .sort((one, other) => (one.path < other.path ? 1 : -1));
  };

  const read = async ({ path, file }: Candidate): Promise<DiskDraft> => {
    const { source, problem } = readMinutesInside(file, isFolder ? start : null);
    if (source === null) return { path, problem };
    const config = readConfiguration();
    const remote = root === undefined ? null : findRemote(root);
    return { path, minutes: source, config, repository: options.repository ?? remote ?? assume(config) };
  };

  return { start, isFolder, configFile, list, read };
}

interface Place {
  readonly start: string;
  readonly root: string | undefined;
  readonly config: Config;
  readonly isFolder: boolean;
}

/** Where a file stands in its repository; null: it is not one of the minutes. */
function placeOf(file: string, { start, root, config, isFolder }: Place): string | null {
  if (!isFolder) {
    return root === undefined
      ? (placePath(config, basename(file)) ?? basename(file))
      : repositoryPath(root, file);
  }
  if (root === undefined) return placePath(config, relative(start, file).replaceAll("\\", "/"));
  const path = repositoryPath(root, file);
  return isMinutes(config, path) ? path : null;
}

/** The repository of minutes that are in none. */
function assume(config: string): string {
  const [owner = "octo-org"] = (parse(config).repository ?? "").split("/").filter((part) => part !== "");
  return `${owner}/minutes`;
}

function parse(text: string): Config {
  return readConfig(text, CONFIG_PATH).config ?? defaultConfig;
}

/** Folders come and go, and some are nobody's who looks; the rest can be shown all the same. */
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
    // It may be in the middle of being saved, or never have been; the next change is heard of.
    return "";
  }
}
