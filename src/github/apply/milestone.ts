import type { AssignMilestoneStep, MilestoneStep } from "../../plan/plan.ts";
import { resolveTokens } from "../../plan/tokens.ts";
import type { MilestoneText, Posted } from "../port.ts";
import { attempt } from "./attempt.ts";
import { intend, settle, type Intention } from "./book.ts";
import { done } from "./result.ts";
import type { Executor, Run } from "./run.ts";

/** Creates a milestone, or writes its description. */
export const applyMilestone: Executor<MilestoneStep> = async (run, step) => {
  const description =
    step.description === null ? null : resolveTokens(step.description, (key) => run.links.get(key));
  const text: MilestoneText = { repository: step.repository, title: step.title, description };
  const intention: Intention = {
    target: step.repository,
    number: step.number,
    id: null,
    url: step.url,
    text: description,
  };
  await intend(run, step, intention);
  const { number } = step;
  const posted = await attempt({
    act: () =>
      number === null ? run.github.createMilestone(text) : run.github.updateMilestone(number, text),
    ...(number === null ? { lookUp: () => findMilestone(run, step) } : {}),
    wait: run.wait,
  });
  await settle(run, step, intention, posted);
  return done(step, posted.url);
};

/** Sets the milestone of an issue. */
export const applyAssignMilestone: Executor<AssignMilestoneStep> = async (run, step) => {
  const { repository, number, milestone } = step;
  await attempt({
    act: () => run.github.assignMilestone(repository, number, milestone.number),
    wait: run.wait,
  });
  return done(step, null);
};

async function findMilestone(run: Run, step: MilestoneStep): Promise<Posted | undefined> {
  const milestones = (await run.github.readMilestones([step.repository]))[step.repository] ?? [];
  const found = milestones.find(({ title }) => title === step.title);
  return found && { id: found.number, number: found.number, url: found.url };
}
