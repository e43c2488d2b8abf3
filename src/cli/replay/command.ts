import { Option } from "commander";
import { commandLineError } from "../../messages/command-line-errors.ts";
import { parseFrom } from "../../pipeline/backfill/from.ts";
import type { AddCommand } from "../add-command.ts";
import { readSecondsOption } from "../budget.ts";
import { invalidArgument } from "../errors.ts";
import { configOption, formatOption, jsonOption, repositoryOption } from "../options.ts";
import type { ReplayOptions } from "./run.ts";

const examples = `
Examples:
  minutebook replay .
  minutebook replay --since 2026-01-01 meetings
  minutebook replay --format html . > replay.html
  minutebook replay --json . | jq 'select(.notifies) | .target'`;

/** `minutebook replay [DIR]` */
export const addReplayCommand: AddCommand = (program, io, end) => {
  program
    .command("replay")
    .summary("show what past minutes would have posted")
    .description(
      "Pushes past minutes one by one, in the order of their meetings, to a GitHub in memory on which every mentioned " +
        "issue exists, and prints each comment, issue and note that would have been posted. Needs no network and posts " +
        "nothing.",
    )
    .argument("[dir]", "the repository with the minutes, or a folder in it (default: here)")
    .addOption(dayOption("--since <date>", "first day of the meetings, as in 2026-01-31"))
    .addOption(dayOption("--until <date>", "last day of the meetings"))
    .addOption(formatOption(["text", "json", "markdown", "html"]))
    .addOption(jsonOption())
    .addOption(configOption())
    .addOption(repositoryOption())
    .addOption(readSecondsOption())
    .addHelpText("after", examples)
    .action(async (dir: string | undefined, options: ReplayOptions) => {
      const { runReplay } = await import("./run.ts");
      end(await runReplay(dir ?? ".", options, io));
    });
};

function dayOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value) => {
    const from = parseFrom(value);
    if (from !== null && "date" in from) return from.date;
    throw invalidArgument(commandLineError("invalid-day"));
  });
}
