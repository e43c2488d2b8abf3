import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { workInPlace } from "../../src/pipeline/workers/in-place.ts";
import { NoThreadError } from "../../src/pipeline/workers/work-error.ts";
import type { Workers } from "../../src/pipeline/workers/workers.ts";
import type { PullRequest } from "../../sandbox/world/entities.ts";
import { APP, buildHarbour, CONFIG, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const BOX = "  - [ ] Ada: paint the hull";

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  buildHarbour(stage.sandbox, `${CONFIG}actions: {write-back: pull-request}\n`);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(text: string): Promise<void> {
  await stage.sandbox.world.push(MINUTES, { [PATH]: text });
  await stage.settle();
}

function pulls(): readonly PullRequest[] {
  return stage.sandbox.world.pulls(MINUTES);
}

describe("the way back to the minutes", () => {
  test("is one pull request that puts the issues behind their actions and changes nothing else", async () => {
    await push(minutes([TODO, BOX]));

    expect(pulls()).toHaveLength(1);
    const [pull] = pulls();
    const text = stage.sandbox.world.file(MINUTES, PATH, pull?.headRef ?? "");
    expect(text).toBe(minutes([`${TODO} (#13)`, `${BOX} (#14)`]));
  });

  test("comes with the next try where GitHub was too busy for it", async () => {
    stage.sandbox.faults.add({
      match: "git/create-commit",
      times: 2,
      fault: { kind: "error", when: "before" },
    });

    await push(minutes([TODO]));

    expect(pulls()).toHaveLength(1);
    expect(stage.sandbox.world.comments(APP, 11)).toHaveLength(1);
  });

  test.each([
    ["no thread can be started", () => new NoThreadError()],
    ["the app is stopped", null],
  ])("comes with the next try where %s in the midst of it", async (_what, makeError) => {
    await stage.stop();
    const inPlace = workInPlace();
    let isFirst = true;
    const stopped = Promise.withResolvers<void>();
    const workers: Workers = {
      run: async (name, input, signal) => {
        if (name !== "editMinutes" || !isFirst) return inPlace.run(name, input, signal);
        isFirst = false;
        if (makeError !== null) throw makeError();
        void stage.queue.stop().then(stopped.resolve);
        signal?.throwIfAborted();
        throw new Error("Nobody was told of the stop.");
      },
    };
    stage = await setStage({ workers });
    buildHarbour(stage.sandbox, `${CONFIG}actions: {write-back: pull-request}\n`);
    await stage.sandbox.world.push(MINUTES, { "README.md": "Our minutes.\n" });
    await stage.settle();

    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes([TODO]) });
    if (makeError === null) {
      await stopped.promise;
      await stage.restart();
      await stage.catchUp();
    }
    await stage.settle();

    expect(isFirst).toBe(false);
    expect(pulls()).toHaveLength(1);
  });

  test("is kept up to date, and ticks what is done by now", async () => {
    await push(minutes([TODO, BOX]));
    const issue = stage.sandbox.world.thread(APP, 14);
    await stage.sandbox.world.close(issue, { by: "ada" });

    await push(minutes([TODO, BOX, "  - one more word"]));

    expect(pulls()).toHaveLength(1);
    const text = stage.sandbox.world.file(MINUTES, PATH, pulls()[0]?.headRef ?? "");
    expect(text).toBe(minutes([`${TODO} (#13)`, `${BOX.replace("[ ]", "[x]")} (#14)`, "  - one more word"]));
  });

  test("ticks what somebody just closed, with no push of minutes", async () => {
    await push(minutes([BOX]));
    await stage.sandbox.world.close(stage.sandbox.world.thread(APP, 13), { by: "ada" });
    await stage.settle();

    const text = () => stage.sandbox.world.file(MINUTES, PATH, pulls()[0]?.headRef ?? "");
    expect(text()).toBe(minutes([`${BOX.replace("[ ]", "[x]")} (#13)`]));

    await stage.sandbox.world.reopen(stage.sandbox.world.thread(APP, 13), { by: "ada" });
    await stage.settle();

    expect(text()).toBe(minutes([`${BOX} (#13)`]));
    expect(stage.sandbox.world.issues(APP)).toHaveLength(3);
  });

  test("starts nothing new once it is merged", async () => {
    await push(minutes([TODO]));
    const [pull] = pulls();
    if (pull !== undefined) await stage.sandbox.world.mergePull(pull, { by: "ada" });
    await stage.settle();

    expect(pulls()).toHaveLength(1);
    expect(stage.sandbox.world.issues(APP)).toHaveLength(3);
    expect(stage.sandbox.world.comments(APP, 13)).toEqual([]);
  });

  test("is not offered again once a person has closed it, until they open it again", async () => {
    const { world } = stage.sandbox;
    await push(minutes([TODO]));
    const [pull] = pulls();
    if (pull === undefined) throw new Error("There is no pull request.");
    await world.close(pull, { by: "ada" });

    await push(minutes([TODO, BOX]));

    expect(pulls()).toMatchObject([{ state: "closed" }]);
    await world.reopen(pull, { by: "ada" });
    await push(minutes([TODO, BOX, "  - one more word"]));
    expect(pulls()).toMatchObject([{ state: "open" }]);
    expect(world.file(MINUTES, PATH, pull.headRef)).toContain("(#14)");
  });

  test("is offered again where we closed it ourselves, as there was nothing left to say", async () => {
    await push(minutes([TODO]));
    await push(minutes([`${TODO} (#13)`]));

    await push(minutes([`${TODO} (#13)`, BOX]));

    expect(
      pulls()
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(["closed", "open"]);
  });

  test("has a branch of its own for each file, whatever letters its name is written in", async () => {
    const { world } = stage.sandbox;
    const tasks = {
      例会: "paint the hull",
      会议: "order ropes in Bergen",
      "2026-01-06 crew": "call the printer about the timetable",
      "2026-01-06-crew": "mend the bell",
    };
    const names = Object.keys(tasks);
    const files = Object.entries(tasks).map(([name, task]): [string, string] => [
      `meetings/${name}.md`,
      `# Crew\n\n- TODO: Ada to ${task}\n`,
    ]);
    await world.push(MINUTES, Object.fromEntries(files));
    await stage.settle();

    expect(pulls()).toHaveLength(names.length);
    expect(new Set(pulls().map(({ headRef }) => headRef)).size).toBe(names.length);
  });

  test("is left alone where somebody else committed to it", async () => {
    await push(minutes([TODO]));
    const branch = pulls()[0]?.headRef ?? "";
    await stage.sandbox.world.push(MINUTES, { "other.md": "mine" }, { branch, author: "ada" });

    await push(minutes([TODO, BOX]));

    expect(stage.sandbox.world.file(MINUTES, "other.md", branch)).toBe("mine");
  });

  test("is closed when there is nothing left to say", async () => {
    await push(minutes([TODO]));

    await push(minutes([`${TODO} (#13)`]));

    expect(pulls()).toMatchObject([{ state: "closed" }]);
  });
});
