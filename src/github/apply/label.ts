import { applyReason } from "../../messages/reasons/apply-reasons.ts";
import type { LabelStep, UnlabelStep } from "../../plan/plan.ts";
import { isAlreadyThere } from "../refusals-in-words.ts";
import { attempt } from "./attempt.ts";
import { settle } from "./ledger-entries.ts";
import { done, skipped, isOnGitHub } from "./result.ts";
import type { Executor } from "./run.ts";

/** Creates a label; one that is there already is as good. */
export const applyLabel: Executor<LabelStep> = async (run, step) => {
  const { repository, name, color, description } = step;
  try {
    const act = () => run.github.createLabel({ repository, name, color, description });
    await attempt({ act, wait: run.wait });
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  }
  return done(step, null);
};

/**
 * Takes a label off an issue, once the comment about the discussion is posted. The same plan may be made again later:
 * a label that was taken off for it already was put on again by somebody.
 */
export const applyUnlabel: Executor<UnlabelStep> = async (run, step) => {
  if (run.entries.get(step.key)?.state === "done") return skipped(step, applyReason("label-set-again"));
  if (step.after !== null && !isOnGitHub(run.results.get(step.after))) {
    return skipped(step, applyReason("label-waits"));
  }
  const act = () => run.github.removeLabel(step.repository, step.number, step.label);
  await attempt({ act, wait: run.wait });
  const { repository, number } = step;
  const intention = { target: repository, number, id: null, url: null, text: null };
  await settle(run, step, intention, { id: number, number, url: "" });
  return done(step, null);
};
