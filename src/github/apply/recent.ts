import { gitHubMessage } from "../../messages/github-errors.ts";
import type { Step } from "../../plan/plan.ts";
import { isMissing } from "../errors.ts";
import { UnansweredError } from "../read-answer.ts";
import type { Run } from "./run.ts";

/**
 * Changes something that exists. What was written a moment ago and is not found was deleted by nobody: GitHub does
 * not show it everywhere yet.
 *
 * @throws GitHubError, transient, there
 */
export async function changeStanding<T>(run: Run, step: Step, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (isMissing(error)) assertNotRecent(run, step);
    throw error;
  }
}

/** As `changeStanding`, where it was not found. */
export function assertNotRecent({ recent }: Run, { key }: Step): void {
  if (!recent.has(key)) return;
  throw new UnansweredError(gitHubMessage("recent-post-not-shown"));
}
