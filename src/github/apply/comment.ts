import { applyReason } from "../../messages/reasons/apply-reasons.ts";
import type { CommentStep } from "../../plan/plan.ts";
import { resolveTokens } from "../../plan/tokens.ts";
import { isMissing } from "../errors.ts";
import type { Posted, PostId } from "../port.ts";
import { attempt } from "./attempt.ts";
import { changedMeanwhile } from "./changed-meanwhile.ts";
import { intend, learn, settle, settleAlso, type Intention } from "./ledger-entries.ts";
import { assertNotRecent, changeStanding } from "./recent.ts";
import { done, skipped } from "./result.ts";
import type { Executor, Run } from "./run.ts";

/** Creates, updates or deletes a comment. */
export const applyComment: Executor<CommentStep> = async (run, step) => {
  const id = step.commentId ?? run.found.get(step.key)?.id ?? null;
  if (step.action === "delete")
    return id === null ? skipped(step, applyReason("comment-missing")) : remove(run, step, id);
  const body = step.body === null ? null : resolveTokens(step.body, (key) => run.links.get(key));
  if (body === null) throw new Error(`The step ${step.key} has no body.`);
  if (step.remember === "gone") return takeOut(run, step, id, body);
  const posted = id === null ? await create(run, step, body) : await update(run, step, id, body);
  if (posted === null) return skipped(step, applyReason("comment-deleted-meanwhile"));
  await settleAlso(run, step, posted);
  // Nothing of theirs is there any more, so that its end is nobody's deed against them.
  if (step.leaves !== undefined) await run.ledger.forget([...step.leaves]);
  return done(step, posted.url);
};

/** Makes the ledger know a comment that is as it should be. */
export async function keepComment(run: Run, step: CommentStep): Promise<void> {
  if (step.commentId === null || step.commentUrl === null) return;
  const posted = { id: step.commentId, number: step.target.number, url: step.commentUrl };
  await learn(run, step, intentionOf(step, step.body), posted);
}

async function create(run: Run, step: CommentStep, body: string): Promise<Posted> {
  const intention = intentionOf(step, body);
  for (const key of keysOf(step)) await intend(run, { ...step, key }, intention);
  const posted = await attempt({
    act: () => run.github.createComment(step.target, body),
    lookUp: async () => (await run.github.findComments([step.target])).find((post) => post.key === step.key),
    wait: run.wait,
  });
  await settle(run, step, intention, posted);
  return posted;
}

/** null: a person deleted it since the plan was made. */
async function update(run: Run, step: CommentStep, id: PostId, body: string): Promise<Posted | null> {
  const found = run.found.get(step.key);
  const intention = { ...intentionOf(step, body), id: String(id) };
  if (found?.body === body) {
    await settle(run, step, intention, found);
    return found;
  }
  await intend(run, step, intention);
  try {
    const act = () => run.github.updateComment(step.target, id, body);
    const posted = await changeStanding(run, step, () => attempt({ act, wait: run.wait }));
    await settle(run, step, intention, posted);
    return posted;
  } catch (error) {
    if (!isMissing(error)) throw error;
    for (const key of keysOf(step))
      await run.ledger.settle({ ...entryOf(run, step, id), key, state: "gone" });
    return null;
  }
}

/** Takes some files' parts out of a comment, for good: broken off, the parts are still there, and found again. */
async function takeOut(run: Run, step: CommentStep, id: PostId | null, body: string) {
  if (id === null) return skipped(step, applyReason("comment-missing"));
  for (const key of step.leaves ?? []) await forgo(run, step, id, key);
  try {
    const act = () => run.github.updateComment(step.target, id, body);
    const posted = await changeStanding(run, step, () => attempt({ act, wait: run.wait }));
    return done(step, posted.url);
  } catch (error) {
    if (!isMissing(error)) throw error;
    return skipped(step, applyReason("comment-deleted-meanwhile"));
  }
}

/** Writes down that a file has nothing to say on a thread any more. */
async function forgo(run: Run, step: CommentStep, id: PostId, key: string): Promise<void> {
  await run.ledger.settle({ ...entryOf(run, step, id), key, state: "gone" });
}

async function remove(run: Run, step: CommentStep, id: PostId) {
  const { repository, number } = step.target;
  if (await run.commentsNow.isTouched(step, id))
    throw changedMeanwhile(`the comment on ${repository}#${number}`);
  const isForGood = step.remember === "gone";
  // Else, broken off right after it, the next run would take it for a person's deed, and never comment there again.
  for (const key of keysOf(step))
    await (isForGood
      ? forgo(run, step, id, key)
      : run.ledger.intend({ ...entryOf(run, step, id), key }, "removing"));
  const act = () => run.github.deleteComment(step.target, id);
  const wasFound = await attempt({ act, wait: run.wait });
  if (!wasFound) assertNotRecent(run, step);
  if (!isForGood) await run.ledger.forget(keysOf(step));
  return done(step, step.target.url);
}

function keysOf({ key, also = [] }: CommentStep): readonly string[] {
  return [key, ...also];
}

function entryOf(run: Run, step: CommentStep, id: PostId) {
  const { target, number } = intentionOf(step, null);
  const source = run.plan.repository.toLowerCase();
  return {
    key: step.key,
    source,
    target,
    number,
    kind: "comment" as const,
    id: String(id),
    url: null,
    hash: null,
  };
}

function intentionOf(step: CommentStep, text: string | null): Intention {
  const { repository, number } = step.target;
  return { target: repository.toLowerCase(), number, id: null, url: null, text };
}
