import type { Message } from "../../messages/message.ts";
import { defaultConfig } from "../../config/defaults.ts";
import { matchesGlobs } from "../../config/globs.ts";
import { isMinutes } from "../../config/is-minutes.ts";
import { readingOptions } from "../../config/reading-options.ts";
import type { Meeting } from "../../minutes/meeting.ts";
import { readMinutes } from "../../minutes/read.ts";
import type { Budget } from "../../pipeline/workers/work-error.ts";
import { listMarkdown } from "../input/find-minutes.ts";
import { repositoryPath } from "../input/find-root.ts";
import { readMinutesFile } from "../input/read-minutes-file.ts";
import { readWithin } from "../input/read-within.ts";
import { folderOf } from "./guess-globs.ts";

/** Minutes of a team that has no configuration yet. */
export interface FoundMeeting {
  readonly meeting: Meeting;
  readonly source: string;
}

/** The Markdown of a repository, and which of it are minutes. */
export interface ProjectMinutes {
  /** By their day, those without one first. */
  readonly found: readonly FoundMeeting[];
  /** Paths of all Markdown files, minutes included. */
  readonly markdown: readonly string[];
  /** What could not be read within its budget. */
  readonly left: readonly { readonly path: string; readonly problem: Message }[];
}

/** A day in a file's name: `2020-11-23-team.md`, `20201123.md`. */
const DATED_NAME = /(?:^|[^\d])(?:19|20)\d{2}[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:[0-2]\d|3[01])(?!\d)/;

/** What is never treated as minutes, wherever it is. */
const NEVER = defaultConfig.minutes.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));

/**
 * Reads what looks like minutes: what the default globs find, files named after a day beside those, and
 * anywhere else those named after a day that say who was present. What can't be read is skipped.
 */
export async function readProject(
  root: string,
  repository: string | null,
  budget: Budget,
): Promise<ProjectMinutes> {
  const files = listMarkdown(root).map((file) => [repositoryPath(root, file), file] as const);
  const markdown = files.map(([path]) => path);
  const homes = new Set(markdown.filter((path) => isMinutes(defaultConfig, path)).map(folderOf));
  const options = readingOptions(defaultConfig, "", { repository, milestones: null });
  const found: FoundMeeting[] = [];
  const left: { path: string; problem: Message }[] = [];
  for (const [path, file] of files) {
    const isNamed = isMinutes(defaultConfig, path);
    const isDated =
      !isNamed && DATED_NAME.test(path.slice(path.lastIndexOf("/") + 1)) && !matchesGlobs(NEVER, path);
    if (!isNamed && !isDated) continue;
    const { source } = await readMinutesFile(file);
    if (source === null) continue;
    const { meeting, problem } = readWithin(budget, () => readMinutes(path, source, options));
    if (problem !== null) {
      left.push({ path, problem });
      continue;
    }
    if (isNamed || homes.has(folderOf(path)) || meeting.attendees.length > 0) found.push({ meeting, source });
  }
  const day = ({ meeting }: FoundMeeting): string => meeting.date ?? "";
  return { found: found.sort((one, other) => day(one).localeCompare(day(other))), markdown, left };
}
