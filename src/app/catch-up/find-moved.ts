import type { AppClients } from "../../github/clients.ts";
import { GitHubError } from "../../github/errors.ts";
import { readTips, type Tip } from "../../github/read-tips.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { Log } from "../../pipeline/log.ts";
import { findPending } from "../../pipeline/posted-for.ts";
import { NOTHING } from "../jobs/range.ts";
import { accountOf } from "../../queue/lanes.ts";

/** What the ledger knows of a repository of minutes. */
export type KnownHead = Awaited<ReturnType<Ledger["listHeads"]>>[number];

interface Tools {
  readonly ledger: Pick<Ledger, "find" | "findUnfinished" | "findTooMuch">;
  readonly clients: Pick<AppClients, "listInstallations" | "forLook">;
  readonly log: Log;
}

/** So many heads are read at once. */
const BATCH = 100;

/**
 * Finds those for which a job may have something to do, in a few requests for all. Who is not clearly answered for is
 * among them: a job looks at each by itself, as it does where many cannot be read at once.
 */
export async function findMoved(tools: Tools, heads: readonly KnownHead[]): Promise<readonly KnownHead[]> {
  if (heads.length === 0) return [];
  const settled = new Set<KnownHead>();
  try {
    const installations = await tools.clients.listInstallations();
    for (const [installation, mine] of Map.groupBy(heads, (head) => findFor(installations, head))) {
      if (installation === null) continue;
      for (let start = 0; start < mine.length; start += BATCH) {
        const batch = mine.slice(start, start + BATCH);
        for (const head of await findSettled(tools, installation, batch)) settled.add(head);
      }
    }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    tools.log.warn(
      { err: error },
      "Could not find out where the app is installed; each repository is looked at",
    );
  }
  return heads.filter((head) => !settled.has(head));
}

function findFor(installations: ReadonlyMap<string, number>, { minutes }: KnownHead): number | null {
  return installations.get(accountOf({ repository: minutes })) ?? null;
}

/** Those of one installation that are as the ledger knows them, with nothing left to do. */
async function findSettled(
  { ledger, clients, log }: Tools,
  installation: number,
  heads: readonly KnownHead[],
): Promise<readonly KnownHead[]> {
  const names = heads.map(({ minutes }) => minutes);
  try {
    const tips = await readTips(await clients.forLook(installation, names), names);
    const settled: KnownHead[] = [];
    for (const head of heads) {
      const tip = tips.get(head.minutes);
      if (tip !== undefined && (await isSettled(ledger, head, tip))) settled.push(head);
    }
    return settled;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    log.warn({ err: error, installation }, "Could not read many heads at once; each repository is looked at");
    return [];
  }
}

/** Whether a job would find nothing to do. */
async function isSettled(ledger: Tools["ledger"], head: KnownHead, tip: Tip): Promise<boolean> {
  const { minutes, id, commit } = head;
  if (tip.name.toLowerCase() !== minutes || id === undefined || tip.id !== id) return false;
  if ((tip.commit ?? NOTHING) !== commit) {
    // That no plan can be made for it is told already.
    return tip.commit !== null && (await ledger.findTooMuch(minutes)) === tip.commit;
  }
  const unfinished = await ledger.findUnfinished(minutes);
  if (unfinished.some((other) => other !== tip.commit)) return false;
  return (await findPending(ledger, minutes)).length === 0;
}
