import { InvalidArgumentError } from "commander";
import { CodedError } from "../messages/coded-error.ts";
import type { Message } from "../messages/message.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";

/** Something that the user can fix: its message says what happened, where, and what to do. */
export class CliError extends CodedError {
  override readonly name = "CliError";
  readonly exitCode: ExitCode;

  constructor(message: Message, exitCode: ExitCode = exitCodes.input, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** What commander is to say about an argument that can't be used. */
export function invalidArgument({ text }: Message): InvalidArgumentError {
  return new InvalidArgumentError(text);
}

/** The code of a system's error, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  const code: unknown = Reflect.get(Object(error), "code");
  return typeof code === "string" ? code : undefined;
}
