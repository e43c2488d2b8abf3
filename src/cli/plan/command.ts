import { Option } from "commander";
import type { AddCommand } from "../add-command.ts";
import { readSecondsOption } from "../budget.ts";
import { configOption, formatOption, jsonOption, repositoryOption } from "../options.ts";
import type { PlanOptions } from "./run.ts";

const examples = `
Examples:
  minutebook plan .
  minutebook plan --bodies meetings/2026-01-12.md
  minutebook plan --github meetings/2026-01-12.md
  minutebook plan --out plan.json meetings && minutebook apply --plan plan.json
  minutebook plan --json . | jq '.steps[] | select(.action == "skip") | .reason.code'

Token, for --github: GH_TOKEN, GITHUB_TOKEN, or that of gh (gh auth login).`;

/** `minutebook plan PATH…` */
export const addPlanCommand: AddCommand = (program, io, end) => {
  program
    .command("plan")
    .summary("print what would be posted where")
    .description(
      "Prints what Minutebook would do on GitHub if the minutes were pushed now, each step with its reason. Posts " +
        "nothing and needs no network: it assumes that every mentioned issue exists and that nothing is posted yet.",
    )
    .argument(
      "[path...]",
      "the repository with the minutes, a folder in it, or some of its minutes (default: here)",
    )
    .option("--bodies", "with the Markdown of every comment, issue and milestone", false)
    .option("--github", "compare with GitHub, for the minutes as they were pushed there", false)
    .addOption(
      new Option("--out <file>", "keep the plan for minutebook apply --plan; compares with GitHub").implies({
        github: true,
      }),
    )
    .addOption(formatOption(["text", "json"]))
    .addOption(jsonOption())
    // On GitHub the configuration there counts.
    .addOption(configOption().conflicts(["github", "out"]))
    .addOption(repositoryOption())
    .addOption(readSecondsOption())
    .addHelpText("after", examples)
    .action(async (paths: string[], options: PlanOptions) => {
      const { runPlan } = await import("./run.ts");
      end(await runPlan(paths.length === 0 ? ["."] : paths, options, io));
    });
};
