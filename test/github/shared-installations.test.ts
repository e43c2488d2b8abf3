import { expect, test } from "@jest/globals";
import { AppClients } from "../../src/github/clients.ts";
import type { OctokitLike } from "../../src/github/client.ts";
import { createMemoryLedger } from "../../src/ledger/memory-ledger.ts";

const TEN_MINUTES_MS = 600_000;

/** Processes on one ledger; how often they asked where the app is installed, and as which installation it is. */
function processes() {
  const memo = createMemoryLedger();
  const github = { asked: 0, id: 1, now: TEN_MINUTES_MS };
  const octokit: OctokitLike = {
    graphql: async () => ({}),
    request: async () => {
      github.asked += 1;
      return { data: { id: github.id }, headers: {} };
    },
  };
  const asOctokit = async () => octokit;
  const start = () =>
    new AppClients({ asApp: asOctokit, asInstallation: asOctokit, now: () => github.now, memo });
  return { github, start };
}

test("one process asks where the app is installed, and the next one knows for ten minutes", async () => {
  const { github, start } = processes();
  expect(await start().findInstallation("acme/app")).toBe(1);
  github.now += TEN_MINUTES_MS - 1;
  expect(await start().findInstallation("Acme/App")).toBe(1);
  expect(github.asked).toBe(1);

  github.now += 1;
  await start().findInstallation("acme/app");
  expect(github.asked).toBe(2);
});

test("every process asks again where somebody changed an installation, or GitHub gives no token for it", async () => {
  const { github, start } = processes();
  await start().findInstallation("acme/app");
  github.id = 2;
  github.now += 1;
  await start().forget();
  github.now += 1;
  const process = start();
  expect(await process.findInstallation("acme/app")).toBe(2);

  github.id = 3;
  process.unlearn(2);
  expect(await process.findInstallation("acme/app")).toBe(3);
});
