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

/** The code of a system's error, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  const code: unknown = Reflect.get(Object(error), "code");
  return typeof code === "string" ? code : undefined;
}

/** What an error says, whatever was thrown. */
export function errorMessage(error: unknown): string {
  const message: unknown = Reflect.get(Object(error), "message");
  return typeof message === "string" ? message : String(error);
}
