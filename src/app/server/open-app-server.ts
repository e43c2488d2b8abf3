import type { ApplicationFunctionOptions, Probot } from "probot";
import { WEBHOOK_PATH } from "../webhook-path.ts";
import { Bodies } from "./bodies.ts";
import { type Handler, type OpenServer, openServer, type ServerOptions } from "./http-server.ts";
import { makeWebhookGate } from "./webhook-gate.ts";

/** GitHub knows the app under one of these: Probot's page registered apps at the root. */
const PATHS = [WEBHOOK_PATH, "/"];

/** How often a wrong signature is reported. In milliseconds. */
const FORGED_MS = 60_000;

/** What the app's server answers, and how it is asked. */
export interface AppServerOptions extends ServerOptions {
  /** Of webhooks: the present one, and the one before it. */
  readonly secrets: readonly string[];
  /** Loads the app, which may add handlers and listen to events. */
  readonly load: (probot: Probot, options: ApplicationFunctionOptions) => Promise<void>;
  /** What is asked after the app's own handlers. */
  readonly handlers: readonly Handler[];
}

/** Loads the app and listens, for webhooks and whatever else is asked. */
export async function openAppServer(probot: Probot, options: AppServerOptions): Promise<OpenServer> {
  const { secrets, load, handlers, log } = options;
  await probot.ready();
  const events = rememberEvents(probot);
  const added: Handler[] = [];
  await load(probot, {
    cwd: process.cwd(),
    addHandler: (handler) =>
      added.push(async (request, response) => Boolean(await handler(request, response))),
  });
  const receive = await probot.getNodeMiddleware({ path: WEBHOOK_PATH });
  const gate = makeWebhookGate({
    paths: PATHS,
    secrets,
    events,
    bodies: new Bodies(),
    onForged: seldom(FORGED_MS, (count) =>
      log.warn(
        { count },
        "A webhook's signature does not match. Is WEBHOOK_SECRET what the app has on GitHub?",
      ),
    ),
    receive: async (request, response) => {
      request.url = WEBHOOK_PATH;
      return Boolean(await receive(request, response));
    },
  });
  return openServer(options, [gate, ...added, ...handlers]);
}

/** The events that have a listener, including the ones that get one later. */
function rememberEvents(probot: Probot): ReadonlySet<string> {
  const events = new Set<string>();
  const { on } = probot;
  probot.on = ((names: string | readonly string[], ...rest: readonly unknown[]) => {
    for (const name of [names].flat()) events.add(name.split(".")[0] ?? name);
    return Reflect.apply(on, probot, [names, ...rest]);
  }) as typeof on;
  return events;
}

/** Tells the first time, then at most once in the time given, with how often it was since. */
function seldom(milliseconds: number, tell: (count: number) => void): () => void {
  let count = 0;
  let reportedAt = Number.NEGATIVE_INFINITY;
  return () => {
    count += 1;
    const now = performance.now();
    if (now - reportedAt < milliseconds) return;
    reportedAt = now;
    tell(count);
    count = 0;
  };
}
