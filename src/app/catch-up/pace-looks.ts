import type { Ledger } from "../../ledger/ledger.ts";

/**
 * Why it is looked: the hour is over; a process starts that somebody had stopped; one starts that died, which may
 * happen often; or one starts again shortly after a look, and asks only which deliveries failed.
 */
export type Occasion = "hour" | "stopped" | "start" | "again";

/** The next look of a process that started. */
export interface Turn {
  readonly occasion: Occasion;
  /** In milliseconds. */
  readonly waitMs: number;
}

type Memo = Pick<Ledger, "recallMemo" | "saveMemo">;

/** So many looks begin within a minute at most; a process that is started over and over waits with its own. */
const MOST = 3;
const WITHIN_MS = 60 * 1000;

/** Processes that start over and over look for everything but failed deliveries once in this time. */
const APART_MS = 5 * 60 * 1000;

/** When the last looks began, and when the last one began that came to its end; of deliveries alone, when it ended. */
const BEGUN = "looks begun";
const ENDED = "look ended";
const ENDED_AGAIN = "look at deliveries ended";

/** That somebody stopped a process, and nothing has been looked for in full since. */
const STOPPED = "stopped";

/**
 * Finds what a process that started looks for next, and when. It never leaves out a look: what was missed while it
 * was away may have been missed after the look before. Shortly after that look it asks for failed deliveries at once,
 * which is what was missed in all likelihood, and for the rest a few minutes later, unless another process does.
 *
 * @param since - When the process started; both in milliseconds.
 * @returns null: it has looked, or another has since then
 */
export async function findTurn(ledger: Memo, since: number, now: number): Promise<Turn | null> {
  const [ended = Number.NaN] = await recall(ledger, ENDED);
  if (ended > since && ended <= now) return null;
  const recent = await recallRecent(ledger, now);
  const oldest = recent.at(-MOST);
  const waitMs = oldest === undefined ? 0 : oldest + WITHIN_MS - now;
  if ((await ledger.recallMemo(STOPPED)) === "yes") return { occasion: "stopped", waitMs };
  const restMs = ended <= now ? ended + APART_MS - now : 0;
  if (!(restMs > 0)) return { occasion: "start", waitMs };
  const [again = Number.NaN] = await recall(ledger, ENDED_AGAIN);
  const hasAsked = again > since && again <= now;
  return hasAsked ? { occasion: "start", waitMs: restMs } : { occasion: "again", waitMs };
}

/** Notes that a look begins. */
export async function noteBegin(ledger: Memo, now: number): Promise<void> {
  const recent = await recallRecent(ledger, now);
  await save(ledger, BEGUN, [...recent, now].slice(-MOST));
}

/** Notes that the look that began then has missed nothing. */
export async function noteEnd(ledger: Memo, begun: number, occasion: Occasion): Promise<void> {
  await save(ledger, occasion === "again" ? ENDED_AGAIN : ENDED, [begun]);
  if (occasion === "hour" || occasion === "stopped") await ledger.saveMemo(STOPPED, "");
}

/**
 * Notes that a process is stopped, and does not die: who starts it again waits for nothing, and looks for everything.
 */
export async function noteStop(ledger: Memo): Promise<void> {
  await ledger.saveMemo(STOPPED, "yes");
  await ledger.saveMemo(BEGUN, "");
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
