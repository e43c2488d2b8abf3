/** The servers that the page may request: none, or its own. */
export type Reach = "none" | "self";

/**
 * What the page may load: its own files. Minutes can contain anything, so nothing that they link to is ever fetched,
 * and a page on a web host can't send anything anywhere.
 */
export function contentPolicy(reach: Reach): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    // The editor puts its rules into a style element.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src '${reach}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The policy in the page itself, for web hosts that don't send its headers. */
export const policyElement = `<meta http-equiv="Content-Security-Policy" content="${contentPolicy("none")}" />`;

/**
 * The document for a server that follows minutes on disk: it says so, and leaves the policy to the headers, which let
 * the page ask that server.
 */
export function followingDocument(html: string): string {
  if (!html.includes(policyElement))
    throw new Error("The built page is not of this version. Build it again.");
  return html.replace(policyElement, `<meta name="minutebook-follows" content="preview/events" />`);
}

/** Headers of every answer with a part of the page. */
export function pageHeaders(reach: Reach): Readonly<Record<string, string>> {
  return {
    "content-security-policy": `${contentPolicy(reach)}; frame-ancestors 'none'`,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
}
