import type { Reply } from "../http/exchange.ts";
import type { World } from "../world/world.ts";
import type { Incoming } from "./fault.ts";
import { primaryLimit, secondaryLimit } from "./replies.ts";

/** GitHub's own limits, to be kept by the world's clock. Left out: none. */
export interface Limits {
  /** Requests of an hour, in all. GitHub: 5,000 and more. */
  readonly requestsPerHour?: number;
  /** Requests that make or change something, of a minute. GitHub: 80. */
  readonly contentPerMinute?: number;
  /** The same, of an hour. GitHub: 500. */
  readonly contentPerHour?: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Whether a request makes or changes something that people see. */
function isContent({ method, path, text, operation }: Incoming): boolean {
  if (operation === "graphql") return /"query"\s*:\s*"\s*mutation\b/.test(text);
  return method !== "GET" && method !== "HEAD" && path.startsWith("/api/v3/repos/");
}

export interface LimitKeeper {
  /** Counts the request; the refusal where it is one too many. Refused ones are not counted. */
  take(incoming: Incoming): Reply | null;
  /** The answer with what is left of the hour. */
  tell(reply: Reply): Reply;
}

/** Keeps limits as GitHub does: by what was let through in the minute and hour before. */
export function createLimitKeeper(world: World, limits: Limits): LimitKeeper {
  const content: number[] = [];
  let hour = { began: world.now().getTime(), used: 0 };

  const countSince = (ms: number, now: number) => content.filter((at) => at > now - ms).length;
  const secondsUntil = (ms: number, now: number): number => {
    const oldest = content.find((at) => at > now - ms) ?? now;
    return Math.max(1, Math.ceil((oldest + ms - now) / 1000));
  };

  return {
    take(incoming) {
      const now = world.now().getTime();
      if (now >= hour.began + HOUR_MS) hour = { began: now, used: 0 };
      if (hour.used >= (limits.requestsPerHour ?? Infinity)) {
        return primaryLimit(incoming, new Date(hour.began + HOUR_MS));
      }
      hour.used += 1;
      if (!isContent(incoming)) return null;
      for (const [ms, most] of [
        [MINUTE_MS, limits.contentPerMinute],
        [HOUR_MS, limits.contentPerHour],
      ] as const) {
        if (countSince(ms, now) >= (most ?? Infinity)) return secondaryLimit(secondsUntil(ms, now), 403);
      }
      content.push(now);
      return null;
    },
    tell(reply) {
      // What has not changed costs nothing of the hour.
      if (reply.status === 304) hour.used -= 1;
      const most = limits.requestsPerHour;
      if (most === undefined) return reply;
      const headers = {
        "x-ratelimit-limit": String(most),
        "x-ratelimit-remaining": String(Math.max(0, most - hour.used)),
        "x-ratelimit-used": String(hour.used),
        "x-ratelimit-reset": String(Math.ceil((hour.began + HOUR_MS) / 1000)),
      };
      return { ...reply, headers: { ...reply.headers, ...headers } };
    },
  };
}
