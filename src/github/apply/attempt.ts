import { GitHubError } from "../errors.ts";

/** Waits after tries whose outcome is unknown, in milliseconds. */
const WAITS_MS = [1_000, 4_000];

interface Attempt<T> {
  readonly act: () => Promise<T>;
  /** Finds what an earlier try left, whose answer was lost. Not needed where doing it twice is the same as once. */
  readonly lookUp?: () => Promise<T | undefined>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Tries a change until GitHub gave an answer that can be trusted. After a try whose outcome is unknown (a timeout, 5xx)
 * it looks for the result before it tries again: twice, five seconds apart, for GitHub's lists lag behind its writes.
 */
export async function attempt<T>({ act, lookUp, wait }: Attempt<T>): Promise<T> {
  return lookUp === undefined ? repeat(act, wait) : createOnce(act, lookUp, wait);
}

async function createOnce<T>(
  act: () => Promise<T>,
  lookUp: () => Promise<T | undefined>,
  wait: Attempt<T>["wait"],
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!isUnknown(error)) throw error;
    for (const pause of WAITS_MS) {
      await wait(pause);
      const found = await lookUp();
      if (found !== undefined) return found;
    }
    return act();
  }
}

async function repeat<T>(act: () => Promise<T>, wait: Attempt<T>["wait"]): Promise<T> {
  for (const pause of WAITS_MS) {
    try {
      return await act();
    } catch (error) {
      if (!isUnknown(error)) throw error;
      await wait(pause);
    }
  }
  return act();
}

function isUnknown(error: unknown): boolean {
  return error instanceof GitHubError && error.outcomeUnknown;
}
