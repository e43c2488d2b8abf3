import * as z from "zod";
import { appError } from "../../messages/app-errors.ts";
import { CodedError } from "../../messages/coded-error.ts";
import { fetchWithin } from "../../github/fetch-within.ts";
import type { KeptCredentials } from "./kept-credentials.ts";
import type { GitHubAddress } from "./web-address.ts";

const schema = z.object({
  id: z.int().positive(),
  html_url: z.url(),
  pem: z.string().includes("PRIVATE KEY"),
  webhook_secret: z.string().min(1),
});

/** A person waits. In milliseconds. */
const PATIENCE_MS = 15_000;

/** An app that GitHub has just registered. */
export interface Registered {
  readonly credentials: KeptCredentials;
  /** Where it is installed. */
  readonly installAt: string;
}

/**
 * Turns the code with which GitHub sent the browser back into the app's credentials. A code does it once.
 *
 * @throws CodedError where GitHub knows no such code, or answers something else
 */
export async function convertCode(code: string, { api, web }: GitHubAddress): Promise<Registered> {
  const response = await fetchWithin(PATIENCE_MS)(
    `${api}/app-manifests/${encodeURIComponent(code)}/conversions`,
    {
      method: "POST",
      headers: { accept: "application/vnd.github+json", "user-agent": "minutebook" },
      redirect: "error",
    },
  );
  if (!response.ok) throw new CodedError(appError("registration-code-refused", { status: response.status }));
  const answer = schema.safeParse(await response.json());
  if (!answer.success) throw new CodedError(appError("registration-not-understood"));
  const { id, html_url, pem, webhook_secret } = answer.data;
  if (!html_url.startsWith(`${web}/`)) throw new CodedError(appError("registration-elsewhere"));
  return {
    credentials: { APP_ID: String(id), PRIVATE_KEY: pem, WEBHOOK_SECRET: webhook_secret },
    installAt: `${html_url}/installations/new`,
  };
}
