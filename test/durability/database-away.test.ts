import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { setTimeout as wait } from "node:timers/promises";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { findPostgres, NO_POSTGRES, startPostgres, type PostgresServer } from "../queue/postgres-server.ts";
import { makeApp, type AppProcess } from "./app-process.ts";
import { pushMinutes, startWorld, TARGET } from "./world.ts";

jest.setTimeout(120_000);

/** GitHub waits no longer for an answer. */
const GITHUB_WAITS_MS = 10_000;

if (findPostgres() === null) {
  test.skip(`while PostgreSQL is away (${NO_POSTGRES})`, () => undefined);
} else {
  describe("while PostgreSQL is away", () => {
    let server: PostgresServer;
    let sandbox: Sandbox;
    let app: AppProcess;

    beforeEach(async () => {
      server = await startPostgres();
      const world = await startWorld();
      sandbox = world.sandbox;
      app = await makeApp(sandbox, world.registration, { databaseUrl: await server.database("away") });
      await app.start();
      sandbox.setWebhook(app.webhookUrl);
    });

    afterEach(async () => {
      await app.stop();
      await sandbox.stop();
      await server.stop();
    });

    const status = async (path: string) => (await fetch(app.url + path)).status;
    const posted = () => [1, 2, 3].map((number) => sandbox.world.comments(TARGET, number).length);
    const untilPosted = async () => {
      while (posted().some((count) => count === 0) || !(await app.isIdle())) await wait(100);
    };

    test("deliveries are refused at once, and caught up with when it is back", async () => {
      await server.kill();
      const start = performance.now();
      await pushMinutes(sandbox);
      expect(performance.now() - start).toBeLessThan(GITHUB_WAITS_MS);
      expect(sandbox.deliveries.at(-1)).toMatchObject({ event: "push", statusCode: 503 });
      // An answer of the database serves all who ask within a second.
      await wait(1_100);
      expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 503]);

      await server.restart();
      await untilPosted();
      expect(await status("/readyz")).toBe(200);
      expect(posted()).toEqual([1, 1, 1]);
      expect(app.hasEnded()).toBe(false);
    });

    test("a running job is interrupted, and finished when it is back", async () => {
      const requests = sandbox.requests.length;
      let died = false;
      const die = async () => {
        died = true;
        await server.kill();
      };
      sandbox.faults.add({ skip: 8, fault: { kind: "call", before: die } });
      await pushMinutes(sandbox);
      while (!died) await wait(20);
      await wait(500);
      expect(sandbox.requests.length).toBeGreaterThan(requests);
      expect(posted().some((count) => count === 0)).toBe(true);

      await server.restart();
      await untilPosted();
      expect(posted()).toEqual([1, 1, 1]);
      const ours = sandbox.world.issues(TARGET).filter(({ author }) => author?.__typename === "Bot");
      expect(ours).toHaveLength(2);
      expect(app.hasEnded()).toBe(false);
    });
  });
}
