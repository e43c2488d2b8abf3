import type { Ledger } from "../../ledger/ledger.ts";

/** Why it is looked: the hour is over, or a process starts, which may happen often. */
export type Occasion = "hour" | "start";

type Memo = Pick<Ledger, "recallMemo" | "saveMemo">;

/** So many looks begin within a minute at most; a process that is started over and over waits with its own. */
const MOST = 3;
const WITHIN_MS = 60 * 1000;

/** When the last looks began, and when the last one began that came to its end. */
const BEGUN = "looks begun";
const ENDED = "look ended";

/** That somebody stopped a process, and nothing has been looked for in full since. */
const STOPPED = "stopped";

/**
 * How long a process waits before it looks for what was missed, in milliseconds. It never leaves the look out: what was
 * missed while it was away may have been missed after the look before.
 *
 * @param since - When the process started; both in milliseconds.
 * @returns null: another process has looked since then
 */
export async function findWait(ledger: Memo, since: number, now: number): Promise<number | null> {
  const [ended = Number.NaN] = await recall(ledger, ENDED);
  if (ended > since && ended <= now) return null;
  const recent = await recallRecent(ledger, now);
  const oldest = recent.at(-MOST);
  return oldest === undefined ? 0 : oldest + WITHIN_MS - now;
}

/** Notes that a look begins. */
export async function noteBegin(ledger: Memo, now: number): Promise<void> {
  const recent = await recallRecent(ledger, now);
  await save(ledger, BEGUN, [...recent, now].slice(-MOST));
}

/** Notes that the look that began then has missed nothing. */
export async function noteEnd(ledger: Memo, begun: number, occasion: Occasion): Promise<void> {
  await save(ledger, ENDED, [begun]);
  if (occasion === "hour") await ledger.saveMemo(STOPPED, "");
}

/** Notes that a process is stopped, and does not die: who starts it again waits for nothing, and looks for everything. */
export async function noteStop(ledger: Memo): Promise<void> {
  await ledger.saveMemo(STOPPED, "yes");
  await ledger.saveMemo(BEGUN, "");
}

/** Whether a process that starts looks for everything, as it does every hour. */
export async function findOccasion(ledger: Memo): Promise<Occasion> {
  return (await ledger.recallMemo(STOPPED)) === "yes" ? "hour" : "start";
}

/** Oldest first. A clock that was set back leaves some in the future: they do not count. */
async function recallRecent(ledger: Memo, now: number): Promise<readonly number[]> {
  const begun = await recall(ledger, BEGUN);
  return begun.filter((at) => at <= now && at > now - WITHIN_MS);
}

async function recall(ledger: Memo, name: string): Promise<readonly number[]> {
  const text = (await ledger.recallMemo(name)) ?? "";
  return text.split(" ").flatMap((instant) => {
    const at = Date.parse(instant);
    return Number.isNaN(at) ? [] : [at];
  });
}

function save(ledger: Memo, name: string, instants: readonly number[]): Promise<void> {
  return ledger.saveMemo(name, instants.map((at) => new Date(at).toISOString()).join(" "));
}
