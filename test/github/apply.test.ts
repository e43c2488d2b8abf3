import { milestoneReason } from "../../src/messages/reasons/milestone-reasons.ts";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { applyPlan } from "../../src/github/apply/apply-plan.ts";
import type { GitHub } from "../../src/github/port.ts";
import { createMemoryLedger } from "../../src/ledger/memory-ledger.ts";
import type { Plan, UnlabelStep } from "../../src/plan/plan.ts";
import { issueToken } from "../../src/plan/tokens.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { startSandbox } from "../sandbox/support.ts";
import { APP, commentStep, issueStep, planOf } from "./build-plan.ts";
import { connectTo, markedComment } from "./support.ts";

let sandbox: Sandbox;
let github: GitHub;

beforeEach(async () => {
  sandbox = await startSandbox();
  ({ github } = await connectTo(sandbox));
  sandbox.world.addRepository(APP, { labels: { agenda: "ff0000" } });
  sandbox.world.addIssue(APP, { number: 1, labels: ["agenda"] });
  sandbox.world.addInstallation("team");
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

const unlabel: UnlabelStep = {
  kind: "unlabel",
  key: "unlabel:1",
  action: "delete",
  reason: milestoneReason("agenda-discussed"),
  origin: null,
  repository: APP,
  number: 1,
  label: "agenda",
  after: "comment:1",
};

const apply = (plan: Plan, more: object = {}) =>
  applyPlan(plan, { github, ledger: createMemoryLedger(), wait: async () => undefined, ...more });

const issues = () => sandbox.world.issues(APP).filter(({ number }) => number !== 1);
const labels = () => sandbox.world.thread(APP, 1).labels.map(({ name }) => name);

describe("a label that is to go", () => {
  const alone = { ...unlabel, after: null };

  test("and is off already is as good", async () => {
    sandbox.world.thread(APP, 1).labels.splice(0);

    const { steps } = await apply(planOf(alone));

    expect(steps).toMatchObject([{ outcome: "done" }]);
  });

  test.each(["issue", "repository"])("is not off where GitHub does not show the %s", async (what) => {
    const { world, state } = sandbox;
    if (what === "issue") world.repository(APP).threads.delete(1);
    else state.repositories.delete(APP);

    const { steps } = await apply(planOf(alone));

    expect(steps).toMatchObject([{ outcome: "failed", transient: false }]);
  });
});

describe("applyPlan", () => {
  test("posts once, applied twice with an empty ledger each time", async () => {
    const plan = planOf(issueStep(), commentStep());

    await apply(plan);
    const second = await apply(plan);

    expect(second.steps.map(({ outcome }) => outcome)).toEqual(["done", "done"]);
    expect(sandbox.world.comments(APP, 1)).toHaveLength(1);
    expect(sandbox.world.issues(APP)).toHaveLength(2);
  });

  test("posts once where the ledger knows of a try and not of its end", async () => {
    const ledger = createMemoryLedger();
    await ledger.saveHead("team/minutes", "c0ffee");
    await apply(planOf(commentStep()), { ledger });
    await ledger.intend({
      key: "comment:1",
      source: "team/minutes",
      target: APP,
      kind: "comment",
      number: 1,
      id: null,
      url: null,
      hash: null,
    });

    await apply(planOf(commentStep()), { ledger });

    expect(sandbox.world.comments(APP, 1)).toHaveLength(1);
    expect(await ledger.find({ keys: ["comment:1"] })).toMatchObject([{ state: "done" }]);
  });

  test("opens no second issue while GitHub's lists lag behind", async () => {
    const ledger = createMemoryLedger();
    await apply(planOf(issueStep()), { ledger });
    sandbox.faults.lag(60 * 60 * 1000);

    const { steps } = await apply(planOf(issueStep()), { ledger });

    sandbox.faults.lag(0);
    expect(steps).toMatchObject([{ outcome: "done" }]);
    expect(sandbox.world.issues(APP)).toHaveLength(2);
  });

  test("puts the numbers of issues that it opens into comments", async () => {
    const body = markedComment("comment:1", `To do: ${issueToken("issue:1")}`);

    await apply(planOf(issueStep(), commentStep({ body })));

    expect(sandbox.world.comments(APP, 1)[0]?.body).toContain(`To do: ${sandbox.url}/team/app/issues/2`);
  });

  test("continues after a step that GitHub refuses, and says why it did", async () => {
    const missing = commentStep({ key: "comment:9", target: { ...commentStep().target, number: 9 } });

    const { steps } = await apply(planOf(missing, issueStep()));

    expect(steps).toMatchObject([{ outcome: "failed", transient: false }, { outcome: "done" }]);
    expect(steps[0]?.cause).toMatchObject({
      code: "github-refused",
      text: expect.stringMatching(/Not Found \(404 for POST/),
    });
  });

  test("takes the agenda's label off once the comment is posted, and only then", async () => {
    const elsewhere = commentStep({ target: { ...commentStep().target, number: 9 } });

    const refused = await apply(planOf(elsewhere, unlabel));
    expect(refused.steps[1]).toMatchObject({ outcome: "skipped" });
    expect(labels()).toEqual(["agenda"]);

    await apply(planOf(commentStep(), unlabel));
    expect(labels()).toEqual([]);
  });

  test("opens an issue without the assignees that GitHub refuses, and says so", async () => {
    sandbox.world.addUser("stranger");

    const { steps } = await apply(planOf(issueStep({ assignees: ["stranger"] })));

    expect(steps[0]).toMatchObject({ outcome: "done", dropped: ["assignee stranger"] });
  });

  test("opens an issue with its type", async () => {
    sandbox.world.repository(APP).issueTypes.push("Task");

    const { steps } = await apply(planOf(issueStep({ type: "task" })));

    expect(steps[0]).toMatchObject({ outcome: "done", dropped: [] });
    expect(issues()).toMatchObject([{ type: "Task" }]);
  });

  test("opens an issue without the type that its owner doesn't have, and says so", async () => {
    sandbox.world.repository(APP).issueTypes.push("Bug");
    sandbox.world.addUser("stranger");

    const { steps } = await apply(planOf(issueStep({ type: "Task", assignees: ["stranger"] })));

    expect(steps[0]).toMatchObject({ outcome: "done", dropped: ["assignee stranger", 'type "Task"'] });
    expect(issues()).toMatchObject([{ type: null }]);
  });

  test("says that GitHub ignored a type without a word", async () => {
    const { world } = sandbox;
    world.repository(APP).issueTypes.push("Task");
    world.repository(APP).dropsSilently = true;

    const { steps } = await apply(planOf(issueStep({ type: "Task" })));

    expect(steps[0]).toMatchObject({ outcome: "done", dropped: ['type "Task"'] });
  });

  test("asks nothing of GitHub for what is kept or skipped", async () => {
    await apply(planOf());
    sandbox.forgetRequests();

    const { steps } = await apply(
      planOf(commentStep({ action: "keep" }), issueStep({ action: "skip", number: 1 })),
    );

    expect(steps.map(({ outcome }) => outcome)).toEqual(["kept", "skipped"]);
    expect(sandbox.requests).toEqual([]);
  });

  test("leaves the rest for later when the app stops or GitHub asks for patience", async () => {
    sandbox.faults.add({ match: "issues/create-comment", times: 9, fault: { kind: "secondary-limit" } });
    const limited = await apply(planOf(commentStep(), issueStep()));
    const stopped = await apply(planOf(issueStep()), { signal: AbortSignal.abort() });

    expect(limited.steps).toMatchObject([
      { outcome: "failed", transient: true },
      { outcome: "failed", transient: true },
    ]);
    expect(limited.retryAfterSeconds).toBeGreaterThan(0);
    expect(stopped.steps).toMatchObject([{ outcome: "failed", transient: true }]);
    expect(sandbox.world.issues(APP)).toHaveLength(1);
  });

  test("takes a comment that is deleted meanwhile for somebody's decision", async () => {
    const ledger = createMemoryLedger();
    const step = commentStep({ action: "update", commentId: 424_242 });

    const { steps } = await apply(planOf(step), { ledger });

    expect(steps).toMatchObject([{ outcome: "skipped" }]);
    expect(await ledger.find({ keys: [step.key] })).toMatchObject([{ state: "gone" }]);
  });
});
