import type { AddCommand } from "../add-command.ts";
import { repositoryOption } from "../options.ts";
import type { InitOptions } from "./run.ts";

const examples = `
Examples:
  minutebook init
  minutebook init --print ../team
  minutebook init --json | jq .guess.people`;

/** `minutebook init [FOLDER]` */
export const addInitCommand: AddCommand = (program, io, end) => {
  program
    .command("init")
    .summary("write a first configuration")
    .description(
      "Looks for minutes in a repository, guesses what they are about and who is who, writes " +
        ".github/minutebook.yml with comments, and shows what would be posted for the last five minutes. " +
        "Never overwrites a configuration.",
    )
    .argument("[folder]", "the repository", ".")
    .option("--print", "print the configuration instead of writing it", false)
    .option("--json", "print what was guessed and written as one JSON document", false)
    .addOption(repositoryOption())
    .addHelpText("after", examples)
    .action(async (folder: string, options: InitOptions) => {
      const { runInit } = await import("./run.ts");
      end(await runInit(folder, options, io));
    });
};
