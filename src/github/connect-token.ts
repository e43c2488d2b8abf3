import { setTimeout as sleep } from "node:timers/promises";
import { makeTokenClients } from "./clients.ts";
import { connectGitHub } from "./connect.ts";
import type { GitHub, ReadConfig } from "./port.ts";
import { makeTokenOctokit, paceOf, type TokenAccess } from "./token-octokit.ts";
import { RateLimiter } from "./rate-limiter.ts";

/**
 * GitHub under one token, for the command line and the Action. Content is made at GitHub's pace.
 *
 * @param readConfig - As for `connectGitHub`.
 */
export function connectToken(access: TokenAccess, readConfig?: ReadConfig): GitHub {
  const clock = { now: Date.now, wait: async (milliseconds: number) => sleep(milliseconds) };
  const limiter = new RateLimiter(paceOf(access), clock);
  return connectGitHub(makeTokenClients(makeTokenOctokit(access)), { limiter, source: null }, readConfig);
}
