import type { Exchange } from "../http/exchange.ts";
import { matchOperation } from "../http/match.ts";
import { loadOperations } from "../http/openapi.ts";
import type { Interceptor } from "../http/server.ts";
import type { Carrier, Delivery } from "../webhooks/delivery.ts";
import type { World } from "../world/world.ts";
import { type FaultKind, type FaultRule, type Incoming, isMatch } from "./fault.ts";
import { createFates, type Fate } from "./fates.ts";
import { createLimitKeeper, type LimitKeeper, type Limits } from "./limits.ts";
import { failed } from "./replies.ts";
import { suffer } from "./suffer.ts";
import { isForUnseen } from "./unseen.ts";

/** What can be made to go wrong between the app and GitHub, and back. */
export interface Faults {
  /** Adds a rule; the first that fits a request is used. Returns what takes it away. */
  add(rule: FaultRule): () => void;
  /** Asked at each request that no rule is about. */
  choose: (incoming: Incoming) => FaultKind | null;
  /** Keeps limits as GitHub does; null: none, which is how it begins. */
  limit(limits: Limits | null): void;
  /** Listings leave out what is younger than this, by the world's clock, in milliseconds. 0: none. */
  lag(ms: number): void;
  /** What is younger than this cannot be found by its own id, number or hash. 0: all can. */
  unseen(ms: number): void;
  /** Decides the fate of each webhook. */
  webhooks: (delivery: Delivery) => Fate;
  /** Sends the late ones, one after the other: as they came, or the last first. */
  releaseWebhooks(order?: "as-came" | "reversed"): Promise<void>;
  /** Takes away everything, lets what hangs go on, and sends what is late. */
  clear(): Promise<void>;
  /** How often each kind was used. */
  readonly counts: Readonly<Record<string, number>>;
}

interface Live {
  readonly rule: FaultRule;
  skip: number;
  left: number;
}

function describe({ request, url, text }: Exchange): Incoming {
  const method = request.method ?? "GET";
  const path = url.pathname + url.search;
  const isGraphQL = url.pathname === "/api/graphql";
  const rest = isGraphQL ? undefined : matchOperation(method, url.pathname.slice("/api/v3".length));
  return { method, path, text, operation: isGraphQL ? "graphql" : (rest?.operation.id ?? null) };
}

/** A name that fits nothing would make a test that cannot fail. */
function assertKnown(match: FaultRule["match"]): void {
  if (typeof match !== "string" || match === "graphql") return;
  if (loadOperations().some(({ id }) => id === match)) return;
  throw new Error(`GitHub has no operation ${match}; its descriptions say how they are called.`);
}

/** Makes faults for a world. `intercept` belongs to its server, `carrier` to its webhooks. */
export function createFaults(
  world: World,
): Faults & { readonly intercept: Interceptor; readonly carrier: Carrier } {
  const rules: Live[] = [];
  const counts: Record<string, number> = {};
  let hanging: (() => void)[] = [];
  const fates = createFates(counts);
  let keeper: LimitKeeper | null = null;

  function pick(incoming: Incoming): FaultKind | null {
    for (const live of rules) {
      if (live.left <= 0 || !isMatch(live.rule, incoming)) continue;
      if (live.skip > 0) {
        live.skip -= 1;
        continue;
      }
      live.left -= 1;
      return live.rule.fault;
    }
    return faults.choose(incoming);
  }

  const waitForever = (): Promise<void> => new Promise((resolve) => hanging.push(resolve));

  const faults: Faults & { intercept: Interceptor; carrier: Carrier } = {
    counts,
    choose: () => null,
    carrier: fates.carrier,
    get webhooks() {
      return fates.choose;
    },
    set webhooks(choose) {
      fates.choose = choose;
    },
    add(rule) {
      assertKnown(rule.match);
      const live = { rule, skip: rule.skip ?? 0, left: rule.times ?? 1 };
      rules.push(live);
      return () => {
        live.left = 0;
      };
    },
    limit(limits) {
      keeper = limits === null ? null : createLimitKeeper(world, limits);
    },
    lag(ms) {
      world.isHidden = (createdAt) => ms > 0 && createdAt.getTime() > world.now().getTime() - ms;
    },
    unseen(ms) {
      world.isUnseen = (createdAt) => ms > 0 && createdAt.getTime() > world.now().getTime() - ms;
    },
    releaseWebhooks: (order = "as-came") => fates.release(order),
    async clear() {
      rules.length = 0;
      faults.choose = () => null;
      faults.webhooks = () => "delivered";
      faults.lag(0);
      faults.unseen(0);
      faults.limit(null);
      for (const go of hanging) go();
      hanging = [];
      await faults.releaseWebhooks();
    },
    async intercept(exchange, answer) {
      if (!exchange.url.pathname.startsWith("/api/")) return answer();
      const incoming = describe(exchange);
      const refused = keeper?.take(incoming) ?? null;
      if (refused !== null) {
        counts.limit = (counts.limit ?? 0) + 1;
        exchange.record.fault = "limit";
        return refused;
      }
      const fault = pick(incoming);
      if (fault === null) {
        if (isForUnseen(world, exchange.url.pathname)) return failed(404);
        return keeper === null ? answer() : keeper.tell(await answer());
      }
      counts[fault.kind] = (counts[fault.kind] ?? 0) + 1;
      exchange.record.fault = fault.kind;
      exchange.record.operation = incoming.operation;
      return suffer(fault, { world, exchange, incoming, answer, waitForever });
    },
  };
  return faults;
}
