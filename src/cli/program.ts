import { Command, Help, type Option } from "commander";
import { version } from "../pipeline/version.ts";
import { commands } from "./commands.ts";
import type { Io } from "./io.ts";

const more = `
Examples:
  minutebook init                                   guess a configuration and write it
  minutebook plan .                                 what would be posted where, without network
  minutebook apply meetings/2026-01-12.md           post it, after asking

minutebook COMMAND --help says more of each. Documents: https://github.com/minutebook/minutebook#readme`;

/**
 * The command line as it is defined: what runs, and what help, completion and the manual page are made from.
 *
 * @param end - Called with the exit code of the command that ran.
 */
export function makeProgram(io: Io, end: (exitCode: number) => void): Command {
  const program = new Command("minutebook")
    .description("Meeting minutes in a repository become comments, issues and milestone notes on GitHub.")
    .version(version, "-V, --version", "print the version")
    .helpCommand(false)
    .helpOption("-h, --help", "print this help")
    .showHelpAfterError("(minutebook --help says more.)")
    .addHelpText("after", more);
  for (const addCommand of commands) addCommand(program, io, end);
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .helpOption("-h, --help", "print this help")
      .configureHelp({ optionDescription: describeOption })
      .configureOutput({ writeOut: io.out, writeErr: io.err });
  }
  return program;
}

/** What an option does; a switch doesn't say that it is off by default. */
export function describeOption(option: Option): string {
  if (option.defaultValue !== false) return new Help().optionDescription(option);
  return option.description;
}
