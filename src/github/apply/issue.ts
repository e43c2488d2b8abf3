import type { IssueStep } from "../../plan/plan.ts";
import { isNoChange, mergeIssue } from "../../plan/issues/merge-issue.ts";
import { renderFingerprint } from "../../plan/issues/fingerprint.ts";
import { findMarker } from "../../plan/marker.ts";
import { isMissing } from "../errors.ts";
import type { IssueText, PostedIssue } from "../port.ts";
import { attempt } from "./attempt.ts";
import { intend, learn, settle, type Intention } from "./ledger-entries.ts";
import { changedMeanwhile } from "./changed-meanwhile.ts";
import { changeStanding } from "./recent.ts";
import { done } from "./result.ts";
import type { Executor, Run } from "./run.ts";

/** Opens, updates, closes or reopens the issue of an action. */
export const applyIssue: Executor<IssueStep> = async (run, step) => {
  const number = step.number ?? run.found.get(step.key)?.number ?? null;
  const posted = number === null ? await createOrAdopt(run, step) : await update(run, step, number);
  link(run, step, posted.number, posted.url);
  return done(step, posted.url, posted.dropped);
};

/** Makes known an issue that is as it should be, or that is skipped. */
export async function keepIssue(run: Run, step: IssueStep): Promise<void> {
  if (step.number === null || step.url === null) return;
  link(run, step, step.number, step.url);
  // The issue's id is its number: nothing in Minutebook needs another.
  await learn(run, step, intentionOf(step), { id: step.number, number: step.number, url: step.url });
}

/** A list may lag behind what the ledger knows to exist; then that issue is the one. */
async function createOrAdopt(run: Run, step: IssueStep): Promise<PostedIssue> {
  const known = run.entries.get(step.key);
  if (known?.state !== "done" || known.number === null) return create(run, step);
  try {
    return await update(run, step, known.number);
  } catch (error) {
    if (!isMissing(error)) throw error;
    return create(run, step);
  }
}

async function create(run: Run, step: IssueStep): Promise<PostedIssue> {
  await intend(run, step, intentionOf(step));
  const posted = await attempt({
    act: () => run.github.createIssue(textOf(step)),
    lookUp: () => lookUp(run, step),
    wait: run.wait,
  });
  await settle(run, step, intentionOf(step), { ...posted, id: posted.number });
  await remember(run, step, posted.number);
  return posted;
}

async function lookUp(run: Run, step: IssueStep): Promise<PostedIssue | undefined> {
  const found = (await run.github.findIssues(step.repository, run.ledger)).find(
    (post) => post.key === step.key,
  );
  if (found === undefined || found.number === null) return undefined;
  return { id: found.id, number: found.number, url: found.url, dropped: [] };
}

async function update(run: Run, step: IssueStep, number: number): Promise<PostedIssue> {
  const intention = { ...intentionOf(step), number };
  await intend(run, step, intention);
  const posted = await changeStanding(run, step, () =>
    attempt({ act: () => merge(run, step, number), wait: run.wait }),
  );
  await settle(run, step, intention, { ...posted, id: posted.number });
  await remember(run, step, number);
  return posted;
}

/**
 * Looks before each try: people may have changed it since the plan was made, and a try whose answer was lost as well.
 */
async function merge({ github, issuesNow }: Run, step: IssueStep, number: number): Promise<PostedIssue> {
  const now = await issuesNow.read(step.repository, number);
  const change = mergeIssue(step, now);
  if (change === null) throw changedMeanwhile(`${step.repository}#${number}`);
  if (isNoChange(change)) return now;
  return { ...now, dropped: await github.updateIssue(step.repository, number, change) };
}

/** GitHub's list may show it only later. */
async function remember({ ledger }: Run, { repository, body }: IssueStep, number: number): Promise<void> {
  const marker = findMarker(body ?? "");
  if (marker?.kind !== "issue") return;
  const target = repository.toLowerCase();
  await ledger.rememberIssues([{ target, number, marker: renderFingerprint(marker), state: "there" }]);
}

function textOf({ repository, title, body, labels, assignees, milestone, type }: IssueStep): IssueText {
  return { repository, title, body, labels, assignees, milestone, type };
}

function link(run: Run, step: IssueStep, number: number, url: string): void {
  run.links.set(step.key, { target: `${step.repository}#${number}`, url });
}

function intentionOf(step: IssueStep): Intention {
  return { target: step.repository, number: step.number, id: null, url: step.url, text: step.body };
}
