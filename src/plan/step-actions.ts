import type { Plan, Step, StepAction } from "./plan.ts";

/** How an action is shown: its sign in a plan, the words where it is planned, and the word once it is done. */
interface ActionWords {
  readonly sign: string;
  readonly planned: string;
  readonly done: string;
}

/** In the order in which a plan counts them. */
export const STEP_ACTIONS = {
  create: { sign: "+", planned: "to create", done: "created" },
  update: { sign: "~", planned: "to update", done: "updated" },
  close: { sign: "x", planned: "to close", done: "closed" },
  reopen: { sign: "o", planned: "to reopen", done: "reopened" },
  delete: { sign: "-", planned: "to delete", done: "deleted" },
  keep: { sign: "=", planned: "unchanged", done: "unchanged" },
  skip: { sign: "!", planned: "skipped", done: "skipped" },
} as const satisfies Readonly<Record<StepAction, ActionWords>>;

/** Whether a step changes something on GitHub; all others are kept or skipped. */
export function isChange({ action }: Pick<Step, "action">): boolean {
  return action !== "keep" && action !== "skip";
}

/** The steps of a plan that change something on GitHub. */
export function changesOf({ steps }: Pick<Plan, "steps">): readonly Step[] {
  return steps.filter(isChange);
}
