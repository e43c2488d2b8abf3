import { ProbotOctokit } from "probot";
import { type Pace, throttleSettings } from "../github/pace.ts";

/** Probot's Octokit with our own settings: it keeps GitHub's pace, and waits for limits that are short. */
export function makeOctokitClass(pace: Pace, retryBaseMs = 1000): typeof ProbotOctokit {
  const throttle = throttleSettings(pace, retryBaseMs);
  return ProbotOctokit.defaults((options: Record<string, unknown>) => {
    const given = options.throttle as { readonly id?: string } | undefined;
    return {
      ...options,
      retry: { retryAfterBaseValue: retryBaseMs },
      throttle: { ...throttle, ...(given?.id === undefined ? {} : { id: given.id }) },
    };
  }) as typeof ProbotOctokit;
}
