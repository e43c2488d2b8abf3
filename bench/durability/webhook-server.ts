// A Probot app that receives pushes, in a separate process. argv: nothing | store, and the store's place as JSON.
import { setTimeout as wait } from "node:timers/promises";
import { pino } from "pino";
import { Probot, Server } from "probot";
import { handleWebhooks } from "../../src/app/webhooks.ts";
import { openStore } from "../../src/queue/open-store.ts";
import { findFreePort } from "../../sandbox/free-port.ts";
import { registration } from "./registration.ts";

/** A push that changes nothing still asks GitHub a handful of questions. */
const GITHUB_MS = 300;

const [, , kind, place] = process.argv;
const log = pino({ level: "error" });
const { id, privateKey, secret } = registration();
const server = new Server({
  Probot: Probot.defaults({ appId: id, privateKey, secret, log }),
  host: "127.0.0.1",
  port: await findFreePort(),
  log,
});
if (kind === "nothing") {
  await server.load((probot) => probot.on("push", () => undefined));
} else {
  const { queue } = await openStore(JSON.parse(String(place)), {
    onError: (error) => log.error(error),
  });
  await server.load((probot) =>
    handleWebhooks(probot, {
      queue,
      findOwnLogin: async () => "",
      findMinutes: async () => null,
      onInstallation: () => undefined,
    }),
  );
  // Jobs run beside, as they do in the app; each takes as long as a GitHub that answers at once would make it.
  await queue.start(async () => wait(GITHUB_MS));
}
await server.start();
process.send?.({ port: server.port });
process.on("disconnect", () => process.exit(0));
