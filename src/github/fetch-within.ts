import { wholeAnswers } from "./whole-answers.ts";

/** GitHub itself breaks a request off after ten seconds; what takes longer than this is lost. In milliseconds. */
export const PATIENCE_MS = 30_000;

/**
 * A `fetch` for GitHub that gives up on a connection that stays silent, in the midst of an answer too: without it a job
 * would hang for as long as the other side does. What became of the request is unknown then, as after any answer that
 * never came. The same holds for answers that do not come whole.
 */
export function fetchWithin(milliseconds: number): typeof fetch {
  const ask = wholeAnswers((input, init) => fetch(input, init));
  return (input, init) => {
    const patience = AbortSignal.timeout(milliseconds);
    const signal = init?.signal ? AbortSignal.any([init.signal, patience]) : patience;
    return ask(input, { ...init, signal });
  };
}
