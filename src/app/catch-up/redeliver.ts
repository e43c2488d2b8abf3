import { z } from "zod";
import type { Client } from "../../github/client.ts";
import { isDelivered, outcomesOf } from "../../github/deliveries.ts";
import { GitHubError } from "../../github/errors.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { Log } from "../../pipeline/log.ts";
import { isHandled } from "../webhook-events.ts";
import type { Occasion } from "./pace-looks.ts";

/** GitHub keeps deliveries for three days. */
const KEPT_MS = 3 * 24 * 60 * 60 * 1000;

const PER_PAGE = 100;

/** A mistake must not become an endless walk. */
const MAX_PAGES = 50;

const DELIVERIES = z.array(
  z.object({
    id: z.union([z.number(), z.bigint()]),
    guid: z.string(),
    status_code: z.number(),
    delivered_at: z.iso.datetime({ offset: true }),
    event: z.string().optional(),
    action: z.string().nullish(),
  }),
);

type Delivery = z.infer<typeof DELIVERIES>[number];

interface Tools {
  /** GitHub as the app itself. */
  readonly app: Client;
  readonly ledger: Pick<Ledger, "recallMemo" | "saveMemo">;
  readonly log: Log;
  /** In milliseconds. */
  readonly now: () => number;
}

/** Until when deliveries were read whose failed ones GitHub was asked to deliver again, by its clock. */
const READ = "deliveries read";

/** What GitHub lists so late is read once more. */
const OVERLAP_MS = 2 * 60 * 1000;

/**
 * Asks GitHub to deliver again what no attempt has brought to us. A delivery that is queued already is dropped by its
 * id.
 *
 * @param occasion - Every hour all are read; else those are left out that were read before, of which the failed ones
 *   were asked for.
 * @returns how many were asked for
 */
export async function redeliverFailed(tools: Tools, occasion: Occasion): Promise<number> {
  const { app, ledger, log, now } = tools;
  const read = occasion === "hour" ? Number.NaN : Date.parse((await ledger.recallMemo(READ)) ?? "");
  const kept = now() - KEPT_MS;
  const { deliveries, readAt } = await listDeliveries(app, read > kept ? read - OVERLAP_MS : kept);
  const failed = outcomesOf(deliveries).filter((outcome) => !isDelivered(outcome) && isHandledHere(outcome));
  let isAsked = true;
  for (const { id, guid } of failed.toReversed()) {
    try {
      await app.write(
        "POST /app/hook/deliveries/{delivery_id}/attempts",
        { delivery_id: Number(id) },
        z.unknown(),
      );
      log.info({ delivery: guid }, "GitHub is asked to deliver this again");
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      isAsked = false;
      log.warn({ err: error, delivery: guid }, "GitHub does not deliver this again");
    }
  }
  if (isAsked && readAt !== null) await ledger.saveMemo(READ, readAt);
  return failed.length;
}

/** Whether the app does anything for such an event. */
function isHandledHere({ event, action }: Delivery): boolean {
  return event === undefined || isHandled(event, action ?? null);
}

/** Newest first, back to `since`; and GitHub's clock at the first page. */
async function listDeliveries(
  app: Client,
  since: number,
): Promise<{ readonly deliveries: readonly Delivery[]; readonly readAt: string | null }> {
  const deliveries: Delivery[] = [];
  let cursor: string | undefined;
  let readAt: string | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const from = cursor === undefined ? {} : { cursor };
    const asked = { per_page: PER_PAGE, ...from };
    const { data, next, date } = await app.page("GET /app/hook/deliveries", asked, DELIVERIES);
    readAt ??= date;
    deliveries.push(...data.filter(({ delivered_at }) => Date.parse(delivered_at) >= since));
    cursor = next?.get("cursor") ?? undefined;
    if (cursor === undefined || data.some(({ delivered_at }) => Date.parse(delivered_at) < since)) break;
  }
  return { deliveries, readAt };
}
