import { jsonReply, type Reply } from "../http/exchange.ts";
import type { Incoming } from "./fault.ts";

const DOCS = "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api";

/** GitHub's answer where it failed itself, or says no without a reason. */
export function failed(status: number, message?: string): Reply {
  const words: Readonly<Record<number, string>> = {
    401: "Bad credentials",
    403: "Resource not accessible by integration",
    404: "Not Found",
    410: "This issue was deleted",
    422: "Validation Failed",
    500: "Server Error",
    502: "Server Error",
    503: "Service Unavailable",
  };
  return jsonReply(status, { message: message ?? words[status] ?? "Server Error" });
}

/** GitHub's answer where the hour's requests are used up: 403 for REST, 200 with an error for GraphQL. */
export function primaryLimit({ operation }: Incoming, resetAt: Date | string): Reply {
  const isGraphQL = operation === "graphql";
  const headers = {
    "x-ratelimit-limit": "5000",
    "x-ratelimit-remaining": "0",
    "x-ratelimit-used": "5000",
    "x-ratelimit-reset": typeof resetAt === "string" ? resetAt : String(Math.ceil(resetAt.getTime() / 1000)),
    "x-ratelimit-resource": isGraphQL ? "graphql" : "core",
  };
  const message = "API rate limit exceeded for installation ID 1.";
  if (isGraphQL) return jsonReply(200, { errors: [{ type: "RATE_LIMITED", message }] }, headers);
  return jsonReply(403, { message, documentation_url: DOCS }, headers);
}

/** GitHub's answer where requests come too fast. */
export function secondaryLimit(retryAfter: number | string, status: 403 | 429): Reply {
  const message = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
  return jsonReply(
    status,
    { message, documentation_url: `${DOCS}#about-secondary-rate-limits` },
    { "retry-after": String(retryAfter) },
  );
}

/** The same answer with every list in it empty. */
export function emptied(reply: Reply): Reply {
  if (!String(reply.headers["content-type"]).includes("json") || Buffer.isBuffer(reply.body)) return reply;
  const { link: _link, etag: _etag, ...headers } = reply.headers;
  return { ...reply, headers, body: JSON.stringify(empty(JSON.parse(reply.body))) };
}

const LISTS = new Set(["nodes", "edges"]);
const COUNTS = new Set(["totalCount", "total_count", "filteredCount", "pageCount"]);

function empty(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (value === null || typeof value !== "object") return value;
  const isConnection = Object.keys(value).some((key) => LISTS.has(key) || key === "pageInfo");
  return Object.fromEntries(
    Object.entries(value).map(([key, child]): [string, unknown] => {
      if (COUNTS.has(key)) return [key, 0];
      if (isConnection && LISTS.has(key)) return [key, []];
      if (key === "pageInfo")
        return [
          key,
          { ...child, hasNextPage: false, hasPreviousPage: false, endCursor: null, startCursor: null },
        ];
      // An error list of GraphQL's is no list of things.
      if (Array.isArray(child)) return [key, key === "errors" ? child : "total_count" in value ? [] : child];
      return [key, empty(child)];
    }),
  );
}
