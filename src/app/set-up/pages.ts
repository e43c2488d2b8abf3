import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { Html, html } from "../../plan/media/html.ts";

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem;color:#1f2328;background:#fff}
label{display:block;margin:1rem 0 .25rem}input:not([type=checkbox]){font:inherit;width:100%;box-sizing:border-box;padding:.4rem .6rem}
button{font:inherit;margin-top:1.25rem;padding:.4rem 1rem}small{color:#59636e}.problem{border-left:4px solid #cf222e;padding-left:.75rem}
@media(prefers-color-scheme:dark){body{color:#f0f6fc;background:#0d1117}small{color:#9198a1}}`;

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** A page, and where its forms may lead. */
export interface Page {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
}

/** Sends a page that loads nothing, runs nothing, is kept by nobody and shown in no frame. */
export function sendPage(response: ServerResponse, page: Page, formsTo: string): void {
  const { title, body, status = 200 } = page;
  const text = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${new Html(STYLE)}</style></head>
<body><h1>${title}</h1>${body}</body></html>
`.text;
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self' ${formsTo}; frame-ancestors 'none'; base-uri 'none'`,
    // Forms have to say where they come from; addresses, which hold codes, stay here.
    "referrer-policy": "strict-origin",
  });
  response.end(text);
}

const problemText = (problem: string | null): Html =>
  problem === null ? new Html("") : html`<p class="problem" role="alert">${problem}</p>`;

/** Asks for the code of the log. */
export function codePage(problem: string | null = null): Page {
  return {
    title: "Set up Minutebook",
    status: problem === null ? 200 : 403,
    body: html`${problemText(problem)}<p>Minutebook is not registered on GitHub yet. Its log has a code: whoever can read it may go on.</p>
<form method="post" action="/setup/code"><label for="code">Code</label><input id="code" name="code" autocomplete="off" autofocus required>
<button>Go on</button></form>`,
  };
}

/** Asks what the app is to be like. */
export function choicesPage(webhook: string, problem: string | null = null): Page {
  return {
    title: "Register Minutebook on GitHub",
    status: problem === null ? 200 : 422,
    body: html`${problemText(problem)}<p>GitHub shows what the app asks for, and lets you name it. Nothing is posted before you install it.</p>
<form method="post" action="/setup/manifest"><label for="organization">Organization that it belongs to <small>(empty: yourself)</small></label>
<input id="organization" name="organization" autocomplete="off">
<label for="webhook">Address at which GitHub reaches it <small>(empty: set it later in the app's settings on GitHub, and switch the webhook on there)</small></label>
<input id="webhook" name="webhook" value="${webhook}" autocomplete="off">
<label><input type="checkbox" name="all"> Other accounts may install it</label>
<button>Go on</button></form>`,
  };
}

/** Takes the manifest to GitHub. */
export function manifestPage(address: string, manifest: string): Page {
  return {
    title: "Register Minutebook on GitHub",
    body: html`<p>GitHub sends you back here, and Minutebook starts.</p>
<form method="post" action="${address}"><input type="hidden" name="manifest" value="${manifest}"><button>To GitHub</button></form>`,
  };
}

/** Says what went wrong, and lets one begin again. */
export function failurePage(problem: string): Page {
  return {
    title: "Minutebook is not registered",
    status: 502,
    body: html`${problemText(problem)}<p><a href="/">Back to the beginning</a></p>`,
  };
}
