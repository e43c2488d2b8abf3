import type { Message, Value } from "./message.ts";

/** An error for people: what happened, where, and what to do. Its message is the text of a catalog. */
export class CodedError extends Error {
  override name = "CodedError";
  /** Stable, as in `Message`. */
  readonly code: string;
  readonly values: Readonly<Record<string, Value>>;

  constructor({ code, values, text }: Message, options?: ErrorOptions) {
    super(text, options);
    this.code = code;
    this.values = values;
  }
}

/** What an error says: its message, or as text whatever else was thrown. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
