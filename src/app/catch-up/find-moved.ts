import type { AppClients } from "../../github/clients.ts";
import { GitHubError } from "../../github/errors.ts";
import type { AccountInstallation } from "../../github/list-installations.ts";
import { readTips, type Tip } from "../../github/read-tips.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { Log } from "../../pipeline/log.ts";
import { isFinished, NOTHING } from "../jobs/range.ts";
import { accountOf } from "../../queue/queue-key.ts";

/** What the ledger knows of a repository of minutes. */
export type KnownHead = Awaited<ReturnType<Ledger["listHeads"]>>[number];

/** One that is to be looked at. */
export interface MovedHead extends KnownHead {
  /** The app's installation on it. Absent: it has to be asked for. */
  readonly installationId?: number;
  /** Where its head was seen, under the name and id that are known. Absent: it was not, or is another repository. */
  readonly seen?: string;
}

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
export async function findMoved(tools: Tools, heads: readonly KnownHead[]): Promise<readonly MovedHead[]> {
  if (heads.length === 0) return [];
  const looked = new Map<KnownHead, MovedHead | null>();
  try {
    const installations = await tools.clients.listInstallations();
    const ofHead = ({ source }: KnownHead) => installations.get(accountOf({ repository: source })) ?? null;
    for (const [installation, mine] of Map.groupBy(heads, ofHead)) {
      if (installation === null) continue;
      for (let start = 0; start < mine.length; start += BATCH) {
        const batch = mine.slice(start, start + BATCH);
        for (const [head, moved] of await lookAt(tools, installation, batch)) looked.set(head, moved);
      }
    }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    tools.log.warn(
      { err: error },
      "Could not find out where the app is installed; each repository is looked at",
    );
  }
  return heads.flatMap((head) => (looked.get(head) === null ? [] : [looked.get(head) ?? head]));
}

/** Of one installation those that GitHub answers for; null: it is as the ledger knows it, with nothing left to do. */
async function lookAt(
  { ledger, clients, log }: Tools,
  { id: installationId, onAll }: AccountInstallation,
  heads: readonly KnownHead[],
): Promise<readonly (readonly [KnownHead, MovedHead | null])[]> {
  const names = heads.map(({ source }) => source);
  try {
    const tips = await readTips(await clients.forLook(installationId, names), names);
    const looked: [KnownHead, MovedHead | null][] = [];
    for (const head of heads) {
      const tip = tips.get(head.source);
      if (tip === undefined) continue;
      // Anybody may read a public repository, and where it belongs to another account by now, so may its installation
      // be.
      const isThere = onAll && tip.name.toLowerCase() === head.source;
      if (await isSettled(ledger, head, tip)) looked.push([head, null]);
      else if (isThere) looked.push([head, { ...head, installationId, ...seenAt(head, tip) }]);
    }
    return looked;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    log.warn(
      { err: error, installation: installationId },
      "Could not read many heads at once; each repository is looked at",
    );
    return [];
  }
}

function seenAt({ id }: KnownHead, tip: Tip): Pick<MovedHead, "seen"> {
  return tip.commit === null || id === undefined || tip.id !== id ? {} : { seen: tip.commit };
}

/** Whether a job would find nothing to do. */
async function isSettled(ledger: Tools["ledger"], head: KnownHead, tip: Tip): Promise<boolean> {
  const { source, id, commit } = head;
  if (tip.name.toLowerCase() !== source || id === undefined || tip.id !== id) return false;
  if ((tip.commit ?? NOTHING) !== commit) {
    // It is already reported that no plan can be made for it.
    return tip.commit !== null && (await ledger.findTooMuch(source)) === tip.commit;
  }
  return isFinished(ledger, source, tip.commit ?? NOTHING);
}
