import type { CheckRun } from "../../github/check-run.ts";
import { counted } from "../../messages/message.ts";
import { EMPTY, join, md, paragraphs, raw } from "../../plan/media/markdown.ts";

interface Sums {
  /** Files. */
  readonly done: number;
  readonly changes: number;
  /** Of these, changes that are not shown. (Default: none) */
  readonly hidden?: number;
  /** Steps that GitHub refused and files that could not be read or planned, and what is shown of them. */
  readonly failed: number;
  readonly failures: readonly string[];
}

/**
 * What a backfill came to.
 *
 * @param end - Why it stopped early. null: it did not.
 */
export function reportBackfill(
  commit: string,
  { done, changes: all, hidden = 0, failed, failures }: Sums,
  end: string | null,
): CheckRun {
  const changes = all - hidden;
  const files = counted(done, "file");
  const lines = failures.map((line) => md`- ${line}`);
  if (failed > failures.length) lines.push(md`- … and ${failed - failures.length} more`);
  return {
    name: "Minutebook backfill",
    commit,
    conclusion: failed === 0 && end === null ? "success" : "neutral",
    title: `${files}, ${counted(changes, "change")}${failed === 0 ? "" : `, ${failed} failed`}`,
    summary: paragraphs(
      end === null ? md`All requested minutes were processed.` : md`The backfill stopped early: ${end}`,
      md`Existing posts are unchanged.`,
      failed === 0 ? EMPTY : md`Failed:\n\n${raw(join(lines, "\n"))}`,
    ),
    text: EMPTY,
    annotations: [],
    buttons: [],
    externalId: "backfill",
  };
}
