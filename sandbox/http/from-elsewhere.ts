import type { IncomingMessage } from "node:http";

/** Names under which this machine alone reaches itself. */
const OWN = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/** Where pages of other sites may send a form: set-up pages send GitHub a manifest, which is agreed to there. */
const FOR_ALL = /^\/(?:organizations\/[^/?]+\/)?settings\/apps\/new(?:\?|$)/;

/**
 * Whether another site is behind a request: a name that was made to lead to this machine (DNS rebinding), or a page of
 * that site which sends a form to the sandbox.
 */
export function isFromElsewhere({ headers, method, url = "/" }: IncomingMessage): boolean {
  if (!OWN.test(headers.host ?? "")) return true;
  if (method === "GET" || method === "HEAD" || FOR_ALL.test(url)) return false;
  const { origin, "sec-fetch-site": site } = headers;
  // Our pages send no referrer, and browsers then name no origin, even to the page's own site: the other header says
  // it.
  if (origin === "null") return site !== "same-origin";
  if (origin !== undefined && origin !== `http://${headers.host}`) return true;
  return site !== undefined && site !== "same-origin" && site !== "none";
}
