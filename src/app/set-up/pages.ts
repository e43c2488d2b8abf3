import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { Message } from "../../messages/message.ts";
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

const problemText = (problem: string | undefined): Html =>
  problem === undefined ? new Html("") : html`<p class="problem" role="alert">${problem}</p>`;

/** Asks for the code of the log. */
export function codePage(problem: Message | null = null): Page {
  return {
    title: "Set up Minutebook",
    status: problem === null ? 200 : 403,
    body: html`${problemText(problem?.text)}<p>Minutebook isn't registered on GitHub yet. Enter the code from its log.</p>
<form method="post" action="/setup/code"><label for="code">Code</label><input id="code" name="code" autocomplete="off" autofocus required>
<button>Continue</button></form>`,
  };
}

/** Asks who owns the app, its webhook URL and who can install it. */
export function choicesPage(webhook: string, problem: Message | null = null): Page {
  return {
    title: "Register Minutebook on GitHub",
    status: problem === null ? 200 : 422,
    body: html`${problemText(problem?.text)}<p>GitHub shows the permissions of the app, and lets you name it. Nothing is posted before you install it.</p>
<form method="post" action="/setup/manifest"><label for="organization">Organization that owns the app <small>(empty: your own account)</small></label>
<input id="organization" name="organization" autocomplete="off">
<label for="webhook">Webhook URL <small>(empty: set it and enable the webhook later, in the app's settings on GitHub)</small></label>
<input id="webhook" name="webhook" value="${webhook}" autocomplete="off">
<label><input type="checkbox" name="all"> Other accounts can install it</label>
<button>Continue</button></form>`,
  };
}

/** Takes the manifest to GitHub. */
export function manifestPage(address: string, manifest: string): Page {
  return {
    title: "Register Minutebook on GitHub",
    body: html`<p>GitHub sends you back here, then Minutebook starts.</p>
<form method="post" action="${address}"><input type="hidden" name="manifest" value="${manifest}"><button>Continue to GitHub</button></form>`,
  };
}

/** Says what went wrong, with a link to start again. */
export function failurePage(problem: string): Page {
  return {
    title: "Minutebook isn't registered",
    status: 502,
    body: html`${problemText(problem)}<p><a href="/">Start again</a></p>`,
  };
}
