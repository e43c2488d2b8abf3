import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { APP, buildHarbour, CONFIG, MINUTES, minutes, PATH } from "./harbour.ts";
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
