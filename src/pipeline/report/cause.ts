import { GitHubError } from "../../github/errors.ts";

/** Minutebook's errors whose texts are of the minutes and their configuration. */
const OWN: ReadonlySet<string> = new Set([
  "InputError",
  "NoThreadError",
  "PlanningError",
  "QuarantineError",
  "StartError",
  "WorkError",
]);

/**
 * What a check run says of an error: its own words where they are of the minutes, which whoever reads the check run
 * can read; otherwise they may be of a repository that not all of them can read, and are in the operator's log alone.
 */
export function causeOf(error: unknown): string {
  if (error instanceof GitHubError) {
    if (error.isOfMinutes) return error.message;
    return error.kind === "transient"
      ? "GitHub couldn't be reached, or its answer was incomplete."
      : "GitHub refused a request; see the operator's log.";
  }
  return error instanceof Error && OWN.has(error.name)
    ? error.message
    : "Something failed that isn't about these minutes; see the operator's log.";
}
