import { hasSameOwner, isSameName } from "../minutes/repository-name.ts";
import { targetRepositories } from "../config/target-repositories.ts";
import type { Config } from "../config/config.ts";
import type { Card, Contents, Head, Reach, Scope } from "../github/port.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { isOpenTo, isReadableByReaders } from "../plan/targets/consent.ts";
import { isMeantByList, isMeantByMinutes } from "./meant.ts";
import type { RepositoryState, Snapshot, SnapshotRequest } from "../plan/snapshot.ts";

/** Consent comes before reading: what is asked of other repositories, and what of them may be shown. */

export interface Asking {
  readonly head: Head;
  readonly config: Config;
  readonly scope: Scope;
}

/** What may be asked of the repositories that the configuration names. */
export function makeReach(ledger: Ledger, { head, config, scope }: Asking): Reach {
  return {
    targets: targetRepositories(config, head.name),
    scope,
    admit: async (card: Card, bornAt) =>
      hasSameOwner(card.name, head.name) ||
      (isOpenTo(card, head) &&
        (await isMeantByMinutes(ledger, head, card)) &&
        (await isMeantByList(ledger, head, card, bornAt))),
  };
}

/** A request without the repositories that are closed to these minutes. */
export function withoutClosed(request: SnapshotRequest, { open }: Contents): SnapshotRequest {
  const asked = Object.entries(request.repositories).filter(([name]) =>
    Object.keys(open).some((other) => isSameName(other, name)),
  );
  return { repositories: Object.fromEntries(asked) };
}

/**
 * A snapshot with a word on every repository that the configuration names: one that is closed, or of which the minutes'
 * readers may learn nothing, is in it whether the minutes mention it or not.
 */
export function withClosed(snapshot: Snapshot, { open }: Contents, { head, config }: Asking): Snapshot {
  const closed: RepositoryState = { known: false, reason: "closed" };
  const named = targetRepositories(config, head.name).filter((name) => {
    if (snapshot.repositories[name.toLowerCase()] !== undefined || isSameName(name, head.name)) return false;
    const target = open[name];
    return target === undefined || !isReadableByReaders(target, head);
  });
  const entries = named.map((name) => [name.toLowerCase(), closed] as const);
  return { ...snapshot, repositories: { ...snapshot.repositories, ...Object.fromEntries(entries) } };
}
