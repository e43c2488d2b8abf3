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

  /** The same as a message, for another error. */
  toMessage(): Message {
    return { code: this.code, values: this.values, text: this.message };
  }
}

/** What an error says, whatever was thrown; an error of another realm isn't an instance of this one's `Error`. */
export function errorText(error: unknown): string {
  const message: unknown = Reflect.get(Object(error), "message");
  return typeof message === "string" ? message : String(error);
}
