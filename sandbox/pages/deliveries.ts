import type { Delivery } from "../webhooks/delivery.ts";
import type { World } from "../world/world.ts";
import { type Html, html } from "./html.ts";
import { box, type PageAnswer, type PageCall, plural, time } from "./layout.ts";

function row(world: World, delivery: Delivery): Html {
  const { id, event, action, statusCode, status } = delivery;
  const isGood = statusCode >= 200 && statusCode < 400;
  const again = html`<form method="post" action="${world.baseUrl}/_sandbox/deliveries/${id}"><button>Redeliver</button></form>`;
  return html`<div class="row"><span class="dot ${isGood ? "" : "failure"}"></span><div class="grow"><b>${event}${action === null ? "" : html`.${action}`}</b>
    <span class="mono muted">${delivery.guid}</span>${delivery.redelivery ? html` <span class="pill">redelivery</span>` : ""}
    <details><summary class="small muted">${status} ${statusCode || ""} · ${delivery.durationS} s · ${time(delivery.deliveredAt)}</summary>
    <pre class="mono">${JSON.stringify(delivery.payload, null, 2)}</pre><pre class="mono">${delivery.responseBody}</pre></details></div>${again}</div>`;
}

/** `/_sandbox/deliveries`: what an app's settings call "Recent deliveries", newest first. */
export function deliveriesPage({ world }: PageCall, log: readonly Delivery[]): PageAnswer {
  const rows = log
    .toReversed()
    .slice(0, 250)
    .map((delivery) => row(world, delivery));
  const to = world.app?.webhookUrl ?? "nobody";
  const body = html`<h1>Webhooks</h1><p class="muted">${plural(log.length, "delivery").replace("deliverys", "deliveries")} to ${to}</p>${box("", rows)}`;
  return { title: "Webhooks", body };
}
