import { GitHubError } from "../../github/errors.ts";

/** Errors of ours whose texts are of the minutes and their configuration. */
const OWN: ReadonlySet<string> = new Set([
  "InputError",
  "NoThreadError",
  "PlanningError",
  "QuarantineError",
  "StartError",
  "WorkError",
]);

/**
 * What a check run says of an error: its own words where they are of the minutes, which whoever reads the check run can read;
 * otherwise they may be of a repository that not all of them can read, and stand in the operator's log alone.
 */
export function causeOf(error: unknown): string {
  if (error instanceof GitHubError) {
    if (error.isOfMinutes) return error.message;
    return error.kind === "transient"
      ? "GitHub could not be reached, or did not give a whole answer."
      : "GitHub refused something; the operator's log says what.";
  }
  return error instanceof Error && OWN.has(error.name)
    ? error.message
    : "Something went wrong that has nothing to do with these minutes; the operator's log says what.";
}
