import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { defaultConfig } from "../../config/defaults.ts";
import { isMinutes } from "../../config/is-minutes.ts";
import { readingOptions } from "../../config/reading-options.ts";
import type { Meeting } from "../../minutes/meeting.ts";
import { readMinutes } from "../../minutes/read.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { runInspect } from "../inspect/run.ts";
import { listMarkdown } from "../input/find-minutes.ts";
import { findRemote } from "../input/find-remote.ts";
import { CONFIG_PATH, findRoot, repositoryPath } from "../input/find-root.ts";
import { readMinutesFile } from "../input/read-minutes-file.ts";
import type { Io } from "../io.ts";
import { guessConfig } from "./guess.ts";
import { writeConfig } from "./write-config.ts";

export interface InitOptions {
  readonly print: boolean;
  readonly repository?: string;
}

/** How many of the last minutes are shown. */
const SHOWN = 5;

/** Writes a configuration for the minutes that are found, and shows what is read with it. */
export async function runInit(folder: string, options: InitOptions, io: Io): Promise<number> {
  const start = resolve(io.cwd, folder);
  const root = findRoot(start) ?? start;
  const file = join(root, CONFIG_PATH);
  if (existsSync(file) && !options.print) {
    throw new CliError(`${file} is there already and stays as it is. --print shows what init would write.`);
  }
  const repository = options.repository ?? findRemote(root);
  const meetings = await readAll(root, repository);
  if (meetings.length === 0) {
    throw new CliError(
      `There are no minutes in ${root}. They are looked for in folders and files that are named after meetings, ` +
        "minutes or notes; name yours under `minutes` in .github/minutebook.yml.",
    );
  }
  const text = writeConfig(guessConfig(meetings, repository));
  if (options.print) {
    io.out(text);
    return exitCodes.ok;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: "wx" });
  io.out(`Wrote ${relative(io.cwd, file)}. With it, the last minutes read like this:\n\n`);
  const last = meetings.slice(-SHOWN).map(({ path }) => relative(io.cwd, join(root, path)));
  return runInspect(last, { format: "text", ...options }, io);
}

/** The minutes that the default globs find, by their day. Those that cannot be read are left out. */
async function readAll(root: string, repository: string | null): Promise<Meeting[]> {
  const options = readingOptions(defaultConfig, "", { repository, milestones: null });
  const meetings: Meeting[] = [];
  for (const file of listMarkdown(root)) {
    const path = repositoryPath(root, file);
    if (!isMinutes(defaultConfig, path)) continue;
    const { source } = await readMinutesFile(file);
    if (source !== null) meetings.push(readMinutes(path, source, options));
  }
  return meetings.sort((one, other) => (one.date ?? "").localeCompare(other.date ?? ""));
}
