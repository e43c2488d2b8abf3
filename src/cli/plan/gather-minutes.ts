import { statSync } from "node:fs";
import { basename, dirname, relative, resolve } from "node:path";
import { commandLineError } from "../../messages/command-line-errors.ts";
import { isMinutes } from "../../config/is-minutes.ts";
import { placePath } from "../../config/place-path.ts";
import { readingOptions } from "../../config/reading-options.ts";
import { readMinutes } from "../../minutes/read.ts";
import type { Budget } from "../../pipeline/workers/work-error.ts";
import type { MinutesChange } from "../../plan/input.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import type { FindProject, Project } from "../input/find-config.ts";
import { listMarkdown } from "../input/find-minutes.ts";
import { repositoryPath } from "../input/find-root.ts";
import { readMinutesFile } from "../input/read-minutes-file.ts";
import { readWithin } from "../input/read-within.ts";
import type { Io } from "../io.ts";
import { partsOf } from "../../minutes/repository-name.ts";

export interface MinutesFiles {
  readonly project: Project;
  /** The repository with the minutes. */
  readonly repository: string;
  /** Files on disk by their paths in the repository. Never empty. */
  readonly found: ReadonlyMap<string, string>;
}

export interface GatheredMinutes extends Pick<MinutesFiles, "project" | "repository"> {
  /** As if all of them had just been added. */
  readonly files: readonly MinutesChange[];
}

/** Reads the minutes of one repository, as `findMinutesFiles` finds them. */
export async function gatherMinutes(
  paths: readonly string[],
  findProject: FindProject,
  io: Io,
  budget: Budget,
): Promise<GatheredMinutes> {
  const { project, repository, found } = await findMinutesFiles(paths, findProject, io);
  const files = await Promise.all(
    [...found].map(([path, file]) => readChange(path, file, { project, repository, budget })),
  );
  return { project, repository, files };
}

/**
 * Finds the minutes of one repository. A folder means the minutes in it; a file is taken whatever the globs say.
 *
 * @throws CliError where there are none, or where the repository isn't known
 */
export async function findMinutesFiles(
  paths: readonly string[],
  findProject: FindProject,
  io: Io,
): Promise<MinutesFiles> {
  const starts = paths.map((path) => resolve(io.cwd, path));
  const [first = io.cwd] = starts;
  const project = await findProject(isFolder(first) ? first : dirname(first));
  const repository = repositoryOf(project, io);
  const found = new Map(starts.flatMap((start) => locate(start, project)));
  if (found.size === 0) {
    throw new CliError(
      commandLineError("no-minutes-here", {
        folders: (starts.length === 0 ? [io.cwd] : starts).join(", "),
        globs: project.config.minutes.join("\n  "),
      }),
    );
  }
  return { project, repository, found };
}

function repositoryOf({ repository, config }: Project, io: Io): string {
  if (repository !== null) return repository;
  if (config.repository === null) {
    throw new CliError(commandLineError("no-repository"), exitCodes.usage);
  }
  const assumed = `${partsOf(config.repository).owner}/minutes`;
  io.err(
    `${io.errColors.yellow("note:")} Assuming that the minutes are in ${assumed}. To change that, use --repository.\n`,
  );
  return assumed;
}

/** The files that an argument means, by their path in the repository. */
function locate(start: string, project: Project): readonly (readonly [path: string, file: string])[] {
  const { config, root, isRepository } = project;
  if (!isFolder(start)) {
    const path = repositoryPath(root, start);
    return [[(isRepository ? null : placePath(config, basename(start))) ?? path, start]];
  }
  const all = listMarkdown(start).map((file) => [repositoryPath(root, file), file] as const);
  const minutes = all.filter(([path]) => isMinutes(config, path));
  if (minutes.length > 0 || isRepository) return minutes;
  // Minutes that were copied out of their repository have no known path in it.
  return all.flatMap(([, file]) => {
    const path = placePath(config, relative(start, file).replaceAll("\\", "/"));
    return path === null ? [] : [[path, file] as const];
  });
}

async function readChange(
  path: string,
  file: string,
  { project: { config }, repository, budget }: { project: Project; repository: string; budget: Budget },
): Promise<MinutesChange> {
  const { source, problem } = await readMinutesFile(file);
  const options = readingOptions(config, path, { repository, milestones: null });
  const read =
    source === null
      ? { meeting: null, problem }
      : readWithin(budget, () => readMinutes(path, source, options));
  return { path, previousPath: null, previous: null, ...read };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
