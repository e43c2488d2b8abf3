import { createHash, createHmac } from "node:crypto";
import type { World, WorldEvent } from "../world/world.ts";
import { isRecipient } from "./recipients.ts";
import { recipientOf, payloadOf } from "./payload.ts";

/** One delivery of a webhook, as the app's settings list it. */
export interface Delivery {
  readonly id: number;
  readonly guid: string;
  readonly deliveredAt: Date;
  readonly redelivery: boolean;
  /** In seconds. */
  durationS: number;
  /** "OK", or what went wrong, in words. */
  status: string;
  /** 0: nobody answered. */
  statusCode: number;
  readonly event: string;
  readonly action: string | null;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly requestHeaders: Readonly<Record<string, string>>;
  responseHeaders: Readonly<Record<string, string>>;
  responseBody: string;
}

/**
 * What is done with a delivery that is due: how often it is sent (0: lost); `isUnlisted` takes it off the list; `hold`
 * keeps it until `go` is called.
 */
export type Carrier = (delivery: Delivery) => {
  readonly times: number;
  readonly isUnlisted?: boolean;
  readonly hold?: (go: () => Promise<unknown>) => void;
};

export interface Deliveries {
  readonly log: Delivery[];
  /** Can be replaced, to lose, delay or repeat. */
  carrier: Carrier;
  /** Receives every event of the world. */
  emit(event: WorldEvent): void;
  send(event: string, payload: Readonly<Record<string, unknown>>): Promise<Delivery>;
  redeliver(delivery: Delivery): Promise<Delivery>;
  /** Resolves when every delivery under way was answered or given up; those held back do not count. */
  settled(): Promise<void>;
}

/** GitHub gives up after ten seconds. */
const TIMEOUT_MS = 10_000;

/** A GUID that is the same in each run: made of the delivery's id. */
function guidOf(id: number): string {
  const hex = createHash("sha256").update(`delivery ${id}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function headersOf(world: World, event: string, guid: string, body: string): Record<string, string> {
  const secret = world.app?.webhookSecret ?? "";
  const sign = (algorithm: string) => createHmac(algorithm, secret).update(body).digest("hex");
  return {
    accept: "*/*",
    "content-type": "application/json",
    "user-agent": "GitHub-Hookshot/sandbox",
    "x-github-delivery": guid,
    "x-github-enterprise-host": new URL(world.baseUrl).host,
    "x-github-enterprise-version": "3.19.0",
    "x-github-event": event,
    "x-github-hook-id": "1",
    "x-github-hook-installation-target-id": String(world.app?.id ?? 0),
    "x-github-hook-installation-target-type": "integration",
    "x-hub-signature": `sha1=${sign("sha1")}`,
    "x-hub-signature-256": `sha256=${sign("sha256")}`,
  };
}

async function post(world: World, delivery: Delivery): Promise<void> {
  const url = world.app?.webhookUrl ?? null;
  if (url === null) return;
  const began = performance.now();
  const body = JSON.stringify(delivery.payload);
  const headers = headersOf(world, delivery.event, delivery.guid, body);
  Object.assign(delivery.requestHeaders, headers);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers,
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    delivery.statusCode = response.status;
    delivery.responseHeaders = Object.fromEntries(response.headers);
    delivery.responseBody = await response.text();
    delivery.status = response.ok ? "OK" : `Invalid HTTP Response: ${response.status}`;
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === "TimeoutError";
    delivery.statusCode = 0;
    delivery.status = isTimeout ? "timed out" : "failed to connect to host";
  }
  delivery.durationS = Math.round(performance.now() - began) / 1000;
}

/** `inspect` sees each payload before it is sent. */
export function createDeliveries(world: World, inspect: (delivery: Delivery) => void = () => {}): Deliveries {
  const underWay = new Set<Promise<unknown>>();
  let count = 0;

  function record(event: string, payload: Readonly<Record<string, unknown>>, again?: Delivery): Delivery {
    count += 1;
    const { installation, repository, action } = payload as Partial<Record<string, { id?: number } & string>>;
    const delivery: Delivery = {
      id: count,
      guid: again?.guid ?? guidOf(count),
      deliveredAt: world.now(),
      redelivery: again !== undefined,
      durationS: 0,
      status: "pending",
      statusCode: 0,
      event,
      action: action ?? null,
      installationId: installation?.id ?? null,
      repositoryId: repository?.id ?? null,
      payload,
      requestHeaders: {},
      responseHeaders: {},
      responseBody: "",
    };
    deliveries.log.push(delivery);
    inspect(delivery);
    return delivery;
  }

  async function carry(delivery: Delivery, times: number): Promise<Delivery> {
    if (times === 0) delivery.status = "failed to connect to host";
    for (let i = 0; i < times; i += 1) await post(world, delivery);
    return delivery;
  }

  function track(delivery: Delivery, times: number): Promise<Delivery> {
    const going = carry(delivery, times).finally(() => underWay.delete(going));
    underWay.add(going);
    return going;
  }

  /** One that is held is not waited for by `settled`. */
  function start(delivery: Delivery): Promise<Delivery> {
    const { times, hold, isUnlisted } = deliveries.carrier(delivery);
    if (isUnlisted === true) deliveries.log.splice(deliveries.log.indexOf(delivery), 1);
    if (hold === undefined) return track(delivery, times);
    return new Promise((resolve) => {
      hold(async () => {
        const sent = track(delivery, times);
        resolve(sent);
        return sent;
      });
    });
  }

  const deliveries: Deliveries = {
    log: [],
    carrier: () => ({ times: 1 }),
    emit(event) {
      const installation = recipientOf(world, event);
      if (installation === undefined || world.app?.webhookUrl == null) return;
      if (!isRecipient(event, installation)) return;
      // The payload is made now: what it tells may be gone when it is sent.
      void start(record(event.name, payloadOf(world, event, installation)));
    },
    send: (event, payload) => start(record(event, payload)),
    redeliver: (delivery) => start(record(delivery.event, delivery.payload, delivery)),
    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
  return deliveries;
}
