import type { CheckRun } from "../../github/check-run.ts";
import type { StepResult } from "../../github/apply/result.ts";
import { counted } from "../../messages/message.ts";
import { EMPTY, md, paragraphs } from "../../plan/media/markdown.ts";
import type { Plan } from "../../plan/plan.ts";
import { countSteps } from "../../plan/render-plan.ts";
import { changesOf } from "../../plan/step-actions.ts";
import type { UndoScope } from "../../plan/undo/scope.ts";
import { BUTTONS } from "./buttons.ts";
import { countWords } from "./counts.ts";
import { renderExternalId } from "./external-id.ts";
import { confidentialNote, shownPlan, shownResults } from "./shown.ts";
import { describeOutcome, resultsTable, stepsTable } from "./steps-table.ts";

/** The push whose posts were taken back. */
interface Push {
  readonly commit: string;
  /** The commit before it. null: none. Absent: it is not known. */
  readonly before?: string | null;
}

/** Of the check runs that are about no push. */
const NAME = "Minutebook undo";

/** GitHub does not say how long a check run's id may be. */
const LONGEST_ID = 250;

/** What would be taken back, and what would stay, with the button that does it. */
export function reportUndoPlan(whole: Plan, scope: UndoScope): CheckRun {
  const plan = shownPlan(whole);
  // Whether there is anything in repositories of which nothing may be shown, nobody can tell from this.
  const isChange = changesOf(plan).length > 0 || (whole.confidential ?? []).length > 0;
  const externalId = renderExternalId({ undo: scope });
  const isShort = externalId.length <= LONGEST_ID;
  return {
    name: NAME,
    commit: plan.commit,
    conclusion: isChange ? "action_required" : "success",
    title: isChange ? `To take back: ${countSteps(plan)}` : "Nothing to take back",
    summary: paragraphs(
      isChange ? HOW[isShort ? "button" : "command"] : NOTHING,
      plan.steps.length === 0 ? EMPTY : stepsTable(plan.steps, plan),
      confidentialNote(whole),
    ),
    text: EMPTY,
    annotations: [],
    buttons: isChange && isShort ? [BUTTONS.undo] : [],
    externalId: isShort ? externalId : "undo",
  };
}

const HOW = {
  button: md`Nothing is removed yet. To remove what is listed, press the button.`,
  command: md`Nothing is removed yet. To remove what is listed, run \`minutebook undo --app\` without \`--dry-run\`.`,
} as const;

const NOTHING = md`Nothing is there that Minutebook can take back.`;

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
    ...(push === null ? { name: NAME } : {}),
    commit: push?.commit ?? plan.commit,
    conclusion: broken ? "failure" : left > 0 ? "neutral" : "success",
    title: counts === null ? "Nothing to take back" : `Taken back: ${counts}`,
    summary: paragraphs(
      counts === null
        ? NOTHING
        : md`What Minutebook took back, and what stays and why. It posts none of this again for these minutes; later meetings are posted as usual.`,
      left === 0
        ? EMPTY
        : md`GitHub couldn't be reached for ${counted(left, "step")}; Minutebook retries for a day.`,
    ),
    text: paragraphs(resultsTable(shown, plan), confidentialNote(plan)),
    annotations: [],
    buttons: [],
    externalId:
      push === null ? "undo" : renderExternalId(push.before === undefined ? {} : { before: push.before }),
  };
}
