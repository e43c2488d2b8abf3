import type { CheckRun } from "../../github/check-run.ts";

interface Sums {
  /** Files. */
  readonly done: number;
  readonly changes: number;
  /** Of these, changes that are not shown. (Default: none) */
  readonly hidden?: number;
  /** Steps that GitHub refused, and what is shown of them. */
  readonly failed: number;
  readonly failures: readonly string[];
}

/**
 * What a backfill came to.
 *
 * @param end - Why it ended before its end. null: it did not.
 */
export function reportBackfill(
  commit: string,
  { done, changes: all, hidden = 0, failed, failures }: Sums,
  end: string | null,
): CheckRun {
  const changes = all - hidden;
  const files = `${done} ${done === 1 ? "file" : "files"} of old minutes`;
  const more = failed > failures.length ? `\n- … and ${failed - failures.length} more` : "";
  const refused =
    failed === 0 ? "" : `GitHub refused:\n\n${failures.map((line) => `- ${line}`).join("\n")}${more}`;
  return {
    name: "Minutebook backfill",
    commit,
    conclusion: failed === 0 && end === null ? "success" : "neutral",
    title: `${files}: ${changes} ${changes === 1 ? "change" : "changes"}${failed === 0 ? "" : `, ${failed} refused`}`,
    summary: [
      end === null ? "All minutes that were asked for are done." : `It ended early: ${end}`,
      "What stood already was left as it is.",
      refused,
    ]
      .filter((part) => part !== "")
      .join("\n\n"),
    text: "",
    annotations: [],
    buttons: [],
    externalId: "backfill",
  };
}
