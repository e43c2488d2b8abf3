import type { Annotation } from "../../github/check-run.ts";
import type { Notice, Step } from "../../plan/plan.ts";

const LEVELS = { error: "failure", warning: "warning", info: "notice" } as const;

/** What people should look at, on its lines. */
export function annotationsOf(notices: readonly Notice[]): readonly Annotation[] {
  return notices.map(({ path, line, level, code, text }) => ({
    path,
    line: line ?? 1,
    level: LEVELS[level],
    code,
    message: text,
  }));
}

/** What would be skipped, and why, on the lines that mention it. */
export function skipAnnotations(steps: readonly Step[]): readonly Annotation[] {
  return steps.flatMap(({ action, kind, origin, reason }) =>
    action !== "skip" || kind !== "comment" || origin === null
      ? []
      : [
          {
            path: origin.path,
            line: origin.line ?? 1,
            level: "notice",
            code: reason.code,
            message: reason.text,
          },
        ],
  );
}
