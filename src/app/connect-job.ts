import type { AppClients } from "../github/clients.ts";
import { connectGitHub } from "../github/connect.ts";
import type { GitHub, ReadConfig } from "../github/port.ts";
import type { RateLimiter } from "../github/rate-limiter.ts";
import type { Job } from "../queue/job.ts";

interface Parts {
  readonly clients: AppClients;
  readonly limiter?: RateLimiter;
  readonly countForeign?: (installation: string) => void;
  readonly countRefusal?: (by: string) => void;
  readonly readConfig: ReadConfig;
}

/** GitHub for one job: its tokens are good for what it asks for, and a preview's may write nothing but a check run. */
export function connectJob(
  { clients, limiter, countForeign, countRefusal, readConfig }: Parts,
  job: Job,
): { readonly github: GitHub; readonly githubAsPublic: GitHub } {
  const source = job.repository.toLowerCase();
  const access = {
    source: job.repository,
    mayPost: job.cause !== "pull_request",
    onForeign: countForeign,
    onRefusal: countRefusal,
  };
  // Its token is for the minutes alone, so that GitHub shows it of others what it shows everybody.
  const own = clients.forJob(access);
  const ownOnly = {
    of: (_repository: string, purpose?: Parameters<typeof own.of>[1]) => own.of(job.repository, purpose),
  };
  return {
    github: connectGitHub(
      clients.forJob(access),
      limiter === undefined ? null : { limiter, source },
      readConfig,
    ),
    githubAsPublic: connectGitHub(ownOnly, null, readConfig),
  };
}
