import { getPrivateKey } from "@probot/get-private-key";
import { appError } from "../messages/app-errors.ts";
import { CodedError } from "../messages/coded-error.ts";
import type { Environment } from "./environment.ts";

/** What the app shows GitHub, and what GitHub's webhooks show the app. */
export interface Credentials {
  readonly appId: number;
  readonly privateKey: string;
  /** Signs webhooks. */
  readonly secret: string;
  /** Of GitHub Enterprise Server. */
  readonly baseUrl?: string;
}

/**
 * Reads `APP_ID`, `PRIVATE_KEY` (or `PRIVATE_KEY_PATH`), `WEBHOOK_SECRET`, `GHE_HOST` and `GHE_PROTOCOL`.
 *
 * @throws CodedError with the remedy where one is missing
 */
export function readCredentials(env: Environment): Credentials {
  const privateKey = getPrivateKey({ env: { ...env } });
  if (privateKey === null) throw new CodedError(appError("no-private-key"));
  const secret = env.WEBHOOK_SECRET;
  if (!secret) throw new CodedError(appError("no-webhook-secret"));
  const appId = Number(env.APP_ID);
  if (!Number.isInteger(appId) || appId <= 0) throw new CodedError(appError("invalid-app-id"));
  const host = env.GHE_HOST;
  const baseUrl = host ? { baseUrl: `${env.GHE_PROTOCOL || "https"}://${host}/api/v3` } : {};
  return { appId, privateKey, secret, ...baseUrl };
}
