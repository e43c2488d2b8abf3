import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Octokit } from "@octokit/rest";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { Permissions } from "../../sandbox/world/entities.ts";
import { ALL, clientFor, installedClient, startSandbox } from "./support.ts";

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

/** A client of an app that was given these permissions. */
function given(permissions: Permissions): Promise<Octokit> {
  sandbox.world.addInstallation("kitchen", { permissions: { metadata: "read", ...permissions } });
  return installedClient(sandbox, "kitchen");
}

const comment = (octokit: Octokit, number = 1) =>
  octokit.rest.issues.createComment({ ...repo, issue_number: number, body: "x" });

describe("what an app may do", () => {
  test.each<[string, Permissions, (octokit: Octokit) => Promise<unknown>, string]>([
    ["comment an issue", { issues: "read" }, (o) => comment(o), "issues=write; pull_requests=write"],
    ["open an issue", {}, (o) => o.rest.issues.create({ ...repo, title: "x" }), "issues=write"],
    ["read a file", {}, (o) => o.rest.repos.getContent({ ...repo, path: "a" }), "contents=read"],
    [
      "make a branch",
      { contents: "read" },
      (o) => o.rest.git.createRef({ ...repo, ref: "refs/heads/x", sha: "0" }),
      "contents=write",
    ],
    [
      "open a pull request",
      { contents: "write" },
      (o) => o.rest.pulls.create({ ...repo, head: "a", base: "b", title: "x" }),
      "pull_requests=write",
    ],
    [
      "write a check run",
      { checks: "read" },
      (o) => o.rest.checks.create({ ...repo, name: "x", head_sha: "0" }),
      "checks=write",
    ],
  ])("to %s, it must have asked for it", async (_what, permissions, call, accepted) => {
    const octokit = await given(permissions);

    await expect(call(octokit)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining("Resource not accessible by integration"),
      response: { headers: { "x-accepted-github-permissions": accepted } },
    });
  });

  test("a comment on a pull request needs pull requests, whatever it may do with issues", async () => {
    sandbox.world.addPull("kitchen/soup", { number: 2 });
    const octokit = await given({ issues: "write" });

    await expect(comment(octokit, 2)).rejects.toMatchObject({ status: 403 });
    await expect(comment(octokit, 1)).resolves.toMatchObject({ status: 201 });
  });

  test("where it is not installed it reads what is public, writes nothing, and does not see what is private", async () => {
    sandbox.world.addRepository("garden/herbs");
    sandbox.world.addIssue("garden/herbs", { number: 1 });
    sandbox.world.addRepository("garden/secret", { visibility: "private" });
    const octokit = await given(ALL);
    const herbs = { owner: "garden", repo: "herbs", issue_number: 1 };

    await expect(octokit.rest.issues.get(herbs)).resolves.toMatchObject({ status: 200 });
    await expect(octokit.rest.issues.createComment({ ...herbs, body: "x" })).rejects.toMatchObject({
      status: 403,
    });
    await expect(octokit.rest.repos.get({ owner: "garden", repo: "secret" })).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      octokit.graphql(`{ repository(owner: "garden", name: "secret") { id } }`),
    ).rejects.toMatchObject({
      errors: [{ type: "NOT_FOUND", path: ["repository"] }],
    });
  });

  test("over GraphQL too", async () => {
    const { nodeId } = sandbox.world.thread("kitchen/soup", 1);
    const octokit = await given({ issues: "read" });

    const answer = octokit.graphql(
      `mutation ($id: ID!) { closeIssue(input: { issueId: $id }) { issue { state } } }`,
      { id: nodeId },
    );

    await expect(answer).rejects.toMatchObject({ errors: [{ type: "FORBIDDEN", path: ["closeIssue"] }] });
  });

  test("only chosen repositories belong to an installation of some", async () => {
    sandbox.world.addRepository("kitchen/pantry", { visibility: "private" });
    sandbox.world.addInstallation("kitchen", { repositories: ["soup"] });
    const octokit = await installedClient(sandbox, "kitchen");

    const { data } = await octokit.rest.apps.listReposAccessibleToInstallation();

    expect(data.repositories.map((one) => one.full_name)).toEqual(["kitchen/soup"]);
    await expect(octokit.rest.repos.get({ owner: "kitchen", repo: "pantry" })).rejects.toMatchObject({
      status: 404,
    });
  });

  test("a suspended installation's token is refused", async () => {
    const octokit = await given(ALL);
    for (const installation of sandbox.state.installations.values()) installation.suspended = true;

    await expect(octokit.rest.repos.get(repo)).rejects.toMatchObject({ status: 403 });
  });

  test("a workflow's token acts as github-actions in its repository alone", async () => {
    sandbox.world.addRepository("kitchen/pantry", { visibility: "private" });
    const octokit = clientFor(sandbox, sandbox.world.addWorkflowToken("kitchen/soup", { issues: "write" }));

    const { data } = await comment(octokit);

    expect(data.user?.login).toBe("github-actions[bot]");
    await expect(octokit.rest.repos.get({ owner: "kitchen", repo: "pantry" })).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe("what a person's token may do", () => {
  test("a stranger may open and comment, not label or edit what others wrote", async () => {
    const octokit = clientFor(sandbox, sandbox.world.addUserToken("thyme"));

    const { data } = await octokit.rest.issues.create({ ...repo, title: "x", labels: ["hot"] });

    expect([data.user?.login, data.labels]).toEqual(["thyme", []]);
    await expect(octokit.rest.issues.update({ ...repo, issue_number: 1, title: "y" })).rejects.toMatchObject({
      status: 403,
    });
    await expect(octokit.rest.issues.createLabel({ ...repo, name: "hot" })).rejects.toMatchObject({
      status: 403,
    });
  });

  test("a member with write access may label", async () => {
    sandbox.world.addCollaborator("kitchen/soup", "basil");
    const octokit = clientFor(sandbox, sandbox.world.addUserToken("basil"));

    const { data } = await octokit.rest.issues.create({ ...repo, title: "x", labels: ["hot"] });
    const { data: access } = await octokit.rest.repos.getCollaboratorPermissionLevel({
      ...repo,
      username: "basil",
    });

    expect(data.labels).toMatchObject([{ name: "hot" }]);
    expect(access).toMatchObject({ permission: "write", role_name: "write" });
  });

  test.each([
    ["none", "", 401, "Requires authentication"],
    ["one that nobody gave", "ghp_wrong", 401, "Bad credentials"],
  ])("with %s nothing can be written", async (_what, token, status, message) => {
    await expect(comment(clientFor(sandbox, token))).rejects.toMatchObject({
      status,
      message: expect.stringContaining(message),
    });
  });
});

describe("where nothing may be written", () => {
  test("a locked issue takes no comment from an app", async () => {
    sandbox.world.thread("kitchen/soup", 1).locked = true;

    await expect(comment(await given(ALL))).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining("Unable to create comment because issue is locked."),
    });
  });

  test("an archived repository can be read only", async () => {
    const octokit = await given(ALL);
    sandbox.world.repository("kitchen/soup").archived = true;
    const message = expect.stringContaining("Repository was archived so is read-only.");

    await expect(comment(octokit)).rejects.toMatchObject({ status: 403, message });
    await expect(octokit.rest.issues.create({ ...repo, title: "x" })).rejects.toMatchObject({
      status: 403,
      message,
    });
    await expect(octokit.rest.issues.createMilestone({ ...repo, title: "x" })).rejects.toMatchObject({
      status: 403,
      message,
    });
    await expect(octokit.rest.issues.get({ ...repo, issue_number: 1 })).resolves.toMatchObject({
      status: 200,
    });
  });

  test("where issues are switched off they are gone", async () => {
    const octokit = await given(ALL);
    sandbox.world.repository("kitchen/soup").hasIssues = false;

    await expect(octokit.rest.issues.get({ ...repo, issue_number: 1 })).rejects.toMatchObject({
      status: 410,
    });
    await expect(octokit.rest.issues.create({ ...repo, title: "x" })).rejects.toMatchObject({ status: 410 });
  });

  test("an owner who blocked the app takes nothing from it", async () => {
    const octokit = await given(ALL);
    sandbox.world.repository("kitchen/soup").owner.blocked.add("minutebook[bot]");

    await expect(comment(octokit)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining("blocked"),
    });
  });

  test("a repository can be set to drop labels and assignees silently, as GitHub sometimes does", async () => {
    sandbox.world.addCollaborator("kitchen/soup", "basil");
    sandbox.world.repository("kitchen/soup").dropsSilently = true;

    const { data } = await (await given(ALL)).rest.issues.create({
      ...repo,
      title: "x",
      labels: ["hot"],
      assignees: ["basil"],
    });

    expect([data.labels, data.assignees]).toEqual([[], []]);
  });

  test("a body longer than GitHub takes is refused", async () => {
    const octokit = await given(ALL);

    const answer = octokit.rest.issues.createComment({ ...repo, issue_number: 1, body: "x".repeat(65_537) });

    await expect(answer).rejects.toMatchObject({ status: 422, message: expect.stringContaining("65536") });
  });
});
