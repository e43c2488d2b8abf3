/** A webhook that could not be kept. Answered with its status, so that GitHub lists the delivery as failed. */
export class UnavailableError extends Error {
  override readonly name = "UnavailableError";
  readonly status = 503;
}

/**
 * Waits for it, but not longer than the time given, in milliseconds.
 *
 * @throws UnavailableError when it fails or takes longer
 */
export async function withinTime<T>(answer: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnavailableError(reason, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
