import { CommanderError } from "commander";
import { CliError } from "./errors.ts";
import { exitCodes } from "./exit-codes.ts";
import { commandLineError } from "../messages/command-line-errors.ts";
import { printableLines } from "../plan/media/terminal.ts";
import type { Io } from "./io.ts";
import { makeProgram } from "./program.ts";

/**
 * Runs the command line.
 *
 * @param args - Without the program's own name.
 * @returns The exit code (see `exit-codes.ts`). Never throws.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const program = makeProgram(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    return report(error, io);
  }
}

function report(error: unknown, io: Io): number {
  const say = (text: string): void => io.err(`${io.errColors.red("error:")} ${printableLines(text)}\n`);
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  if (error instanceof CliError) {
    say(error.message);
    return error.exitCode;
  }
  if (error instanceof Error && error.name === "GitHubError") {
    say(commandLineError("github-failed", { reason: error.message }).text);
    return exitCodes.gitHub;
  }
  if (error instanceof Error && error.name === "PlanningError") {
    say(error.message);
    return exitCodes.input;
  }
  if (error instanceof Error && error.name === "AbortError") {
    io.err(`${commandLineError("stopped").text}\n`);
    return exitCodes.interrupted;
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  say(commandLineError("unexpected-error", { details }).text);
  return exitCodes.bug;
}
