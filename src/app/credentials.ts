import { getPrivateKey } from "@probot/get-private-key";
import type { Environment } from "./environment.ts";

/** What the app shows GitHub, and what GitHub's webhooks show the app. */
export interface Credentials {
  readonly appId: number;
  readonly privateKey: string;
  /** Signs webhooks. */
  readonly secret: string;
  /** Of a GitHub Enterprise Server. */
  readonly baseUrl?: string;
}

/**
 * Reads `APP_ID`, `PRIVATE_KEY` (or `PRIVATE_KEY_PATH`), `WEBHOOK_SECRET`, `GHE_HOST` and `GHE_PROTOCOL`.
 *
 * @throws Error with the remedy where one is missing
 */
export function readCredentials(env: Environment): Credentials {
  const privateKey = getPrivateKey({ env: { ...env } });
  if (privateKey === null)
    throw new Error("PRIVATE_KEY is missing: the app's key, or PRIVATE_KEY_FILE, a file with it.");
  const secret = env.WEBHOOK_SECRET;
  if (!secret) throw new Error("WEBHOOK_SECRET is missing: what was set as the app's webhook secret.");
  const appId = Number(env.APP_ID);
  if (!Number.isInteger(appId) || appId <= 0)
    throw new Error("APP_ID is no number: it stands on the app's page on GitHub.");
  const host = env.GHE_HOST;
  const baseUrl = host ? { baseUrl: `${env.GHE_PROTOCOL || "https"}://${host}/api/v3` } : {};
  return { appId, privateKey, secret, ...baseUrl };
}
