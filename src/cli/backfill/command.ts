import { Option } from "commander";
import { commandLineError } from "../../messages/command-line-errors.ts";
import { parseFrom } from "../../pipeline/backfill/from.ts";
import type { AddCommand } from "../add-command.ts";
import { invalidArgument } from "../errors.ts";
import { repositoryOption } from "../options.ts";
import type { BackfillOptions } from "./options.ts";

const examples = `
Examples:
  minutebook backfill --dry-run
  minutebook backfill --from 2025-01-01 --limit 200
  minutebook backfill --repository octo-org/team --from 1f3c9ab --yes
  minutebook backfill --app --repository octo-org/team

Token: GH_TOKEN, GITHUB_TOKEN, or that of gh (gh auth login). --app needs none, but the environment of the app
(DATABASE_URL or DATA_FOLDER).`;

/** `minutebook backfill` */
export const addBackfillCommand: AddCommand = (program, io, end) => {
  program
    .command("backfill")
    .summary("post old minutes")
    .description(
      "Posts minutes that are older than Minutebook, one file at a time in the order of the meetings, at the pace that " +
        "GitHub allows. You can stop it with Ctrl-C and run it again: it continues where it was, and nothing is posted " +
        "twice.",
    )
    .addOption(
      new Option(
        "--from <date|commit>",
        "meetings from this day on, or minutes that were added or changed after this commit (default: all)",
      ).argParser(readFrom),
    )
    .addOption(
      new Option("--order <order>", "which meetings to start with")
        .choices(["oldest", "newest"])
        .default("oldest"),
    )
    .addOption(
      new Option("--limit <changes>", "make at most this many changes on GitHub, in whole files").argParser(
        readLimit,
      ),
    )
    .option("--dry-run", "show what would be posted, and post nothing", false)
    .option("--again", "also plan finished files", false)
    .option("--yes", "do not ask", false)
    .option("--json", "one JSON object for each file and line, the sum last", false)
    .option("--app", "let the app do it, under its own name", false)
    .addOption(repositoryOption())
    .addHelpText("after", examples)
    .action(async (options: BackfillOptions) => {
      const { runBackfill } = await import("./run.ts");
      end(await runBackfill(options, io));
    });
};

function readFrom(text: string) {
  const from = parseFrom(text);
  if (from !== null) return from;
  throw invalidArgument(commandLineError("not-a-start"));
}

function readLimit(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw invalidArgument(commandLineError("not-a-limit"));
}
