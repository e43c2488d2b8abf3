import type { LabelStep, UnlabelStep } from "../../plan/plan.ts";
import { isAlreadyThere } from "../errors.ts";
import { attempt } from "./attempt.ts";
import { done, skipped, stands } from "./result.ts";
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

/** Takes a label off an issue, once the comment that tells of the discussion stands. */
export const applyUnlabel: Executor<UnlabelStep> = async (run, step) => {
  if (step.after !== null && !stands(run.results.get(step.after))) {
    return skipped(step, "The label stays until the comment stands.");
  }
  const act = () => run.github.removeLabel(step.repository, step.number, step.label);
  await attempt({ act, wait: run.wait });
  return done(step, null);
};
