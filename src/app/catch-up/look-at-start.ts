import type { Ledger } from "../../ledger/ledger.ts";
import { findTurn, type Occasion } from "./pace-looks.ts";

/** After so long it is asked again whether the look that another process is at is over. */
const LOOK_AGAIN_MS = 5000;

interface Tools {
  readonly ledger: Pick<Ledger, "recallMemo" | "saveMemo">;
  /** Looks, unless another process is at it. Never throws. Returns whether it did. */
  readonly look: (occasion: Occasion) => Promise<boolean>;
  /** Rejects where the process is stopped meanwhile. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** In milliseconds. */
  readonly now: () => number;
}

/** Looks for what was missed until now, as soon as its turn comes, and again until all was looked for. */
export async function lookAtStart({ ledger, look, wait, now }: Tools): Promise<void> {
  const since = now();
  for (;;) {
    const turn = await findTurn(ledger, since, now());
    if (turn === null) return;
    const { occasion, waitMs } = turn;
    if (waitMs > 0) {
      await wait(waitMs);
      continue;
    }
    const hasLooked = await look(occasion);
    if (hasLooked && occasion !== "again") return;
    // Another is at it, and began before this process was there.
    if (!hasLooked) await wait(LOOK_AGAIN_MS);
  }
}
