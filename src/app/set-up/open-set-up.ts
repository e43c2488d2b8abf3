import type { Logger } from "pino";
import { appError } from "../../messages/app-errors.ts";
import { CodedError, errorText } from "../../messages/coded-error.ts";
import { makePrivate } from "../../ledger/database/private-folder.ts";
import { type Environment, readAddress } from "../environment.ts";
import { makeHealthHandler } from "../health.ts";
import { LOOPBACK_NAMES, readHosts } from "../server/hosts.ts";
import { openServer } from "../server/http-server.ts";
import { dataFolderOf, keepCredentials, type KeptCredentials } from "./kept-credentials.ts";
import { makeSetUpPages } from "./set-up-pages.ts";
import { readGitHubAddress } from "./web-address.ts";

/** The set-up page while it is served. */
export interface SetUp {
  readonly url: string;
  /** Resolves when somebody has registered the app, and its credentials are kept. */
  readonly registered: Promise<KeptCredentials>;
  readonly stop: () => Promise<void>;
}

/**
 * Serves the page that registers the app on GitHub: on this machine alone, unless `HOST` says otherwise.
 *
 * @throws CodedError with the remedy where the credentials could not be kept
 */
export async function openSetUp(env: Environment, log: Logger): Promise<SetUp> {
  const folder = dataFolderOf(env);
  await makePrivate(folder).catch((error: unknown) => {
    throw new CodedError(appError("nothing-can-be-kept", { folder, reason: errorText(error) }), {
      cause: error,
    });
  });
  const { host, port } = readAddress(env);
  const allowed = readHosts(env.ALLOWED_HOSTS);
  const place = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  let onRegistered: (credentials: KeptCredentials) => void = () => undefined;
  const registered = new Promise<KeptCredentials>((resolve) => {
    onRegistered = resolve;
  });
  const pages = makeSetUpPages({
    gitHub: readGitHubAddress(env),
    log,
    announce: (code) =>
      log.info(`Minutebook is not registered yet. Open http://${place}:${port} and enter the code ${code}`),
    keep: (credentials) => keepCredentials(folder, credentials),
    onRegistered,
    now: Date.now,
  });
  const notReady = makeHealthHandler(() => Promise.reject(new CodedError(appError("not-registered"))));
  const hosts = allowed === "any" ? LOOPBACK_NAMES : allowed;
  const server = await openServer({ host, port, hosts, log: log.child({ name: "http" }) }, [notReady, pages]);
  return { url: server.url, registered, stop: server.stop };
}
