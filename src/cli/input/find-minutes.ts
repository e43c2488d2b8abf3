import { type Dirent, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { commandLineError } from "../../messages/command-line-errors.ts";
import { isMinutes } from "../../config/is-minutes.ts";
import { errorText } from "../../messages/coded-error.ts";
import { CliError } from "../errors.ts";
import type { Io } from "../io.ts";
import type { FindProject, Project } from "./find-config.ts";
import { repositoryPath } from "./find-root.ts";

/** A file of minutes to read. */
export interface FoundMinutes {
  /** As the user would write it. */
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  /** In its repository, with `/`. */
  readonly path: string;
  readonly project: Project;
}

/**
 * The minutes that an argument means: a file itself, whatever the globs say; a folder for the minutes in it. What
 * does not exist is given as a file, to be reported when it is read.
 */
export async function* findMinutes(
  name: string,
  findProject: FindProject,
  io: Io,
): AsyncGenerator<FoundMinutes, void, void> {
  const start = resolve(io.cwd, name);
  if (!isFolder(start)) {
    const project = await findProject(dirname(start));
    yield { name, file: start, path: repositoryPath(project.root, start), project };
    return;
  }
  const project = await findProject(start);
  for (const file of listMarkdown(start)) {
    const path = repositoryPath(project.root, file);
    if (isMinutes(project.config, path))
      yield { name: join(name, relative(start, file)), file, path, project };
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * Markdown files in a folder and those in it, by name; hidden ones, `node_modules` and links left out.
 *
 * @param onUnreadable - What to do where a folder cannot be read. Default: throws a `CliError`.
 */
export function listMarkdown(
  folder: string,
  onUnreadable: (error: unknown) => void = throwUnreadable,
): readonly string[] {
  const isSkipped = (entry: Dirent): boolean => entry.name.startsWith(".") || entry.name === "node_modules";
  return readFolder(folder, onUnreadable)
    .filter((entry) => !isSkipped(entry))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return listMarkdown(path, onUnreadable);
      return entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name) ? [path] : [];
    });
}

function readFolder(folder: string, onUnreadable: (error: unknown) => void): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    onUnreadable(error);
    return [];
  }
}

function throwUnreadable(error: unknown): never {
  throw new CliError(commandLineError("folder-not-read", { reason: errorText(error) }));
}
