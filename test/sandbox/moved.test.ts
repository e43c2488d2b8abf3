import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Octokit } from "@octokit/rest";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { ALL, installedClient, startSandbox } from "./support.ts";

const repo = { owner: "kitchen", repo: "soup" };
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
  sandbox.world.addRepository("kitchen/soup");
  sandbox.world.addIssue("kitchen/soup", { number: 1 });
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

/** A client of an app that was given all that it may ask for. */
function installed(): Promise<Octokit> {
  sandbox.world.addInstallation("kitchen", { permissions: ALL });
  return installedClient(sandbox, "kitchen");
}

const comment = (octokit: Octokit, number = 1) =>
  octokit.rest.issues.createComment({ ...repo, issue_number: number, body: "x" });

describe("what moved", () => {
  test("a renamed repository is found under its former name, and under its new one", async () => {
    const octokit = await installed();
    await sandbox.world.rename("kitchen/soup", "kitchen/stew");

    const { data } = await octokit.rest.issues.get({ ...repo, issue_number: 1 });
    const { repository } = await octokit.graphql<{ repository: unknown }>(
      `{ repository(owner: "kitchen", name: "soup") { nameWithOwner } }`,
    );

    expect(data.html_url).toBe(`${sandbox.url}/kitchen/stew/issues/1`);
    expect(repository).toEqual({ nameWithOwner: "kitchen/stew" });
    await expect(comment(octokit)).resolves.toMatchObject({ status: 201 });
  });

  test("a transferred issue is found from where it was by REST, not what is below it, and not by GraphQL", async () => {
    sandbox.world.addRepository("kitchen/stew");
    sandbox.world.addIssue("kitchen/stew", { number: 8 });
    const octokit = await installed();
    const [issue] = sandbox.world.issues("kitchen/soup");
    if (issue !== undefined) await sandbox.world.transfer(issue, "kitchen/stew");

    const { data } = await octokit.rest.issues.get({ ...repo, issue_number: 1 });

    expect(data.html_url).toBe(`${sandbox.url}/kitchen/stew/issues/9`);
    await expect(octokit.rest.issues.listComments({ ...repo, issue_number: 1 })).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      octokit.graphql(`{ repository(owner: "kitchen", name: "soup") { issue(number: 1) { id } } }`),
    ).rejects.toMatchObject({
      errors: [{ type: "NOT_FOUND" }],
    });
  });

  test("a deleted issue is gone", async () => {
    const octokit = await installed();
    const [issue] = sandbox.world.issues("kitchen/soup");
    if (issue !== undefined) await sandbox.world.deleteIssue(issue);

    await expect(octokit.rest.issues.get({ ...repo, issue_number: 1 })).rejects.toMatchObject({
      status: 410,
    });
  });
});

describe("answers that were seen before", () => {
  test("are not sent again to who has their tag", async () => {
    const octokit = await installed();
    const { headers } = await octokit.rest.issues.get({ ...repo, issue_number: 1 });

    const again = octokit.rest.issues.get({
      ...repo,
      issue_number: 1,
      headers: { "if-none-match": headers.etag ?? "" },
    });

    await expect(again).rejects.toMatchObject({ status: 304 });
  });
});
