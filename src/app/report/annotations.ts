import type { Annotation } from "../../github/check-run.ts";
import type { Notice } from "../../plan/plan.ts";

const LEVELS = { error: "failure", warning: "warning", info: "notice" } as const;

/** What people should look at, on its lines. */
export function annotationsOf(notices: readonly Notice[]): readonly Annotation[] {
  return notices.map(({ path, line, level, message }) => ({
    path,
    line: line ?? 1,
    level: LEVELS[level],
    message,
  }));
}
