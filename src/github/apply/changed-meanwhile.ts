import { UnansweredError } from "../read-answer.ts";

/** Something is no longer what the plan was made from: it has to be planned again, and is with the next try. */
export function changedMeanwhile(what: string): UnansweredError {
  return new UnansweredError(`Someone changed ${what} in the meantime.`, false);
}
