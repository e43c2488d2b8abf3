import { z } from "zod";
import type { AppClients, ClientChoice, Clients } from "../../github/clients.ts";
import { GitHubError } from "../../github/errors.ts";
import { listOwnIssues, type OwnIssues } from "../../github/snapshot/list-own-issues.ts";
import type { IssueLook, Ledger } from "../../ledger/ledger.ts";
import type { Log } from "../../pipeline/log.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import { accountOf } from "../../queue/queue-key.ts";
import type { JobOf } from "../../queue/job.ts";
import type { Queue } from "../../queue/queue.ts";
import { toWriteBackJob } from "../issue-state.ts";
import { findMinutesOfPost } from "../minutes-of-post.ts";
import type { Occasion } from "./pace-looks.ts";
import { addReported, recallReported } from "./reported-issues.ts";

/** Where nobody has looked yet, this long back: nobody waits for news of older issues. */
const FIRST_MS = 7 * 24 * 60 * 60 * 1000;

const HOUR_MS = 60 * 60 * 1000;

/**
 * So many repositories are asked for their issues each time, and so many of one account: each needs a token, for
 * which all share a limit, and one account may have had issues opened in thousands of repositories.
 */
const MOST = 1000;
const MOST_OF_ACCOUNT = 100;

/** So many pages of issues one repository is asked for each time; what is left is read the next time. */
const MOST_PAGES = 10;

interface Tools {
  readonly ledger: Ledger;
  readonly queue: Queue;
  readonly clients: Pick<AppClients, "forJob">;
  /** The login of our bot. */
  readonly findOwnLogin: () => Promise<string>;
  readonly log: Log;
  /** In milliseconds. */
  readonly now: () => number;
}

/**
 * Queues the way back to the minutes for each issue of an action that is closed or was reopened, and changed since the
 * last look: GitHub may never have reported it, and forgets after three days what it could not deliver. Where the
 * minutes know it already, the job changes nothing.
 *
 * @param occasion - At the start of a process that died, repositories are left out whose issues were listed within the
 *   hour: of what was closed while the app was away, GitHub tells once more by itself.
 * @returns how many files of minutes were queued
 */
export async function queueIssues(tools: Tools, occasion: Occasion): Promise<number> {
  const looks: IssueLook[] = [];
  for (const look of await chooseLooks(tools))
    if (occasion !== "start" || !(await wasListed(tools, look))) looks.push(look);
  const heads = await tools.ledger.listHeads();
  const ids = new Map(heads.map(({ source, id = null }) => [source, id]));
  let queued = 0;
  for (const [look, client] of await findClients(tools, looks)) {
    try {
      queued += await lookAt(tools, { look, ids, client });
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

/** Those whose turn it is: the ones that were asked longest ago. */
async function chooseLooks({ ledger }: Tools): Promise<readonly IssueLook[]> {
  const looks = await ledger.listLooks();
  const asked = new Map<IssueLook, number>();
  for (const look of looks) {
    const at = Date.parse((await ledger.recallMemo(memoOf("asked", look.target))) ?? "");
    asked.set(look, Number.isNaN(at) ? 0 : at);
  }
  const byAge = looks.toSorted((one, other) => (asked.get(one) ?? 0) - (asked.get(other) ?? 0));
  const ofAccounts = Map.groupBy(byAge, ({ target }) => accountOf({ repository: target }));
  const chosen = new Set([...ofAccounts.values()].flatMap((mine) => mine.slice(0, MOST_OF_ACCOUNT)));
  return byAge.filter((look) => chosen.has(look)).slice(0, MOST);
}

/** Whether its issues were listed within the hour, by whatever process. */
async function wasListed({ ledger, now }: Tools, { target }: IssueLook): Promise<boolean> {
  const age = now() - Date.parse((await ledger.recallMemo(memoOf("listed", target))) ?? "");
  return age >= 0 && age < HOUR_MS;
}

/**
 * The client to ask for each. All names of an account are known before the first is asked, so that one token is good
 * for all.
 */
async function findClients(
  { clients }: Tools,
  looks: readonly IssueLook[],
): Promise<ReadonlyMap<IssueLook, PromiseSettledResult<ClientChoice>>> {
  const ofAccounts = new Map<string, Clients>();
  const found = new Map<IssueLook, PromiseSettledResult<ClientChoice>>();
  for (const look of looks) {
    const { target } = look;
    const account = accountOf({ repository: target });
    const ofAccount = ofAccounts.get(account) ?? clients.forJob({ source: target, mayPost: false });
    ofAccounts.set(account, ofAccount);
    const [choice] = await Promise.allSettled([ofAccount.of(target)]);
    found.set(look, choice);
  }
  return found;
}

interface Looking {
  readonly look: IssueLook;
  readonly client: PromiseSettledResult<ClientChoice>;
  /** GitHub's ids of repositories of minutes. */
  readonly ids: ReadonlyMap<RepositoryName, string | null>;
}

function memoOf(what: "asked" | "listed" | "rest", target: RepositoryName): string {
  return `issues ${what} ${target.toLowerCase()}`;
}

async function lookAt(tools: Tools, { look, client, ids }: Looking): Promise<number> {
  const { ledger, queue, findOwnLogin, now } = tools;
  const { target, lookedAt } = look;
  const instant = new Date(now()).toISOString();
  // Whatever comes of it: one that never answers does not keep others from their turn.
  await ledger.saveMemo(memoOf("asked", target), instant);
  if (client.status === "rejected") throw client.reason;
  const choice = client.value;
  // It is reported elsewhere that the app is no longer installed there.
  if (!choice.installed) return 0;
  const since = lookedAt ?? new Date(now() - FIRST_MS).toISOString();
  const viewer = await findOwnLogin();
  const rest = await recallRest(ledger, target, since);
  // The last page once more: where an issue was deleted meanwhile, the first of the next is on it.
  const pages = { from: rest === null ? 1 : rest.nextPage - 1, most: MOST_PAGES };
  const list = await listOwnIssues(choice.client, target, { viewer, since }, pages);
  const jobs = await findJobs(ledger, target, list);
  for (const job of jobs)
    await queue.add({ ...job, repositoryId: ids.get(job.repository.toLowerCase()) ?? null });
  const readAt = rest === null ? list.readAt : rest.readAt;
  const hasRest = list.nextPage !== null && readAt !== null;
  await saveRest(ledger, target, hasRest ? { since, readAt, nextPage: list.nextPage } : null);
  // An empty list may be a mistake of GitHub's: the same is asked for the next time.
  const isRead = !hasRest && !list.isEmpty && readAt !== null;
  await ledger.saveLook(target, isRead ? readAt : since);
  await ledger.saveMemo(memoOf("listed", target), instant);
  return jobs.length;
}

const REST = z.object({ since: z.string(), readAt: z.string(), nextPage: z.number().int().min(2) });

/** What is left of a list of which not all pages were read. */
type Rest = z.infer<typeof REST>;

/** null: nothing is left of the list of what changed since then. */
async function recallRest(ledger: Ledger, target: RepositoryName, since: string): Promise<Rest | null> {
  const text = await ledger.recallMemo(memoOf("rest", target));
  if (!text) return null;
  const { data } = REST.safeParse(JSON.parse(text));
  return data?.since === since ? data : null;
}

async function saveRest(ledger: Ledger, target: RepositoryName, rest: Rest | null): Promise<void> {
  const text = rest === null ? "" : JSON.stringify(rest);
  const memo = memoOf("rest", target);
  if (((await ledger.recallMemo(memo)) ?? "") !== text) await ledger.saveMemo(memo, text);
}

/** One for each file of minutes that has not received its changes yet. */
async function findJobs(
  ledger: Ledger,
  target: RepositoryName,
  { issues, readAt }: OwnIssues,
): Promise<readonly JobOf<"issue">[]> {
  const jobs = new Map<string, JobOf<"issue">>();
  const reported = await recallReported(ledger, target);
  for (const { body, state, number, nodeId, updatedAt } of issues) {
    if (updatedAt !== null && reported.get(String(number)) === updatedAt) continue;
    const job = state === "open" ? null : toWriteBackJob(body, null);
    if (job === null) continue;
    const repository = await findMinutesOfPost(ledger, { body, repository: target, number, ids: [nodeId] });
    if (repository === null) continue;
    const key = `${repository} ${job.data.path}`;
    const before = jobs.get(key)?.data.reported;
    jobs.set(key, {
      ...job,
      repository,
      data: { ...job.data, reported: addReported(before, { target, number, updatedAt, readAt }) },
    });
  }
  return [...jobs.values()];
}
