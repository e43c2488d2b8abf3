import { type Answer, type Call, ok } from "../http/answer.ts";
import type { Route } from "../http/route.ts";
import { Refusal } from "../world/refusal.ts";
import type { Deliveries, Delivery } from "../webhooks/delivery.ts";
import { appOf } from "./app.ts";
import { instant } from "./shapes/account.ts";

function itemShape(delivery: Delivery) {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: instant(delivery.deliveredAt),
    redelivery: delivery.redelivery,
    duration: delivery.durationS,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installationId,
    repository_id: delivery.repositoryId,
    throttled_at: null,
  };
}

function deliveryOf(call: Call, deliveries: Deliveries): Delivery {
  appOf(call);
  const found = deliveries.log.find((delivery) => delivery.id === Number(call.path.delivery_id));
  if (found === undefined) throw new Refusal(404, "Not Found");
  return found;
}

/** Newest first, page by page with a cursor in the `link` header. */
function list(call: Call, deliveries: Deliveries): Answer {
  appOf(call);
  const perPage = Math.min(100, Number(call.query.per_page ?? 30));
  const { cursor, status } = call.query;
  const done = deliveries.log.filter((delivery) => delivery.status !== "pending");
  const older = done.filter((delivery) => cursor === undefined || delivery.id < Number(cursor)).reverse();
  const wanted = older.filter(
    (delivery) => status === undefined || (status === "success") === isGood(delivery),
  );
  const page = wanted.slice(0, perPage);
  const last = page.at(-1);
  if (last === undefined || wanted.length <= perPage) return ok(page.map(itemShape));
  const url = new URL(call.url);
  url.searchParams.set("cursor", String(last.id));
  return { status: 200, body: page.map(itemShape), headers: { link: `<${url.href}>; rel="next"` } };
}

function isGood(delivery: Delivery): boolean {
  return delivery.statusCode >= 200 && delivery.statusCode < 400;
}

function get(call: Call, deliveries: Deliveries): Answer {
  const delivery = deliveryOf(call, deliveries);
  return ok({
    ...itemShape(delivery),
    url: call.world.app?.webhookUrl ?? "",
    request: { headers: delivery.requestHeaders, payload: delivery.payload },
    response: { headers: delivery.responseHeaders, payload: delivery.responseBody },
  });
}

function redeliver(call: Call, deliveries: Deliveries): Answer {
  const delivery = deliveryOf(call, deliveries);
  // GitHub only records the request; it sends the delivery later, and then lists it.
  void deliveries.redeliver(delivery);
  return { status: 202, body: {} };
}

function config(call: Call): Answer {
  const app = appOf(call);
  return ok({ content_type: "json", insecure_ssl: "0", secret: "********", url: app.webhookUrl ?? "" });
}

/** The app's own hook: what was delivered, and that it be delivered again. */
export function deliveryRoutes(deliveries: Deliveries): readonly Route[] {
  const HOOK = "/app/hook";
  return [
    { operation: `GET ${HOOK}/config`, handle: config },
    { operation: `GET ${HOOK}/deliveries`, handle: (call) => list(call, deliveries) },
    { operation: `GET ${HOOK}/deliveries/{delivery_id}`, handle: (call) => get(call, deliveries) },
    {
      operation: `POST ${HOOK}/deliveries/{delivery_id}/attempts`,
      handle: (call) => redeliver(call, deliveries),
    },
  ];
}
