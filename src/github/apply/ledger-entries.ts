import type { LedgerEntry } from "../../ledger/ledger.ts";
import { hashWhole } from "../../plan/hash.ts";
import type { CommentStep, Step } from "../../plan/plan.ts";
import type { Posted } from "../port.ts";
import type { Run } from "./run.ts";

/** What is known of a step before GitHub has answered. */
export type Intention = Pick<LedgerEntry, "target" | "number" | "id" | "url"> & {
  readonly text: string | null;
};

/** Writes down what is about to be tried. */
export async function intend(run: Run, step: Step, intention: Intention): Promise<void> {
  await run.ledger.intend(toEntry(run, step, intention));
}

/** Writes down what is on GitHub now. */
export async function settle(run: Run, step: Step, intention: Intention, posted: Posted): Promise<void> {
  const settled: LedgerEntry = {
    ...toEntry(run, step, intention),
    number: intention.number ?? posted.number,
    id: String(posted.id),
    url: posted.url,
    state: "done",
  };
  await run.ledger.settle(settled);
}

/** Writes down that other files' parts of a comment are where its own part is. */
export async function settleAlso(run: Run, step: CommentStep, posted: Posted): Promise<void> {
  for (const key of step.also ?? []) {
    const { repository, number } = step.target;
    const intention = { target: repository, number, id: String(posted.id), url: posted.url, text: null };
    await settle(run, { ...step, key }, intention, posted);
  }
}

/** Writes down something that exists, unless the ledger says the same already: it was lost, or another wrote it. */
export async function learn(run: Run, step: Step, intention: Intention, posted: Posted): Promise<void> {
  const known = run.entries.get(step.key);
  if (known?.state === "done" && known.id === String(posted.id) && known.hash === hashOf(intention.text))
    return;
  await settle(run, step, intention, posted);
}

/** Writes down that a post is to be taken back later, or that a person deleted it. */
export async function remember(run: Run, step: Step, state: "removing" | "gone"): Promise<void> {
  const known = run.entries.get(step.key);
  if (known !== undefined) {
    if (known.state !== state) await run.ledger.settle({ ...known, state });
    return;
  }
  if (state !== "gone" || step.kind === "label" || step.kind === "issue") return;
  const { repository, number } = step.kind === "comment" ? step.target : step;
  // Of which comment it was nobody needs to know: it is not asked for again.
  const intention = { target: repository, number, id: "", url: null, text: null };
  await run.ledger.settle({ ...toEntry(run, step, intention), state });
}

/** Writes down what files have no part in any more, so that none comes back. */
export async function rememberLeaving(run: Run, step: Step, target: string): Promise<void> {
  if (step.remember !== "gone") return;
  const intention = { target, number: null, id: null, url: null, text: null };
  for (const key of step.leaves ?? [])
    await run.ledger.settle({ ...toEntry(run, { ...step, key }, intention), state: "gone" });
}

function toEntry(
  run: Run,
  step: Step,
  { target, number, id, url, text }: Intention,
): Omit<LedgerEntry, "state"> {
  return {
    key: step.key,
    source: run.plan.repository.toLowerCase(),
    target: target.toLowerCase(),
    kind: step.kind,
    number,
    id,
    url,
    hash: hashOf(text),
  };
}

function hashOf(text: string | null): string | null {
  return text === null ? null : hashWhole(text);
}
