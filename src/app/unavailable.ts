import { appError } from "../messages/app-errors.ts";
import { CodedError, errorText } from "../messages/coded-error.ts";

/** A webhook that could not be kept. Answered with its status, so that GitHub lists the delivery as failed. */
export class UnavailableError extends CodedError {
  override readonly name = "UnavailableError";
  readonly status = 503;

  constructor(cause: unknown) {
    super(appError("unavailable", { reason: errorText(cause) }), { cause });
  }
}

/**
 * Waits for it, but not longer than the time given, in milliseconds.
 *
 * @throws UnavailableError when it fails or takes longer
 */
export async function withinTime<T>(answer: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new CodedError(appError("no-answer-in-time", { seconds: milliseconds / 1000 }))),
      milliseconds,
    );
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    throw new UnavailableError(error);
  } finally {
    clearTimeout(timer);
  }
}
