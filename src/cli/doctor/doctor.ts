import type { Environment } from "../../app/environment.ts";
import type { Client } from "../../github/client.ts";
import type { GitHub } from "../../github/port.ts";

/** What one check found: a line. */
export interface Finding {
  /** What was looked at, in a word or two. */
  readonly check: string;
  readonly status: "ok" | "warning" | "problem" | "skipped";
  /** What is so. */
  readonly message: string;
  /** What to do. null: nothing. */
  readonly remedy: string | null;
}

/** What the checks look at. */
export interface Doctor {
  /** As the app has it. */
  readonly env: Environment;
  readonly cwd: string;
  /** What GitHub's API answered without authentication. */
  readonly greeting: Greeting;
  /** GitHub as the app itself. null: its credentials are not here. */
  readonly app: Client | null;
  /** GitHub under a token. null: there is none. */
  readonly token: Client | null;
  /** GitHub as whoever would post. null: nobody. */
  readonly github: GitHub | null;
  /** `owner/name` of the minutes. null: not given. */
  readonly repository: string | null;
  /** Dead jobs to give another day: their ids, or all. */
  readonly replay: "all" | readonly string[];
  /** In milliseconds. */
  readonly now: () => number;
}

/** Where the API is, and its clock as a date of HTTP, or why it is not reached. */
export interface Greeting {
  readonly url: string;
  readonly date: string | null;
  readonly error: string | null;
}

/** One thing to look at. What it throws is its finding. */
export interface Check {
  readonly name: string;
  /** Where GitHub is not reached it is left out. */
  readonly needsGitHub: boolean;
  readonly look: (doctor: Doctor) => Promise<readonly Finding[]>;
}

type Details = Omit<Finding, "check" | "status">;

/** Makes the findings of one check. */
export function findingsOf(check: string) {
  const make =
    (status: Finding["status"]) =>
    (message: string, remedy: string | null = null) =>
      ({ check, status, ...({ message, remedy } satisfies Details) }) satisfies Finding;
  return { ok: make("ok"), warning: make("warning"), problem: make("problem"), skipped: make("skipped") };
}
