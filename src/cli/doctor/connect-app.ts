import { readCredentials } from "../../app/credentials.ts";
import type { Environment } from "../../app/environment.ts";
import type { OctokitLike } from "../../github/client.ts";
import { AppClients, type Clients } from "../../github/clients.ts";
import { fetchWithin, PATIENCE_MS } from "../../github/fetch-within.ts";

interface AppConnection {
  /** As the app itself. */
  readonly octokit: OctokitLike;
  /** As its installations. */
  readonly clients: Clients;
}

/** GitHub as the app whose credentials these are. null: there are none, or none that can be used. */
export async function connectApp(env: Environment): Promise<AppConnection | null> {
  const credentials = findCredentials(env);
  if (credentials === null) return null;
  const [{ Probot }, { pino }] = await Promise.all([import("probot"), import("pino")]);
  const request = { fetch: fetchWithin(PATIENCE_MS) };
  const probot = new Probot({ ...credentials, request, log: pino({ level: "silent" }) });
  const octokit = await probot.auth();
  const asInstallation = (id: number) => probot.auth(id);
  return { octokit, clients: new AppClients({ asApp: async () => octokit, asInstallation, now: Date.now }) };
}

/** The check of the settings reports what is wrong with them. */
function findCredentials(env: Environment) {
  if (!env.APP_ID) return null;
  try {
    return readCredentials(env);
  } catch {
    return null;
  }
}
