import type { AppClients } from "../../github/clients.ts";
import { GitHubError } from "../../github/errors.ts";
import { listOwnIssues, type OwnIssue } from "../../github/snapshot/list-own-issues.ts";
import { readViewer } from "../../github/write/people.ts";
import type { IssueLook, Ledger } from "../../ledger/ledger.ts";
import type { Log } from "../../pipeline/log.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { Job, Queue } from "../../queue/queue.ts";
import { toWriteBackJob } from "../issue-state.ts";
import { findToldMinutes } from "../told-minutes.ts";
import type { Occasion } from "./pace-looks.ts";

/** Where nobody has looked yet, this long back: nobody waits for news of older issues. */
const FIRST_MS = 7 * 24 * 60 * 60 * 1000;

const HOUR_MS = 60 * 60 * 1000;

interface Tools {
  readonly ledger: Ledger;
  readonly queue: Queue;
  readonly clients: AppClients;
  readonly log: Log;
  /** In milliseconds. */
  readonly now: () => number;
}

/**
 * Queues the way back to the minutes for each issue of an action that is closed or was reopened, and changed since the
 * last look: GitHub may never have told of it, and forgets after three days what it could not deliver. Where the minutes
 * know it already, the job changes nothing.
 *
 * @param occasion - At a start, repositories are left out whose issues were listed within the hour: of what was closed while
 *   the app was away, GitHub tells once more by itself.
 * @returns how many files of minutes were queued
 */
export async function queueIssues(tools: Tools, occasion: Occasion): Promise<number> {
  let queued = 0;
  for (const look of await tools.ledger.listLooks()) {
    if (occasion === "start" && (await wasListed(tools, look))) continue;
    try {
      queued += await lookAt(tools, look);
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      tools.log.warn(
        { err: error, repository: look.target },
        "Could not look which issues were closed there; it is tried again within the hour",
      );
    }
  }
  return queued;
}

/** Whether its issues were listed within the hour, by whatever process. */
async function wasListed({ ledger, now }: Tools, { target }: IssueLook): Promise<boolean> {
  const age = now() - Date.parse((await ledger.recallMemo(memoOf(target))) ?? "");
  return age >= 0 && age < HOUR_MS;
}

function memoOf(target: RepositoryName): string {
  return `issues listed ${target.toLowerCase()}`;
}

async function lookAt(tools: Tools, { target, lookedAt }: IssueLook): Promise<number> {
  const { ledger, queue, clients, now } = tools;
  const choice = await clients.forJob({ minutes: target, mayPost: false }).of(target);
  // Elsewhere it is told that the app is no longer installed there.
  if (!choice.installed) return 0;
  const since = lookedAt ?? new Date(now() - FIRST_MS).toISOString();
  const viewer = await readViewer(choice.client);
  const { issues, isEmpty, readAt } = await listOwnIssues(choice.client, target, viewer, since);
  const jobs = await findJobs(ledger, target, issues);
  for (const job of jobs) await queue.add(job);
  // An empty list may be a mistake of GitHub's: the same is asked for the next time.
  await ledger.saveLook(target, isEmpty || readAt === null ? since : readAt);
  await ledger.saveMemo(memoOf(target), new Date(now()).toISOString());
  return jobs.length;
}

/** One for each file of minutes. */
async function findJobs(
  ledger: Ledger,
  target: RepositoryName,
  issues: readonly OwnIssue[],
): Promise<readonly Job[]> {
  const jobs = new Map<string, Job>();
  for (const { body, state, number, nodeId } of issues) {
    const job = state === "open" ? null : toWriteBackJob(body, null);
    if (job === null) continue;
    const repository = await findToldMinutes(ledger, { body, repository: target, number, ids: [nodeId] });
    if (repository !== null) jobs.set(`${repository} ${String(job.data.path)}`, { ...job, repository });
  }
  return [...jobs.values()];
}
