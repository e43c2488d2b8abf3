import { gitHubMessage } from "../../messages/github-errors.ts";
import type { Changes, Head, Range } from "../../github/port.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { isStale } from "../../pipeline/stale-branch.ts";
import { findPending } from "../../pipeline/posted-for.ts";
import { isForHead } from "../../queue/merge-rules.ts";
import type { Job } from "../../queue/job.ts";
import { commitOf, isForImplied, startOf } from "../../queue/job-facts.ts";
import type { Confirmations } from "./confirmations.ts";

/** Means no commit in the ledger: the repository was empty. */
export const NOTHING = "0".repeat(40);

/** From which commit to which a job brings the minutes. */
export interface JobRange extends Range {
  /** Whether the ledger's head moves once all of it is applied. */
  readonly advances: boolean;
  /** Other heads that something may have been posted for, by jobs that broke off. */
  readonly unfinished: readonly Unfinished[];
}

export interface Unfinished {
  readonly commit: string;
  /** The files that it may have been posted for. null: they are not known. */
  readonly touched: readonly string[] | null;
}

interface Tools {
  readonly ledger: Ledger;
  readonly confirmations: Confirmations;
}

/**
 * Finds the range of a job: from the commit that was applied last, or else the one before the push, to the current
 * head. A button that repeats a push starts where that push started.
 *
 * @returns null: there is nothing to be done
 * @throws GitHubError, transient, where GitHub may not show the head yet
 */
export async function findRange(
  { ledger, confirmations }: Tools,
  head: Head,
  job: Job,
): Promise<JobRange | null> {
  const applied = await ledger.findHead(head.name.toLowerCase());
  const before = startOf(job);
  const pushed = commitOf(job) ?? null;
  if (applied === null && before === undefined) {
    // Without a push, all minutes are old, and only what comes from now on is posted.
    if (head.commit === null) return null;
    await ledger.saveHead(head.name.toLowerCase(), head.commit);
    // Nothing of it is applied: the webhook of its push may still arrive.
    await begin(ledger, head.name, head.commit, []);
    return null;
  }
  const pushedOn = typeof before === "string" && before !== NOTHING ? before : null;
  if (isAgain(job) && before !== undefined) {
    if (head.commit === null) return null;
    const advances = applied === null || applied === pushedOn;
    return { before: pushedOn, commit: head.commit, advances, unfinished: [] };
  }
  const base = applied === NOTHING ? null : (applied ?? pushedOn);
  // A push that does not start at the base tells nothing about it: what came between may be applied.
  const isOfBase = head.commit === null || before === base;
  if (isOfBase && pushed !== null && isStale({ shown: head.commit, before: base, pushed })) {
    const message = gitHubMessage("head-not-shown", { commit: short(pushed), repository: head.name });
    confirmations.confirm(head.id ?? head.name, pushed, message);
  }
  if (head.commit === null) {
    // What is pushed later is found from here on, with or without a webhook.
    if (applied === null) await ledger.saveHead(head.name, pushedOn ?? NOTHING);
    return null;
  }
  const all = await ledger.findUnfinished(head.name);
  if (head.commit === base && before !== undefined && pushedOn !== base && all.includes(base))
    return { before: pushedOn, commit: head.commit, advances: true, unfinished: [] };
  // What changed since the base is looked at anyway.
  const commits = all.filter((commit) => commit !== head.commit && commit !== base);
  if (head.commit === base && commits.length === 0) return null;
  const touched = commits.length === 0 ? {} : await ledger.findTouched(head.name);
  const unfinished = commits.map((commit) => ({ commit, touched: touched[commit] ?? null }));
  return { before: base, commit: head.commit, advances: true, unfinished };
}

/** Whether somebody asked for the same push once more: it starts where it started then. */
function isAgain(job: Job): boolean {
  return job.cause === "retry" || isForImplied(job);
}

/**
 * Makes sure that a head that is older than what was applied is the head, because somebody set the branch back, and not
 * a stale copy. Following a stale copy would withdraw posts that belong there.
 *
 * @throws GitHubError, transient, until that is sure
 */
export function assertNewer(confirmations: Confirmations, head: Head, { changes, range, job }: Move): void {
  if (changes.isBehind !== true || range.before === null) return;
  const isForced = job.cause === "push" && job.data.forcedFrom === range.before;
  if (isForced && job.data.commit === range.commit) return;
  const message = gitHubMessage("head-went-back", {
    commit: short(range.commit),
    repository: head.name,
    earlier: short(range.before),
  });
  confirmations.confirm(head.id ?? head.name, `${range.before}...${range.commit}`, message);
}

const short = (commit: string): string => commit.slice(0, 7);

interface Move {
  readonly changes: Changes;
  readonly range: JobRange;
  readonly job: Job;
}

/** Whether nothing is left to do for other heads than this, which was applied. */
export async function isFinished(
  ledger: Pick<Ledger, "find" | "findUnfinished">,
  source: string,
  head: string,
): Promise<boolean> {
  const unfinished = await ledger.findUnfinished(source);
  if (unfinished.some((other) => other !== head)) return false;
  return (await findPending(ledger, source)).length === 0;
}

/** So many heads that were not applied in full are remembered; each costs a comparison. */
const MOST_UNFINISHED = 10;

/**
 * Records that something is about to be posted for these files at this head. If another head comes first, these files
 * end as that head has them.
 */
export async function begin(
  ledger: Ledger,
  source: string,
  head: string,
  paths: readonly string[],
): Promise<void> {
  const others = (await ledger.findUnfinished(source)).filter((commit) => commit !== head);
  const kept = [...others, head].slice(-MOST_UNFINISHED);
  const { [head]: before = [], ...touched } = await ledger.findTouched(source);
  const ofOthers = Object.entries(touched).filter(([commit]) => kept.includes(commit));
  const ofHead = [...new Set([...before, ...paths])];
  await ledger.saveUnfinished(source, kept, { ...Object.fromEntries(ofOthers), [head]: ofHead });
}

/** Records that all of the head is applied. */
export async function finish(ledger: Ledger, source: string, { commit, advances }: JobRange): Promise<void> {
  if (!advances) return;
  await ledger.saveHead(source, commit);
  if ((await ledger.findUnfinished(source)).length > 0) await ledger.saveUnfinished(source, []);
}

/** Remembers where the next push has to start, if nothing was ever applied and this push did not go through. */
export async function keepBaseline(
  ledger: Ledger,
  source: string,
  { before }: Pick<Range, "before">,
): Promise<void> {
  if ((await ledger.findHead(source)) === null) await ledger.saveHead(source, before ?? NOTHING);
}

/** The same for a job that ends unfinished. */
export async function keepStart(ledger: Ledger, job: Job): Promise<void> {
  const before = startOf(job);
  if (!isForHead(job) || before === undefined) return;
  await keepBaseline(ledger, job.repository.toLowerCase(), { before });
}
