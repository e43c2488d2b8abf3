import type { Markdown } from "../plan/media/markdown.ts";

/** A check run as we write it: always complete. */
export interface CheckRun {
  /** Under which people see it. (Default: Minutebook) */
  readonly name?: string;
  readonly commit: string;
  readonly conclusion: "success" | "neutral" | "failure" | "action_required";
  readonly title: string;
  /** Markdown, cut to GitHub's 65,535 characters when it is sent. */
  readonly summary: Markdown;
  readonly text: Markdown;
  readonly annotations: readonly Annotation[];
  /** At most three. */
  readonly buttons: readonly CheckButton[];
  /** For us, to find what the run is about. */
  readonly externalId: string;
}

export interface Annotation {
  readonly path: string;
  readonly line: number;
  readonly level: "notice" | "warning" | "failure";
  /** Stable, in kebab case. Absent: it has none. */
  readonly code?: string;
  readonly message: string;
}

export interface CheckButton {
  /** At most 20 characters. */
  readonly label: string;
  /** At most 40 characters. */
  readonly description: string;
  /** At most 20 characters. */
  readonly identifier: string;
}
