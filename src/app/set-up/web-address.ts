import { isIP } from "node:net";
import type { Environment } from "../environment.ts";

/** A GitHub, as browsers and as programs reach it. */
export interface GitHubAddress {
  /** Without a slash at its end. */
  readonly web: string;
  readonly api: string;
  /** Whether it may be in the same network as we are. */
  readonly isOwn: boolean;
}

/** Reads `GHE_HOST` and `GHE_PROTOCOL`. */
export function readGitHubAddress(env: Environment): GitHubAddress {
  const host = env.GHE_HOST;
  if (!host) return { web: "https://github.com", api: "https://api.github.com", isOwn: false };
  const web = `${env.GHE_PROTOCOL || "https"}://${host}`;
  return { web, api: `${web}/api/v3`, isOwn: true };
}

/** Names that lead nowhere from outside. */
const INNER = /(?:^|\.)(?:localhost|local|internal|lan|home|corp|test|example|invalid)$/i;

/** Whether GitHub may reach a host from the Internet, by its name: it refuses to register others. */
export function isPublicHost(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const version = isIP(name);
  if (version === 6) return /^[23]/.test(name);
  if (version === 4) return !/^(?:0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168)\./.test(name);
  return name.includes(".") && !INNER.test(name);
}
