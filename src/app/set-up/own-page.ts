import type { IncomingMessage } from "node:http";

/**
 * Whether a form was sent from one of our own pages: browsers say which site a form is from. What is no browser says
 * nothing, and has no cookies to be abused.
 */
export function isFromOwnPage({ headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  const { origin } = headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.host?.toLowerCase();
}

/** Where our pages are, as the browser that sent this form knows them. */
export function originOf({ headers }: IncomingMessage): string {
  const { origin } = headers;
  return origin !== undefined && URL.canParse(origin) ? new URL(origin).origin : `http://${headers.host}`;
}
