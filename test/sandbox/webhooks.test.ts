import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { createCheckRun, updateCheckRun } from "../../sandbox/world/checks.ts";
import { startSandbox } from "./support.ts";

const EVENTS = [
  "check_run",
  "discussion",
  "discussion_comment",
  "issue_comment",
  "issues",
  "label",
  "milestone",
  "pull_request",
  "push",
  "repository",
];

// Each kind of payload is described at length: its first check takes a while on a busy machine.
jest.setTimeout(30_000);

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ checkAnswers: true, app: { events: EVENTS } });
  sandbox.world.addRepository("kitchen/soup");
  sandbox.world.addInstallation("kitchen");
  // Nobody listens there: what is sent is all that these tests look at.
  sandbox.setWebhook(`${sandbox.url}/nobody`);
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

const sent = () =>
  sandbox.deliveries.map(({ event, action }) => (action === null ? event : `${event}.${action}`));

/** The payload of the last delivery of an event. */
function payloadOf(event: string): Readonly<Record<string, unknown>> {
  return sandbox.deliveries.findLast((delivery) => delivery.event === event)?.payload ?? {};
}

describe("webhooks, each held against GitHub's description of it", () => {
  test("pushes: to a branch, a new one, a forced one, a tag, and a branch deleted", async () => {
    const { world } = sandbox;
    const first = await world.push("kitchen/soup", { "a.md": "a\nb\nc\nd\n", "b.md": "b" });
    await world.push(
      "kitchen/soup",
      { "a.md": null, "c.md": "a\nb\nc\nd\ne\n", "b.md": "B" },
      { author: "basil" },
    );
    const { commits, created, forced, pusher } = payloadOf("push");
    await world.push("kitchen/soup", { "d.md": "d" }, { branch: "topic" });
    expect(payloadOf("push")).toMatchObject({
      created: true,
      before: "0".repeat(40),
      commits: [{ added: ["d.md"] }],
    });
    await world.forcePush("kitchen/soup", first);
    expect(payloadOf("push")).toMatchObject({ forced: true, after: first, commits: [] });
    await world.pushTag("kitchen/soup", "v1", first);
    expect(payloadOf("push")).toMatchObject({ ref: "refs/tags/v1" });
    await world.deleteBranch("kitchen/soup", "topic");

    expect(commits).toMatchObject([{ added: ["c.md"], removed: ["a.md"], modified: ["b.md"] }]);
    expect({ created, forced, pusher }).toMatchObject({
      created: false,
      forced: false,
      pusher: { name: "basil" },
    });
    expect(payloadOf("push")).toMatchObject({ deleted: true, head_commit: null, after: "0".repeat(40) });
  });

  test("issues, their comments, labels and milestones", async () => {
    const { world } = sandbox;
    world.addRepository("kitchen/stew");
    const issue = await world.openIssue("kitchen/soup", { title: "Salt" });
    const comment = await world.comment(issue, "Yes", { by: "basil" });
    await world.editComment(comment, "No");
    await world.deleteComment(comment);
    await world.edit(issue, { title: "Pepper", labels: ["hot"] });
    await world.close(issue, { reason: "not_planned" });
    await world.reopen(issue);
    await world.deleteIssue(await world.transfer(issue, "kitchen/stew"));

    expect(sent()).toEqual([
      "issues.opened",
      "issue_comment.created",
      "issue_comment.edited",
      "issue_comment.deleted",
      "label.created",
      "issues.labeled",
      "issues.edited",
      "issues.closed",
      "issues.reopened",
      "issues.transferred",
      "issues.opened",
      "issues.deleted",
    ]);
  });

  test("pull requests", async () => {
    const { world } = sandbox;
    world.commit("kitchen/soup", { "a.md": "a" });
    world.commit("kitchen/soup", { "a.md": "b" }, { branch: "topic" });
    const pull = await world.openPull("kitchen/soup", { title: "Stir", head: "topic", base: "main" });
    await world.push("kitchen/soup", { "a.md": "c" }, { branch: "topic" });
    await world.mergePull(pull);

    expect(sent()).toEqual([
      "pull_request.opened",
      "push",
      "pull_request.synchronize",
      "pull_request.closed",
      "push",
    ]);
  });

  test("discussions", async () => {
    const { world } = sandbox;
    const discussion = world.addDiscussion("kitchen/soup");
    const comment = await world.comment(discussion, "Hello");
    await world.comment(discussion, "Hello to you", { replyTo: comment });
    await world.close(discussion);

    expect(sent()).toEqual(["discussion_comment.created", "discussion_comment.created", "discussion.closed"]);
  });

  test("check runs and their buttons", async () => {
    const { world, state } = sandbox;
    const head_sha = world.commit("kitchen/soup", { a: "a" });
    const actions = [{ label: "Apply", description: "Post it", identifier: "apply" }];
    const run = createCheckRun(state, { kind: "app" }, world.repository("kitchen/soup"), {
      name: "Plan",
      head_sha,
      actions,
    });
    updateCheckRun(state, { kind: "app" }, run, { conclusion: "success" });
    await world.pressButton(run, "apply", { by: "basil" });
    await world.rerun(run);

    expect(sent()).toEqual([
      "check_run.created",
      "check_run.completed",
      "check_run.requested_action",
      "check_run.rerequested",
    ]);
    await expect(world.pressButton(run, "none")).rejects.toThrow("no button none");
  });

  test("an installation receives only events that it may read", async () => {
    for (const installation of sandbox.state.installations.values())
      installation.permissions = { metadata: "read", issues: "read" };

    await sandbox.world.push("kitchen/soup", { "a.md": "a" });
    await sandbox.world.openIssue("kitchen/soup", { title: "Salt" });

    expect(sent()).toEqual(["issues.opened"]);
  });

  test("repositories and installations", async () => {
    const { world } = sandbox;
    world.addRepository("garden/herbs");
    world.addRepository("garden/roses");
    const installation = await world.install("garden", { repositories: ["herbs"] });
    await world.addToInstallation(installation, ["garden/roses"]);
    await world.removeFromInstallation(installation, ["garden/roses"]);
    await world.uninstall(installation);
    await world.rename("kitchen/soup", "kitchen/stew");
    await world.archive("kitchen/stew");
    await sandbox.ping();

    expect(sent()).toEqual([
      "installation.created",
      "installation_repositories.added",
      "installation_repositories.removed",
      "installation.deleted",
      "repository.renamed",
      "repository.archived",
      "ping",
    ]);
  });
});
