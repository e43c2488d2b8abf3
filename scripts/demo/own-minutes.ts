import { readFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { listMarkdown } from "../../src/cli/input/find-minutes.ts";
import { CONFIG_PATH, findRoot, repositoryPath } from "../../src/cli/input/find-root.ts";
import { findRemote } from "../../src/cli/input/find-remote.ts";
import { decodeMinutes } from "../../src/cli/input/read-minutes-file.ts";
import type { Config } from "../../src/config/config.ts";
import { isMinutes } from "../../src/config/is-minutes.ts";
import { isSameName } from "../../src/config/names.ts";
import { placePath } from "../../src/config/place-path.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { readingOptions } from "../../src/config/reading-options.ts";
import { targetRepositories } from "../../src/config/target-repositories.ts";
import type { Meeting, Reference, RepositoryName } from "../../src/minutes/meeting.ts";
import { readMinutes } from "../../src/minutes/read.ts";
import type { Scenario, ScenarioRepository, ScenarioThread } from "./scenario.ts";

export interface OwnMinutes {
  /** Folder that holds the minutes. */
  readonly minutes: string;
  /** Their configuration. null: `.github/minutebook.yml` of the repository that the folder is in, or none. */
  readonly config: string | null;
  /** The repository that they are pushed to. null: git's remote, or `minutes` of the configured repository's owner. */
  readonly repository: RepositoryName | null;
}

interface MinutesFile {
  readonly path: string;
  readonly text: string;
  readonly meeting: Meeting;
}

/**
 * A GitHub for somebody's own minutes: the repositories that their configuration names, with every issue, pull request
 * and discussion that the minutes mention. Throws with a message for people where there is nothing to play.
 *
 * @param tell - Called with each assumption.
 */
export function loadOwnMinutes(own: OwnMinutes, tell: (message: string) => void): Scenario {
  const root = findRoot(resolve(own.minutes));
  const configFile = own.config ?? join(root ?? own.minutes, CONFIG_PATH);
  const configText = readText(configFile, own.config !== null);
  const { config, problems } = readConfig(configText, configFile);
  if (config === null) {
    const lines = problems.map(
      ({ line, column, key, message }) => `${configFile}:${line}:${column}: ${key} ${message}`,
    );
    throw new Error(`The configuration is wrong.\n${lines.join("\n")}`);
  }
  const [owner = "octo-org"] = (config.repository ?? "").split("/").filter((part) => part !== "");
  const remote = root === undefined ? null : findRemote(root);
  const minutes = own.repository ?? remote ?? `${owner}/minutes`;
  const files = readAll(own.minutes, config, minutes, tell);
  if (files.length === 0)
    throw new Error(`There are no minutes in ${own.minutes} that ${CONFIG_PATH} could name.`);
  const repositories = targetRepositories(config, minutes).map((name) =>
    assumeRepository(name, minutes, config, files),
  );
  const foreign = repositories.filter(({ accept }) => accept.length > 0).map(({ name }) => name);
  if (foreign.length > 0) {
    tell(`Of other owners: ${foreign.join(", ")}. Their own configuration now says accept: [${minutes}].`);
  }
  const dates = files.flatMap(({ meeting }) => (meeting.date === null ? [] : [meeting.date])).sort();
  return {
    minutes,
    files: { [CONFIG_PATH]: configText },
    pushes: files.map(({ path, text }) => ({ title: `Add ${path}`, files: { [path]: text } })),
    repositories,
    people: [
      ...new Set(files.flatMap(({ meeting }) => loginsOf(meeting)).concat(Object.values(config.people))),
    ],
    begins: new Date(Date.parse(`${dates[0] ?? "2020-01-01"}T00:00:00Z`) - 30 * 86_400_000),
  };
}

function readText(file: string, isRequired: boolean): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (!isRequired) return "";
    throw new Error(`The configuration ${file} cannot be read.`, { cause: error });
  }
}

/** The minutes by day, each where the configuration finds it. */
function readAll(
  folder: string,
  config: Config,
  repository: string,
  tell: (message: string) => void,
): MinutesFile[] {
  const files = listMarkdown(folder).flatMap((file): MinutesFile[] => {
    const path = findPlace(config, folder, file);
    if (path === null) {
      tell(`${basename(file)} is left out: no glob under "minutes" names such a file.`);
      return [];
    }
    const { source, problem } = decodeMinutes(readFileSync(file));
    if (source === null) {
      tell(`${basename(file)} is left out: ${problem.text}`);
      return [];
    }
    const options = readingOptions(config, path, { repository, milestones: null });
    return [{ path, text: source, meeting: readMinutes(path, source, options) }];
  });
  return files.sort((one, other) => (one.meeting.date ?? "").localeCompare(other.meeting.date ?? ""));
}

/** The path of a file in its repository, or the one that it would need. null: no glob fits. */
function findPlace(config: Config, folder: string, file: string): string | null {
  const root = findRoot(resolve(folder));
  const inRoot = root === undefined ? [] : [repositoryPath(root, resolve(file))];
  const own = inRoot.find((path) => isMinutes(config, path));
  if (own !== undefined) return own;
  // Somebody who names a folder says that it holds minutes: its name may say so to the globs, or `meetings` does.
  const path = relative(folder, file).replaceAll("\\", "/");
  const places = [path, `${basename(resolve(folder))}/${path}`, `meetings/${path}`];
  return places.map((place) => placePath(config, place)).find((place) => place !== null) ?? null;
}

function assumeRepository(
  name: RepositoryName,
  minutes: RepositoryName,
  config: Config,
  files: readonly MinutesFile[],
): ScenarioRepository {
  const references = files
    .flatMap(({ meeting }) => meeting.references)
    .filter((r) => isSameName(r.repository, name));
  const isForeign = !isSameName(name.split("/")[0] ?? "", minutes.split("/")[0] ?? "");
  const hasMilestones = config.repository !== null && isSameName(config.repository, name);
  return {
    name,
    milestones: hasMilestones ? config.milestones.map((title) => ({ title, description: "" })) : [],
    threads: assumeThreads(references, config),
    accept: isForeign ? [minutes] : [],
  };
}

/** One thread a number, of the kind that any mention of it names. */
function assumeThreads(references: readonly Reference[], config: Config): ScenarioThread[] {
  return [...new Set(references.map(({ number }) => number))].map((number) => {
    const kinds = references.filter((r) => r.number === number).map(({ kind }) => kind);
    const kind = kinds.find((one) => one !== "unknown") ?? "issue";
    return { number, kind, title: null, author: null, labels: config.labels.removeWhenDiscussed };
  });
}

function loginsOf(meeting: Meeting): string[] {
  const attendees = meeting.attendees.flatMap(({ login }) => (login === null ? [] : [login]));
  return [...attendees, ...meeting.actions.flatMap(({ logins }) => logins)];
}
