import type { Ledger } from "../../ledger/ledger.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";

/** Of a plan of which a person approved only some steps: whether the others wait. */

type Memo = Pick<Ledger, "recallMemo" | "saveMemo">;

export async function hasRest(ledger: Memo, minutes: RepositoryName): Promise<boolean> {
  return ((await ledger.recallMemo(nameOf(minutes))) ?? "") !== "";
}

/** To be called before the approved steps are posted. */
export function keepRest(ledger: Memo, minutes: RepositoryName, commit: string): Promise<void> {
  return ledger.saveMemo(nameOf(minutes), commit);
}

/** To be called once all of a plan is posted. */
export async function forgetRest(ledger: Memo, minutes: RepositoryName): Promise<void> {
  if (await hasRest(ledger, minutes)) await ledger.saveMemo(nameOf(minutes), "");
}

function nameOf(minutes: RepositoryName): string {
  return `steps that wait: ${minutes.toLowerCase()}`;
}
