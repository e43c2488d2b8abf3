import type { AddCommand } from "../add-command.ts";
import { repositoryOption } from "../options.ts";
import type { ApplyOptions } from "./run.ts";

const examples = `
Examples:
  minutebook apply meetings/2026-01-12.md
  minutebook apply --yes --repository octo-org/team meetings
  minutebook plan --out plan.json meetings && minutebook apply --plan plan.json

Token: GH_TOKEN, GITHUB_TOKEN, or that of gh (gh auth login).`;

/** `minutebook apply [PATH…]` */
export const addApplyCommand: AddCommand = (program, io, end) => {
  program
    .command("apply")
    .summary("post what the plan says")
    .description(
      "Makes the plan for the minutes on GitHub, at the head of the default branch, shows it, asks, and posts under your " +
        "own name. You can stop it with Ctrl-C and run it again: nothing is posted twice.",
    )
    .argument("[path...]", "minutes, or folders with minutes (default: all)")
    .option(
      "--plan <file>",
      "do what this plan from minutebook plan --out says, if nothing has changed since",
    )
    .option("--yes", "do not ask", false)
    .option("--json", "print the result of each step as one JSON document", false)
    .addOption(repositoryOption())
    .addHelpText("after", examples)
    .action(async (paths: string[], options: ApplyOptions) => {
      const { runApply } = await import("./run.ts");
      end(await runApply(paths, options, io));
    });
};
