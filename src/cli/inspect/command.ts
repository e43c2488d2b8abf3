import type { AddCommand } from "../add-command.ts";
import { readSecondsOption } from "../budget.ts";
import { configOption, formatOption, jsonOption, repositoryOption } from "../options.ts";
import type { InspectOptions } from "./run.ts";

const examples = `
Examples:
  minutebook inspect meetings/2026-01-12.md
  minutebook inspect --format json meetings/*.md | jq .actions
  minutebook inspect --format annotations meetings     # in a GitHub workflow
  minutebook inspect --config .github/minutebook.yml --repository octo-org/team meetings`;

/** `minutebook inspect FILE…` */
export const addInspectCommand: AddCommand = (program, io, end) => {
  program
    .command("inspect")
    .summary("print what is read in minutes")
    .description(
      "Prints what Minutebook reads in minutes: date, attendees, references, milestones, actions, decisions and " +
        "warnings. Posts nothing, needs no network. For a folder, it reads the minutes in it.",
    )
    .argument("<file...>", "minutes, or a folder with minutes")
    .addOption(formatOption(["text", "json", "markdown", "annotations", "sarif"]))
    .addOption(jsonOption())
    .addOption(configOption())
    .addOption(repositoryOption())
    .addOption(readSecondsOption())
    .addHelpText("after", examples)
    .action(async (files: string[], options: InspectOptions) => {
      const { runInspect } = await import("./run.ts");
      end(await runInspect(files, options, io));
    });
};
