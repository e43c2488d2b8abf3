import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { APP, buildHarbour, CONFIG, MINUTES, minutes, PATH } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  buildHarbour(stage.sandbox, `${CONFIG}labels: {remove-when-discussed: [agenda]}\n`);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

test("the agenda's label that a person puts on again stays, though the push is tried again", async () => {
  const { world, faults } = stage.sandbox;
  const issue = world.issues(APP).find(({ number }) => number === 11);
  const putOn = () => issue && world.edit(issue, { labels: ["agenda"] });
  putOn();
  const broken = { kind: "error", when: "before", status: 502 } as const;
  faults.add({ match: "checks/create", times: 3, fault: broken });
  faults.add({
    match: "issues/remove-label",
    fault: { kind: "call", after: () => void putOn() },
  });

  await world.push(MINUTES, { [PATH]: minutes() });
  await stage.settle();

  expect(faults.counts).toMatchObject({ call: 1, error: 3 });
  expect(issue?.labels.map(({ name }) => name)).toEqual(["agenda"]);
});

const BROKEN = { kind: "error", when: "before", status: 502 } as const;

function eleven() {
  const { world } = stage.sandbox;
  const issue = world.issues(APP).find(({ number }) => number === 11);
  if (issue === undefined) throw new Error("There is no such issue.");
  return {
    labels: () => issue.labels.map(({ name }) => name),
    putOn: () => world.edit(issue, { labels: ["agenda"] }),
  };
}

async function push(text: string): Promise<void> {
  await stage.sandbox.world.push(MINUTES, { [PATH]: text });
  await stage.settle();
}

const EDITED = minutes().replace("on Sundays", "on Mondays");

test("one that a person puts on for the next meeting stays, though an edit of old minutes is tried again", async () => {
  const { faults } = stage.sandbox;
  await push(minutes());
  await eleven().putOn();
  faults.add({ match: "checks/create", times: 3, fault: BROKEN });

  await push(EDITED);

  expect(faults.counts).toMatchObject({ error: 3 });
  expect(eleven().labels()).toEqual(["agenda"]);
});

test.each([
  ["says the same", minutes()],
  ["is edited", EDITED],
])(
  "one that could not be taken off comes off with the next head, where what the minutes say of it %s",
  async (_, text) => {
    const { world, faults } = stage.sandbox;
    await eleven().putOn();
    faults.add({ match: "issues/remove-label", times: 3, fault: BROKEN });
    const move = () => {
      faults.webhooks = () => "unsent";
      world.commit(MINUTES, { [PATH]: text, "README.md": "Ours." });
    };
    faults.add({ match: "checks/create", fault: { kind: "call", before: move } });

    await push(minutes());
    faults.webhooks = () => "delivered";
    await stage.catchUp();
    await stage.settle();

    expect(faults.counts).toMatchObject({ error: 3 });
    expect(world.comments(APP, 11)).toHaveLength(1);
    expect(eleven().labels()).toEqual([]);
  },
);
