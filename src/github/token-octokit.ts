import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";
import type { OctokitLike } from "./client.ts";
import { fetchWithin, PATIENCE_MS } from "./fetch-within.ts";
import { GITHUB_PACE, type Pace, throttleSettings } from "./pace.ts";

/** What a token's requests go to. */
export interface TokenAccess {
  readonly token: string;
  /** Of the API, with no `/` at its end: `https://api.github.com`, `https://HOST/api/v3`. */
  readonly baseUrl: string;
  readonly userAgent: string;
}

const DOT_COM = "https://api.github.com";

const silent = { debug() {}, info() {}, warn() {}, error() {} };

const PacedOctokit = Octokit.plugin(retry, throttling);

/**
 * An Octokit under one token, for the command line and the Action: it tries again what GitHub's own limits and
 * breakdowns refused, and spaces writes as GitHub asks. Your own server does not ask for that.
 */
export function makeTokenOctokit({ token, baseUrl, userAgent }: TokenAccess): OctokitLike {
  const settings: object = {
    throttle: throttleSettings(paceOf({ baseUrl }), 1000),
    request: { fetch: fetchWithin(PATIENCE_MS) },
  };
  return new PacedOctokit({ auth: token, baseUrl, userAgent, log: silent, ...settings });
}

/** How fast content may be made there. */
export function paceOf({ baseUrl }: Pick<TokenAccess, "baseUrl">): Pace {
  return baseUrl === DOT_COM ? GITHUB_PACE : { perMinute: 0, perHour: 0 };
}

/** Where the API is: of GitHub, or of your own server that the host names. */
export function apiUrl(host: string | undefined, protocol = "https"): string {
  return host ? `${protocol}://${host}/api/v3` : DOT_COM;
}
