import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { applyPlan } from "../../src/github/apply/apply-plan.ts";
import type { ApplyResult } from "../../src/github/apply/result.ts";
import type { GitHub } from "../../src/github/port.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { createMemoryLedger } from "../../src/ledger/memory-ledger.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { startSandbox } from "../sandbox/support.ts";
import { APP, commentStep, issueStep, planOf } from "./build-plan.ts";
import { connectTo, keyOf, markedIssue } from "./support.ts";

const OURS = "minutebook[bot]";

let sandbox: Sandbox;
let github: GitHub;
let ledger: Ledger;
let now: Date;

beforeEach(async () => {
  now = new Date("2026-01-05T09:00:00Z");
  sandbox = await startSandbox({ now: () => now });
  ({ github } = await connectTo(sandbox));
  ledger = createMemoryLedger();
  await ledger.saveHead("team/minutes", "c0ffee");
  sandbox.world.addRepository(APP);
  sandbox.world.addIssue(APP, { number: 1 });
  sandbox.world.addInstallation("team");
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

/** As the issues of other minutes are opened. */
function addOthers(count: number, of: string): void {
  for (let index = 0; index < count; index++) {
    now = new Date(now.getTime() + 1000);
    sandbox.world.addIssue(APP, { author: OURS, body: markedIssue(`${of} ${index}`) });
  }
}

function addNewer(): void {
  addOthers(230, "newer");
  const thread = sandbox.world.thread(APP, 1);
  for (let index = 0; index < 230; index++) sandbox.world.addComment(thread, "Me too.");
}

/** Applies the plan; `onWait` happens when it waits for an answer that was lost. */
function apply(onWait: () => void): Promise<ApplyResult> {
  return applyPlan(planOf(issueStep(), commentStep()), { github, ledger, wait: async () => onWait() });
}

function die(): never {
  throw new Error("The process died.");
}

function loseAnswers(): void {
  for (const match of ["issues/create", "issues/create-comment"])
    sandbox.faults.add({ match, fault: { kind: "cut", when: "after" } });
}

describe.each([
  ["that was read to its end before", true],
  ["that was never read", false],
])("what GitHub opened without our hearing of it, in a list %s", (_, isListed) => {
  beforeEach(async () => {
    addOthers(120, "older");
    if (isListed) await github.findIssues(APP, ledger);
    loseAnswers();
  });

  function expectOnce({ steps }: ApplyResult): void {
    expect(steps.map(({ outcome }) => outcome)).toEqual(["done", "done"]);
    const keys = sandbox.world.issues(APP).map(({ body }) => keyOf(body ?? ""));
    expect(keys.filter((key) => key === "issue:1")).toHaveLength(1);
    const comments = sandbox.world.comments(APP, 1).map(({ body }) => keyOf(body));
    expect(comments.filter((key) => key === "comment:1")).toHaveLength(1);
  }

  test("is found behind hundreds of newer ones by the try that lost the answer", async () => {
    let isFirst = true;

    const result = await apply(() => {
      if (isFirst) addNewer();
      isFirst = false;
    });

    expectOnce(result);
  });

  test("is found behind hundreds of newer ones by the process after the one that died", async () => {
    const first = await apply(die);
    addNewer();

    const second = await apply(die);

    expect(first.steps.map(({ outcome }) => outcome)).toEqual(["failed", "failed"]);
    expectOnce(second);
  });
});
