import { z } from "zod";
import type { Client } from "../../github/client.ts";
import { isHeard, outcomesOf } from "../../github/deliveries.ts";
import { GitHubError } from "../../github/errors.ts";
import type { Log } from "../../pipeline/log.ts";

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
  }),
);

type Delivery = z.infer<typeof DELIVERIES>[number];

/**
 * Asks GitHub to deliver again what no attempt has brought to us. A delivery that is queued already is dropped by its id.
 *
 * @param now - In milliseconds.
 * @returns how many were asked for
 */
export async function redeliverFailed(app: Client, log: Log, now: number): Promise<number> {
  const outcomes = outcomesOf(await listDeliveries(app, now - KEPT_MS));
  const failed = outcomes.filter((outcome) => !isHeard(outcome)).toReversed();
  for (const { id, guid } of failed) {
    try {
      await app.write(
        "POST /app/hook/deliveries/{delivery_id}/attempts",
        { delivery_id: Number(id) },
        z.unknown(),
      );
      log.info({ delivery: guid }, "GitHub is asked to deliver this again");
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      log.warn({ err: error, delivery: guid }, "GitHub does not deliver this again");
    }
  }
  return failed.length;
}

/** Newest first, back to `since`. */
async function listDeliveries(app: Client, since: number): Promise<readonly Delivery[]> {
  const deliveries: Delivery[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const from = cursor === undefined ? {} : { cursor };
    const asked = { per_page: PER_PAGE, ...from };
    const { data, next } = await app.page("GET /app/hook/deliveries", asked, DELIVERIES);
    deliveries.push(...data.filter(({ delivered_at }) => Date.parse(delivered_at) >= since));
    cursor = next?.get("cursor") ?? undefined;
    if (cursor === undefined || data.some(({ delivered_at }) => Date.parse(delivered_at) < since)) break;
  }
  return deliveries;
}
