import type { Message } from "../../messages/message.ts";
import { readingOptions } from "../../config/reading-options.ts";
import { readerFor } from "../../minutes/reader-for.ts";
import { exitCodes } from "../exit-codes.ts";
import { type BudgetOptions, budgetOf } from "../budget.ts";
import { createConfigFinder } from "../input/find-config.ts";
import { findMinutes } from "../input/find-minutes.ts";
import { readMinutesFile } from "../input/read-minutes-file.ts";
import { readWithin } from "../input/read-within.ts";
import type { Io } from "../io.ts";
import { formats } from "./formats/formats.ts";
import { preferQuickStart } from "./quick-start.ts";
import { printable } from "../../plan/media/terminal.ts";

export interface InspectOptions extends BudgetOptions {
  readonly format: keyof typeof formats;
  readonly config?: string;
  readonly repository?: string;
}

/**
 * Prints what is read in each file, in the order given. A file that cannot be read is told on standard error (where
 * the format has room for it on standard output too) and does not stop the rest.
 *
 * @returns The exit code.
 */
export async function runInspect(files: readonly string[], options: InspectOptions, io: Io): Promise<number> {
  const budget = budgetOf(options, io);
  const findConfig = createConfigFinder(options, io);
  const format = formats[options.format](io.colors);
  let failed = false;
  const tell = (name: string, problem: Message): void => {
    failed = true;
    io.err(`${io.errColors.red("error:")} ${printable(name)}: ${printable(problem.text)}\n`);
    io.out(format.problem(name, problem));
  };
  for (const name of files) {
    for await (const found of findMinutes(name, findConfig, io)) {
      const file = await readMinutesFile(found.file);
      if (file.problem !== null) {
        tell(found.name, file.problem);
        continue;
      }
      if (files.length === 1 && found.name === name) preferQuickStart(file.source.length);
      const { config, repository } = found.project;
      const read = await readerFor(found.path);
      const reading = readingOptions(config, found.path, { repository, milestones: null });
      const { meeting, problem } = readWithin(budget, () => read(found.path, file.source, reading));
      if (problem !== null) tell(found.name, problem);
      else io.out(format.meeting({ ...meeting, path: found.name }));
    }
  }
  io.out(format.end());
  return failed ? exitCodes.input : exitCodes.ok;
}
