import { GitHubError } from "../errors.ts";

/** Waits between tries, in milliseconds; as many tries as waits, and one. */
const WAITS_MS = [1_000, 4_000];

interface Attempt<T> {
  readonly act: () => Promise<T>;
  /** Finds what an earlier try left, whose answer was lost. Not needed where doing it twice is the same as once. */
  readonly lookUp?: () => Promise<T | undefined>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Tries a change until GitHub gave an answer that can be trusted. After a try whose outcome is unknown (a timeout, 5xx)
 * it looks for the result before it tries again.
 */
export async function attempt<T>({ act, lookUp, wait }: Attempt<T>): Promise<T> {
  for (const pause of WAITS_MS) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof GitHubError) || !error.outcomeUnknown) throw error;
      await wait(pause);
      const found = await lookUp?.();
      if (found !== undefined) return found;
    }
  }
  return act();
}
