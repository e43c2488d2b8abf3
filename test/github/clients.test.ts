import { expect, test } from "@jest/globals";
import { z } from "zod";
import { AppClients } from "../../src/github/clients.ts";
import type { OctokitLike } from "../../src/github/client.ts";

const OWN = 1;

/** GitHub with the app on every repository of `acme` and on no other; and how often it was asked as the app. */
function askedAsApp() {
  const asked = { times: 0, at: 0 };
  const octokit: OctokitLike = {
    graphql: async () => ({}),
    request: async (_route, { owner } = {}) => {
      asked.times += 1;
      if (owner !== "acme") throw Object.assign(new Error("Not Found"), { status: 404 });
      return { data: { id: OWN }, headers: {} };
    },
  };
  const asOctokit = async () => octokit;
  const clients = new AppClients({ asApp: asOctokit, asInstallation: asOctokit, now: () => asked.at });
  return { asked, clients };
}

test("minutes that name ever new repositories do not use up the limit that all share", async () => {
  const { asked, clients } = askedAsApp();
  const name = async (from: number) => {
    const job = clients.forJob({ source: "acme/minutes", mayPost: true });
    for (let count = from; count < from + 100; count++) await job.of(`nobody/none-${count}`);
  };
  for (const from of [0, 100, 200]) await name(from);
  asked.times = 0;

  await expect(name(300)).rejects.toMatchObject({ kind: "transient", retryAfterSeconds: 900 });
  expect(asked.times).toBe(0);
  await expect(
    clients.forJob({ source: "acme/minutes", mayPost: true }).of("acme/app"),
  ).rejects.toMatchObject({
    kind: "transient",
  });

  asked.at = 3_600_000;
  await name(300);
  expect(asked.times).toBe(101);
});

test("repositories of one installation count for nothing, however many there are", async () => {
  const { asked, clients } = askedAsApp();
  const job = clients.forJob({ source: "acme/minutes", mayPost: true });

  for (let count = 0; count < 500; count++) {
    expect(await job.of(`acme/app-${count}`)).toMatchObject({ installed: true, id: String(OWN) });
  }

  expect(asked.times).toBe(501);
});

test("each request says whose token is needed, and whose minutes need it", async () => {
  const narrowings: unknown[] = [];
  const asApp: OctokitLike = {
    graphql: async () => ({}),
    request: async (_route, { owner } = {}) => ({ data: { id: owner === "acme" ? OWN : 2 }, headers: {} }),
  };
  const asInstallation: OctokitLike = {
    graphql: async () => ({}),
    request: async (_route, { request } = {}) => {
      narrowings.push((request as { readonly narrowing: unknown }).narrowing);
      return { data: {}, headers: {} };
    },
  };
  const clients = new AppClients({
    asApp: async () => asApp,
    asInstallation: async () => asInstallation,
    now: () => 0,
  });
  const job = clients.forJob({ source: "acme/minutes", mayPost: true });
  for (const name of ["acme/minutes", "other/app"]) {
    const choice = await job.of(name);
    if (!choice.installed) throw new Error(choice.message);
    const [owner = "", repo = ""] = name.split("/");
    await choice.client.get("GET /repos/{owner}/{repo}", { owner, repo }, z.unknown());
  }

  expect(narrowings).toMatchObject([
    { installation: OWN, by: OWN },
    { installation: 2, by: OWN },
  ]);
});
