import type { AddCommand } from "../commands.ts";
import { repositoryOption } from "../options.ts";
import type { ApplyOptions } from "./run.ts";

const examples = `
Examples:
  minutebook apply meetings/2026-01-12.md
  minutebook apply --yes --repository octo-org/team meetings

Token: GH_TOKEN, GITHUB_TOKEN, or that of gh (gh auth login).`;

/** `minutebook apply [PATH…]` */
export const addApplyCommand: AddCommand = (program, io, end) => {
  program
    .command("apply")
    .summary("post what the plan says")
    .description(
      "Plans for minutes as they stand on GitHub, at the head of the default branch, shows the plan, asks, and does it " +
        "under your own name. It may be stopped and run again: nothing is posted twice.",
    )
    .argument("[path...]", "minutes, or folders that hold some (default: all)")
    .option("--yes", "do not ask", false)
    .addOption(repositoryOption())
    .addHelpText("after", examples)
    .action(async (paths: string[], options: ApplyOptions) => {
      const { runApply } = await import("./run.ts");
      end(await runApply(paths, options, io));
    });
};
