import { ProbotOctokit } from "probot";
import { type Pace, throttleSettings } from "../github/pace.ts";

/** Probot's Octokit with our own settings: it keeps GitHub's pace, and waits for limits that are short. */
export function makeOctokitClass(pace: Pace, retryBaseMs = 1000): typeof ProbotOctokit {
  const throttle = throttleSettings(pace, retryBaseMs);
  return ProbotOctokit.defaults((options: Record<string, unknown>) => {
    const given = options.throttle as { readonly id?: string } | undefined;
    return {
      ...options,
      ...(options.log === undefined ? {} : { log: withoutFields(options.log as OctokitLog) }),
      retry: { retryAfterBaseValue: retryBaseMs },
      throttle: { ...throttle, ...(given?.id === undefined ? {} : { id: given.id }) },
    };
  }) as typeof ProbotOctokit;
}

type OctokitLog = Readonly<Record<"debug" | "info" | "warn" | "error", (...words: unknown[]) => void>>;

/**
 * Probot logs the bodies of all requests: what minutes say, and what people wrote. Method, address and status remain.
 */
function withoutFields(log: OctokitLog): OctokitLog {
  const tell =
    (level: keyof OctokitLog) =>
    (...words: readonly unknown[]) => {
      const text = words.findLast((word) => typeof word === "string");
      if (text !== undefined) log[level](text);
    };
  return { debug: tell("debug"), info: tell("info"), warn: tell("warn"), error: tell("error") };
}
