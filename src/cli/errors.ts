import { type ExitCode, exitCodes } from "./exit-codes.ts";

/** Something that the user can mend: its message says what happened, where, and what to do. */
export class CliError extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = exitCodes.input) {
    super(message);
    this.name = "CliError";
    this.exitCode = exitCode;
  }
}
