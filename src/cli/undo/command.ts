import { Option } from "commander";
import { commandLineError } from "../../messages/command-line-errors.ts";
import { parseFrom } from "../../pipeline/backfill/from.ts";
import { UNDO_KINDS, type UndoKind } from "../../plan/undo/scope.ts";
import type { AddCommand } from "../add-command.ts";
import { invalidArgument } from "../errors.ts";
import { repositoryOption } from "../options.ts";
import type { UndoOptions } from "./options.ts";

const examples = `
Examples:
  minutebook undo --dry-run --all
  minutebook undo meetings/2026-01-12.md
  minutebook undo --push 1f3c9ab --only comments
  minutebook undo --app --repository octo-org/team --since 2026-01-01

Token: GH_TOKEN, GITHUB_TOKEN, or that of gh (gh auth login). It removes only what was posted under the same name; what
the app posted, the app removes: --app, with the environment of the app (DATABASE_URL or DATA_FOLDER).`;

/** `minutebook undo [PATH…]` */
export const addUndoCommand: AddCommand = (program, io, end) => {
  program
    .command("undo")
    .summary("take back what was posted")
    .description(
      "Deletes the comments, closes the issues as not planned, and removes the milestone notes of these minutes. What people " +
        "answered, or worked on, stays and is listed. Shows the plan, and asks. You can stop it with Ctrl-C and run it again.",
    )
    .argument("[path...]", "minutes, or folders with minutes")
    .addOption(
      new Option("--push <commit>", "what was first posted for the push with this commit").argParser(
        readCommit,
      ),
    )
    .addOption(
      new Option("--since <date>", "what was posted for meetings on this day or later").argParser(readDay),
    )
    .option("--all", "everything", false)
    .addOption(
      new Option("--only <kind>", "only this kind; can be repeated").choices(UNDO_KINDS).argParser(readKind),
    )
    .option("--dry-run", "show what would be removed, and remove nothing", false)
    .option("--yes", "do not ask", false)
    .option("--json", "print the result of each step as one JSON document", false)
    .option("--app", "let the app do it, under its own name", false)
    .addOption(repositoryOption())
    .addHelpText("after", examples)
    .action(async (paths: string[], options: UndoOptions) => {
      const { runUndo } = await import("./run.ts");
      end(await runUndo(paths, options, io));
    });
};

function readDay(text: string): string {
  const from = parseFrom(text);
  if (from !== null && "date" in from) return from.date;
  throw invalidArgument(commandLineError("invalid-day"));
}

function readCommit(text: string): string {
  const from = parseFrom(text);
  if (from !== null && "commit" in from) return from.commit;
  throw invalidArgument(commandLineError("not-a-commit"));
}

function readKind(text: string, before: readonly UndoKind[] | undefined): readonly UndoKind[] {
  const kind = UNDO_KINDS.find((one) => one === text);
  if (kind === undefined) throw invalidArgument(commandLineError("not-a-kind"));
  return [...(before ?? []), kind];
}
