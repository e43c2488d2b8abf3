import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { FaultRule } from "../../sandbox/faults/fault.ts";
import { APP, buildHarbour, CONFIG, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  buildHarbour(stage.sandbox);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(lines: readonly string[]): Promise<void> {
  await stage.sandbox.world.push(MINUTES, { [PATH]: minutes(lines) });
  await stage.settle();
}

/** The next answer that fits has every list in it empty. */
function empty(match: FaultRule["match"]): void {
  stage.sandbox.faults.add({ ...(match === undefined ? {} : { match }), fault: { kind: "empty" } });
}

const asksFor = (words: RegExp) => (incoming: { readonly operation: string | null; readonly text: string }) =>
  incoming.operation === "graphql" && words.test(incoming.text);

describe("GitHub answering with a list that is empty and should not be", () => {
  test("of the files that a push changed: they are found by comparing trees", async () => {
    empty("repos/compare-commits-with-basehead");

    await push([TODO]);

    expect(stage.sandbox.faults.counts).toMatchObject({ empty: 1 });
    expect(stage.sandbox.world.comments(APP, 11)).toHaveLength(1);
  });

  test("of all files: nothing is treated as deleted", async () => {
    await push([TODO]);
    const { world } = stage.sandbox;
    const head = world.head(MINUTES);
    world.commit(MINUTES, { "README.md": "Ours.\n" });
    empty("git/get-tree");

    // A force push, for which trees are compared.
    await world.forcePush(MINUTES, head);
    await world.push(MINUTES, { "meetings/2026-01-06.md": "# Meeting 2026-01-06\n\n- #12 the bell\n" });
    await stage.settle();

    expect(world.comments(APP, 11)).toHaveLength(1);
    expect(world.comments(APP, 12)).toHaveLength(1);
  });

  test("of who can be assigned: the issue has its owner", async () => {
    empty(asksFor(/assignableUsers/));

    await push([TODO]);

    expect(stage.sandbox.world.issues(APP).at(-1)?.assignees).toMatchObject([{ login: "ada" }]);
  });

  test.each([
    ["when the minutes are read", /milestones/],
    ["when the plan is made", /viewer[\s\S]*milestones/],
  ])("of milestones, %s: the release is noted", async (_when, words) => {
    empty(asksFor(words));

    await push([TODO]);

    expect(stage.sandbox.faults.counts).toMatchObject({ empty: 1 });
    expect(stage.sandbox.world.milestone(APP, "2.1").description).toContain("2026-01-05");
  });

  test("of an issue's labels: the agenda's label goes anyway", async () => {
    const { world } = stage.sandbox;
    world.commit(MINUTES, {
      ".github/minutebook.yml": `${CONFIG}labels: {remove-when-discussed: [agenda]}\n`,
    });
    world.addLabel(APP, "agenda");
    world.addIssue(APP, { number: 13, title: "The bell", author: "ada", labels: ["agenda"] });
    expect(world.thread(APP, 13).labels).toHaveLength(1);
    empty(asksFor(/t13: issueOrPullRequest/));

    // No release is named: milestones that contradict each other would have it all read again.
    await world.push(MINUTES, {
      "meetings/2026-01-06.md": "# Meeting 2026-01-06\n\n- #13 the bell is cracked\n",
    });
    await stage.settle();

    expect(stage.sandbox.faults.counts).toMatchObject({ empty: 1 });
    expect(world.comments(APP, 13)).toHaveLength(1);
    expect(world.issues(APP).find(({ number }) => number === 13)?.labels).toEqual([]);
  });

  test("of our issues: what a person made of one stays", async () => {
    await push([TODO]);
    const issue = stage.sandbox.world.issues(APP).at(-1);
    if (issue === undefined) throw new Error("There is no issue.");
    await stage.sandbox.world.edit(issue, { title: "The timetable, printed" });
    empty("issues/list-for-repo");

    await push([TODO, "  - one more word"]);

    expect(stage.sandbox.world.issues(APP)).toHaveLength(3);
    expect(issue).toMatchObject({ title: "The timetable, printed", state: "open" });
  });

  test("of our issues: a reworded action keeps its issue", async () => {
    await push([TODO]);
    empty("issues/list-for-repo");

    await push([`${TODO} in colour`]);

    expect(stage.sandbox.world.issues(APP)).toHaveLength(3);
    expect(stage.sandbox.world.issues(APP).at(-1)).toMatchObject({
      title: "Print the new timetable in colour",
      state: "open",
    });
  });

  test("of our issues, right after the ledger was lost: that of minutes that are deleted is closed", async () => {
    await push([TODO]);
    stage.loseLedger();
    await stage.sandbox.world.push(MINUTES, { "README.md": "Our minutes." });
    await stage.settle();
    empty("issues/list-for-repo");

    await stage.sandbox.world.push(MINUTES, { [PATH]: null });
    await stage.settle();

    expect(stage.sandbox.faults.counts).toMatchObject({ empty: 1 });
    expect(stage.sandbox.world.issues(APP).at(-1)).toMatchObject({
      state: "closed",
      stateReason: "not_planned",
    });
  });
});
