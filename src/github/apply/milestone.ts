import type { AssignMilestoneStep, MilestoneStep } from "../../plan/plan.ts";
import type { MilestoneState } from "../../plan/snapshot.ts";
import { resolveTokens } from "../../plan/tokens.ts";
import type { GitHubError } from "../errors.ts";
import { isAlreadyThere } from "../refusals-in-words.ts";
import type { MilestoneText, Posted } from "../port.ts";
import { attempt } from "./attempt.ts";
import { intend, rememberLeaving, settle, type Intention } from "./ledger-entries.ts";
import { changedMeanwhile } from "./changed-meanwhile.ts";
import { changeStanding } from "./recent.ts";
import { done } from "./result.ts";
import type { Executor, Run } from "./run.ts";

/**
 * Creates a milestone, or writes its description. Other minutes, and people, write into the same: one of our jobs
 * does so at a time, and where a description is no longer what the plan was made from, the plan has to be made again.
 */
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
  // Before it is done: broken off, the entries are still there, and found again.
  await rememberLeaving(run, step, step.repository);
  await intend(run, step, intention);
  const { posted } = await alone(run, step, () => write(run, step, text));
  await settle(run, step, intention, posted);
  return done(step, posted.url);
};

/**
 * Sets the milestone of an issue, or takes it off. Looks before each try: people may have set one since the plan was
 * made.
 */
export const applyAssignMilestone: Executor<AssignMilestoneStep> = async (run, step) => {
  const { repository, number, before } = step;
  const wanted = step.action === "delete" ? null : step.milestone.number;
  await rememberLeaving(run, step, repository);
  const act = async (): Promise<void> => {
    const now = (await run.issuesNow.read(repository, number)).milestone;
    if ((now?.number ?? null) === wanted) return;
    if ((now?.title ?? null) !== before) throw changedMeanwhile(`the milestone of ${repository}#${number}`);
    await run.github.assignMilestone(repository, number, wanted);
  };
  await attempt({ act, wait: run.wait });
  return done(step, null);
};

async function alone(
  { exclusively }: Run,
  step: MilestoneStep,
  write: () => Promise<Posted>,
): Promise<{ readonly posted: Posted }> {
  if (exclusively === undefined) return { posted: await write() };
  const result: { posted?: Posted } = {};
  await exclusively(`milestone ${step.repository}:${step.title}`.toLowerCase(), async () => {
    result.posted = await write();
  });
  if (result.posted === undefined) throw changed(step);
  return { posted: result.posted };
}

function write(run: Run, step: MilestoneStep, text: MilestoneText): Promise<Posted> {
  return step.number === null ? create(run, step, text) : update(run, step, step.number, text);
}

async function create(run: Run, step: MilestoneStep, text: MilestoneText): Promise<Posted> {
  try {
    return await attempt({
      act: () => run.github.createMilestone(text),
      lookUp: async () => toPosted(await find(run, step)),
      wait: run.wait,
    });
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
    const found = await find(run, step);
    const posted = found?.description === text.description ? toPosted(found) : undefined;
    if (posted === undefined) throw changed(step);
    return posted;
  }
}

/** Looks before each try: one whose answer was lost may have written it. */
function update(run: Run, step: MilestoneStep, number: number, text: MilestoneText): Promise<Posted> {
  const act = async (): Promise<Posted> => {
    const found = await find(run, step);
    const posted = found?.description === text.description ? toPosted(found) : undefined;
    if (posted !== undefined) return posted;
    // One that is not listed cannot be compared.
    if (found?.description !== step.before) throw changed(step);
    return run.github.updateMilestone(number, text);
  };
  return changeStanding(run, step, () => attempt({ act, wait: run.wait }));
}

/** By its number, where the plan knows it: people may give it another title. */
async function find(run: Run, step: MilestoneStep): Promise<MilestoneState | undefined> {
  const milestones = (await run.github.readMilestones([step.repository]))[step.repository] ?? [];
  return milestones.find(({ number, title }) =>
    step.number === null ? title === step.title : number === step.number,
  );
}

function toPosted(found: MilestoneState | undefined): Posted | undefined {
  return found && { id: found.number, number: found.number, url: found.url };
}

function changed({ repository, title }: MilestoneStep): GitHubError {
  return changedMeanwhile(`the milestone ${title} of ${repository}`);
}
