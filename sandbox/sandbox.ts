import { createActs } from "./api/act.ts";
import { createBuilder } from "./api/build.ts";
import { createFaults, type Faults } from "./faults/faults.ts";
import type { RecordedRequest } from "./http/exchange.ts";
import { answerGraphQL } from "./http/graphql.ts";
import { answerRest } from "./http/rest.ts";
import { createSandboxServer } from "./http/server.ts";
import { createViews } from "./api/look.ts";
import { answerPages } from "./pages/pages.ts";
import { deliveryRoutes } from "./rest/deliveries.ts";
import { routes } from "./rest/routes.ts";
import { findPayloadProblems } from "./http/validate.ts";
import { createDeliveries, type Deliveries, type Delivery } from "./webhooks/delivery.ts";
import { pingPayload } from "./webhooks/payload.ts";
import { type AppOptions, registerApp } from "./world/installations.ts";
import { createWorld, type World } from "./world/world.ts";

export interface SandboxOptions {
  /** The app that it knows. Default: one of id 1 and slug "minutebook" that may read metadata. */
  readonly app?: AppOptions;
  /** The time as the world has it. Default: the machine's. */
  readonly now?: () => Date;
  /** Hold the sandbox's own answers and webhooks against GitHub's description, at some cost of time. Default: false. */
  readonly checkAnswers?: boolean;
}

/** A GitHub in the process, over real HTTP: REST at `/api/v3`, GraphQL at `/api/graphql`, pages below `/`. */
export type Sandbox = ReturnType<typeof createSandbox>;

export function createSandbox(options: SandboxOptions = {}) {
  const state: World = createWorld(options.now ?? (() => new Date()));
  const problems: string[] = [];
  const report = (problem: string): void => {
    if (!problems.includes(problem)) problems.push(problem);
  };
  registerApp(state, options.app ?? {});
  const deliveries: Deliveries = createDeliveries(state, ({ event, action, payload }) => {
    if (options.checkAnswers === true) findPayloadProblems(event, action, payload).forEach(report);
  });
  state.emit = (event) => deliveries.emit(event);
  const faults = createFaults(state);
  deliveries.carrier = faults.carrier;
  const acts = createActs(state, deliveries);
  const pageActs = {
    press: acts.pressButton,
    install: acts.install,
    push: acts.push,
    deliveries: deliveries.log,
    redeliver: deliveries.redeliver,
  };
  const own = deliveryRoutes(deliveries).map((route) => [route.operation, route] as const);
  const rest = {
    world: state,
    routes: new Map([...routes, ...own]),
    checkAnswers: options.checkAnswers ?? false,
    report,
  };
  const server = createSandboxServer(
    [
      ["/api/graphql", (exchange) => answerGraphQL({ world: state, report }, exchange)],
      ["/api/v3", (exchange) => answerRest(rest, exchange)],
      ["/", (exchange) => answerPages(state, pageActs, exchange)],
    ],
    report,
  );

  server.intercept = faults.intercept;

  return {
    /** Builds the world (`add…`, `commit`), acts in it as people do (`push`, `comment`, …) and looks at it. */
    world: { ...createBuilder(state), ...acts, ...createViews(state) },
    /** The world's own state, for what `world` has no word for. */
    state,
    /** `http://localhost:PORT` once it was started; GHE_HOST is what follows the `//`. */
    get url(): string {
      return state.baseUrl;
    },
    get host(): string {
      return new URL(state.baseUrl).host;
    },
    /** What can be made to go wrong. */
    faults: faults as Faults,
    /** Every request since the start, in order. */
    requests: server.requests as readonly RecordedRequest[],
    /** Every webhook delivery, in order. */
    deliveries: deliveries.log as readonly Delivery[],
    /** What no client of GitHub's should do, and what the sandbox cannot: empty in a healthy test. */
    problems: problems as readonly string[],
    /** Listens. Default port: any that is free. Returns the address. */
    async start(port = 0): Promise<string> {
      state.baseUrl = `http://localhost:${await server.start(port)}`;
      return state.baseUrl;
    },
    async stop(): Promise<void> {
      await faults.clear();
      await server.stop();
      await deliveries.settled();
    },
    /** Where the app listens for webhooks, and the secret that signs them. From now on they are sent. */
    setWebhook(url: string | null, secret?: string): void {
      if (state.app === null) return;
      state.app.webhookUrl = url;
      state.app.webhookSecret = secret ?? state.app.webhookSecret;
    },
    /** Sends `ping`, as GitHub does when a hook is made. */
    ping: (): Promise<Delivery> => deliveries.send("ping", pingPayload(state)),
    redeliver: (delivery: Delivery): Promise<Delivery> => deliveries.redeliver(delivery),
    /** Resolves when every delivery under way was answered or given up. */
    settled: (): Promise<void> => deliveries.settled(),
    /** Forgets the requests seen so far, to count those that follow. */
    forgetRequests(): void {
      server.requests.length = 0;
    },
  };
}
