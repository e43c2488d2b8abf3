import { gitHubMessage } from "../../messages/github-errors.ts";
import type { Changes, Head, Range } from "../../github/port.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { mergeKeyOf } from "../../queue/lanes.ts";
import type { Job } from "../../queue/queue.ts";
import type { Doubts } from "./doubts.ts";

/** In the ledger, for a repository that was empty. */
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
  /** The files that it may have been posted for. null: nobody wrote them down. */
  readonly touched: readonly string[] | null;
}

interface Tools {
  readonly ledger: Ledger;
  readonly doubts: Doubts;
}

/**
 * Finds it: from the commit that was applied last, or else the one that the push was made on, to the head as it is now.
 * A button that does a push again starts where that push started.
 *
 * @returns null: there is nothing to be done
 * @throws GitHubError, transient, where GitHub may not show the head yet
 */
export async function findRange({ ledger, doubts }: Tools, head: Head, job: Job): Promise<JobRange | null> {
  const applied = await ledger.findHead(head.name.toLowerCase());
  const { before, head: pushed, button } = job.data;
  if (applied === null && before === undefined) {
    // Nobody pushed: what stands there is old, and only what comes from now on is posted.
    if (head.commit === null) return null;
    await ledger.saveHead(head.name.toLowerCase(), head.commit);
    // Nothing of it is applied: its own push may be heard of only later.
    await begin(ledger, head.name, head.commit, []);
    return null;
  }
  const pushedOn = typeof before === "string" && before !== NOTHING ? before : null;
  if ((button === "retry" || button === "implied") && before !== undefined) {
    if (head.commit === null) return null;
    const advances = applied === null || applied === pushedOn;
    return { before: pushedOn, head: head.commit, advances, unfinished: [] };
  }
  const base = applied === NOTHING ? null : (applied ?? pushedOn);
  const isAsBefore = head.commit === base && before === base;
  if ((isAsBefore || head.commit === null) && typeof pushed === "string" && pushed !== base) {
    // Right after a push the branch may still be read as it was; or the push was undone before it was told of.
    const message = gitHubMessage("head-not-shown", { commit: pushed.slice(0, 7), repository: head.name });
    doubts.confirm(head.id ?? head.name, pushed, message);
  }
  if (head.commit === null) {
    // Whatever comes there later is found from here on, whether a webhook tells of it or not.
    if (applied === null) await ledger.saveHead(head.name, pushedOn ?? NOTHING);
    return null;
  }
  const all = await ledger.findUnfinished(head.name);
  if (head.commit === base && before !== undefined && pushedOn !== base && all.includes(base))
    return { before: pushedOn, head: head.commit, advances: true, unfinished: [] };
  // What changed since the base is looked at anyway.
  const commits = all.filter((commit) => commit !== head.commit && commit !== base);
  if (head.commit === base && commits.length === 0) return null;
  const touched = commits.length === 0 ? {} : await ledger.findTouched(head.name);
  const unfinished = commits.map((commit) => ({ commit, touched: touched[commit] ?? null }));
  return { before: base, head: head.commit, advances: true, unfinished };
}

/**
 * Makes sure that a head that is older than what was applied is the head: somebody set the branch back, and no copy of
 * GitHub's lags behind. Following the latter would take back what stands rightly.
 *
 * @throws GitHubError, transient, as long as that is not sure
 */
export function assertNewer(doubts: Doubts, head: Head, { changes, range, job }: Move): void {
  if (changes.isBehind !== true || range.before === null) return;
  const { forcedFrom, head: pushed } = job.data;
  if (pushed === range.head && forcedFrom === range.before) return;
  const message = gitHubMessage("head-went-back", {
    commit: range.head.slice(0, 7),
    repository: head.name,
    earlier: range.before.slice(0, 7),
  });
  doubts.confirm(head.id ?? head.name, `${range.before}...${range.head}`, message);
}

interface Move {
  readonly changes: Changes;
  readonly range: JobRange;
  readonly job: Job;
}

/** So many heads that were not applied in full are remembered; each costs a comparison. */
const MOST_UNFINISHED = 10;

/**
 * Writes down that something is about to be posted for these files at this head, so that they end as another head has them
 * if that comes first.
 */
export async function begin(
  ledger: Ledger,
  minutes: string,
  head: string,
  paths: readonly string[],
): Promise<void> {
  const others = (await ledger.findUnfinished(minutes)).filter((commit) => commit !== head);
  const kept = [...others, head].slice(-MOST_UNFINISHED);
  const { [head]: before = [], ...touched } = await ledger.findTouched(minutes);
  const ofOthers = Object.entries(touched).filter(([commit]) => kept.includes(commit));
  const ofHead = [...new Set([...before, ...paths])];
  await ledger.saveUnfinished(minutes, kept, { ...Object.fromEntries(ofOthers), [head]: ofHead });
}

/** Writes down that all of the head is applied. */
export async function finish(ledger: Ledger, minutes: string, { head, advances }: JobRange): Promise<void> {
  if (!advances) return;
  await ledger.saveHead(minutes, head);
  if ((await ledger.findUnfinished(minutes)).length > 0) await ledger.saveUnfinished(minutes, []);
}

/** Remembers from where the next push has to start, where nothing was ever applied and this one did not go through. */
export async function keepBaseline(
  ledger: Ledger,
  minutes: string,
  { before }: Pick<Range, "before">,
): Promise<void> {
  if ((await ledger.findHead(minutes)) === null) await ledger.saveHead(minutes, before ?? NOTHING);
}

/** The same for a job that ends without having been done. */
export async function keepStart(ledger: Ledger, job: Job): Promise<void> {
  const { before } = job.data;
  if (mergeKeyOf(job) !== "head" || before === undefined) return;
  const start = typeof before === "string" ? before : null;
  await keepBaseline(ledger, job.repository.toLowerCase(), { before: start });
}
