import { Command, CommanderError } from "commander";
import { commands } from "./commands.ts";
import { CliError } from "./errors.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { version } from "../pipeline/version.ts";

/**
 * Runs the command line.
 *
 * @param args - Without the program's own name.
 * @returns The exit code (see `exit-codes.ts`). Never throws.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const program = new Command("minutebook")
    .description("Meeting minutes in a repository become comments, issues and milestone notes on GitHub.")
    .version(version, "-V, --version", "print the version")
    .helpCommand(false)
    .showHelpAfterError("(minutebook --help says more.)");
  for (const addCommand of commands) {
    addCommand(program, io, (code) => {
      exitCode = code;
    });
  }
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeOut: io.out, writeErr: io.err });
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    return report(error, io);
  }
}

function report(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  if (error instanceof CliError) {
    io.err(`${io.errColors.red("error:")} ${error.message}\n`);
    return error.exitCode;
  }
  if (error instanceof Error && error.name === "GitHubError") {
    io.err(`${io.errColors.red("error:")} GitHub: ${error.message}\n`);
    return exitCodes.gitHub;
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.err(`${io.errColors.red("error:")} This is a mistake in Minutebook, please report it:\n${details}\n`);
  return exitCodes.bug;
}
