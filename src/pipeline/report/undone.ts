import type { CheckRun } from "../../github/check-run.ts";
import type { StepResult } from "../../github/apply/result.ts";
import { counted } from "../../messages/message.ts";
import { EMPTY, md, paragraphs } from "../../plan/media/markdown.ts";
import type { Plan } from "../../plan/plan.ts";
import { countWords } from "./counts.ts";
import { renderExternalId } from "./external-id.ts";
import { confidentialNote, shownResults } from "./shown.ts";
import { describeOutcome, resultsTable } from "./steps-table.ts";

/** The push whose posts were taken back. */
interface Push {
  readonly commit: string;
  /** The commit before it. null: none. Absent: it is not known. */
  readonly before?: string | null;
}

/**
 * What was taken back, and what stays.
 *
 * @param push - Whose check run is replaced. null: the report is of a run of its own.
 */
export function reportUndone(plan: Plan, results: readonly StepResult[], push: Push | null): CheckRun {
  const shown = shownResults(results);
  const left = shown.filter(({ outcome, transient }) => outcome === "failed" && transient).length;
  const broken = shown.some(({ outcome, transient }) => outcome === "failed" && !transient);
  const counts = countWords(shown.map(describeOutcome));
  return {
    ...(push === null ? { name: "Minutebook undo" } : {}),
    commit: push?.commit ?? plan.commit,
    conclusion: broken ? "failure" : left > 0 ? "neutral" : "success",
    title: counts === null ? "Nothing to take back" : `Taken back: ${counts}`,
    summary: paragraphs(
      counts === null
        ? md`Nothing of these minutes is there that Minutebook can take back.`
        : md`What Minutebook took back, and what stays and why. It posts none of this again for these minutes; later meetings are posted as usual.`,
      left === 0
        ? EMPTY
        : md`GitHub couldn't be reached for ${counted(left, "step")}; Minutebook retries for a day.`,
    ),
    text: paragraphs(resultsTable(shown), confidentialNote(plan)),
    annotations: [],
    buttons: [],
    externalId:
      push === null ? "undo" : renderExternalId(push.before === undefined ? {} : { before: push.before }),
  };
}
