import type { Config } from "../../config/config.ts";
import { isMinutes } from "../../config/is-minutes.ts";
import { readingOptions } from "../../config/reading-options.ts";
import type { Meeting } from "../../minutes/meeting.ts";
import { readMinutes } from "../../minutes/read.ts";
import { DEFAULT_BUDGET } from "../../pipeline/workers/work-error.ts";
import { listMarkdown } from "../input/find-minutes.ts";
import { repositoryPath } from "../input/find-root.ts";
import { readMinutesFile } from "../input/read-minutes-file.ts";
import { readWithin } from "../input/read-within.ts";

const LAST = 5;

/** The last minutes of a clone, by the names of their files. What cannot be read is left out. */
export async function readLastMinutes(
  root: string,
  config: Config,
  repository: string,
): Promise<readonly Meeting[]> {
  const files = listMarkdown(root, () => undefined)
    .map((file) => ({ file, path: repositoryPath(root, file) }))
    .filter(({ path }) => isMinutes(config, path));
  const meetings: Meeting[] = [];
  for (const { file, path } of files.slice(-LAST)) {
    const { source } = await readMinutesFile(file);
    const options = readingOptions(config, path, { repository, milestones: null });
    const { meeting } =
      source === null
        ? { meeting: null }
        : readWithin(DEFAULT_BUDGET, () => readMinutes(path, source, options));
    if (meeting !== null) meetings.push(meeting);
  }
  return meetings;
}
