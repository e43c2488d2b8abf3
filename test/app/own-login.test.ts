import { expect, test } from "@jest/globals";
import { rememberOwnLogin } from "../../src/app/own-login.ts";
import type { OctokitLike } from "../../src/github/client.ts";
import { createMemoryLedger } from "../../src/ledger/memory-ledger.ts";

const HOUR_MS = 3_600_000;

test("processes ask once an hour what the bot is called, and none waits for a database that is away", async () => {
  const app = { slug: "minutebook", asked: 0, now: HOUR_MS };
  const octokit: OctokitLike = {
    graphql: async () => ({}),
    request: async () => {
      app.asked += 1;
      return { data: { slug: app.slug }, headers: {} };
    },
  };
  const ledger = createMemoryLedger();
  const tools = { asApp: async () => octokit, now: () => app.now };
  const start = () => rememberOwnLogin({ ...tools, memo: ledger });
  const first = start();
  expect(await first()).toBe("minutebook[bot]");
  expect(await first()).toBe("minutebook[bot]");
  expect(await start()()).toBe("minutebook[bot]");
  expect(app.asked).toBe(1);

  Object.assign(app, { slug: "renamed", now: 2 * HOUR_MS });
  expect(await first()).toBe("renamed[bot]");
  const away = async () => Promise.reject(new Error("away"));
  const memo = { recallMemo: away, saveMemo: away };
  expect(await rememberOwnLogin({ ...tools, memo })()).toBe("renamed[bot]");
  expect(app.asked).toBe(3);
});
