import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { appToken, clientFor, startSandbox } from "./support.ts";

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ checkAnswers: true });
  sandbox.world.addRepository("kitchen/soup");
  sandbox.world.addRepository("kitchen/stew", { visibility: "private" });
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

describe("the app, by its JWT", () => {
  test("sees itself, its installations and which of them covers a repository", async () => {
    const { id } = sandbox.world.addInstallation("kitchen", { repositories: ["soup"] });
    const octokit = clientFor(sandbox, await appToken());

    const { data: app } = await octokit.rest.apps.getAuthenticated();
    const { data: list } = await octokit.rest.apps.listInstallations();
    const { data: one } = await octokit.rest.apps.getRepoInstallation({ owner: "kitchen", repo: "soup" });

    expect(app?.slug).toBe("minutebook");
    expect(list).toMatchObject([{ id, repository_selection: "selected", account: { login: "kitchen" } }]);
    expect(one.id).toBe(id);
    await expect(
      octokit.rest.apps.getRepoInstallation({ owner: "kitchen", repo: "stew" }),
    ).rejects.toMatchObject({ status: 404 });
  });

  test("gets a token that can be narrowed, but not widened", async () => {
    const { id } = sandbox.world.addInstallation("kitchen", {
      permissions: { metadata: "read", issues: "read" },
    });
    const octokit = clientFor(sandbox, await appToken());
    const request = { installation_id: id };

    const { data } = await octokit.rest.apps.createInstallationAccessToken({
      ...request,
      repositories: ["soup"],
    });
    const narrow = clientFor(sandbox, data.token);

    expect(data).toMatchObject({
      repository_selection: "selected",
      repositories: [{ full_name: "kitchen/soup" }],
    });
    await expect(narrow.rest.repos.get({ owner: "kitchen", repo: "stew" })).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      octokit.rest.apps.createInstallationAccessToken({ ...request, permissions: { issues: "write" } }),
    ).rejects.toMatchObject({ status: 422 });
    await expect(
      octokit.rest.apps.createInstallationAccessToken({ ...request, repositories: ["none"] }),
    ).rejects.toMatchObject({ status: 422 });
  });

  test.each([
    ["of another app", { issuer: "8" }],
    ["that lives too long", { lifetimeS: 1200 }],
    ["that has expired", { lifetimeS: -300 }],
  ])("a JWT %s is refused", async (_what, claims) => {
    const octokit = clientFor(sandbox, await appToken(claims));

    await expect(octokit.rest.apps.getAuthenticated()).rejects.toMatchObject({ status: 401 });
  });

  test("a token dies after an hour of the world's time", async () => {
    let now = new Date("2026-01-05T09:00:00Z");
    const later = await startSandbox({ now: () => now });
    later.world.addRepository("kitchen/soup");
    const { id } = later.world.addInstallation("kitchen");
    const { data } = await clientFor(later, await appToken()).rest.apps.createInstallationAccessToken({
      installation_id: id,
    });
    const octokit = clientFor(later, data.token);
    await octokit.rest.repos.get({ owner: "kitchen", repo: "soup" });

    now = new Date("2026-01-05T10:00:01Z");

    await expect(octokit.rest.repos.get({ owner: "kitchen", repo: "soup" })).rejects.toMatchObject({
      status: 401,
    });
    await later.stop();
  });
});
