import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { APP, buildHarbour, CONFIG, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const BOX = "  - [ ] Ada: paint the hull";
const DONE_BOX = "  - [x] Ada: paint the hull";

let stage: Stage;
/** How much time has passed. A token lives for an hour of them. */
let passed = 0;

beforeEach(async () => {
  passed = 0;
  let looks = 0;
  const now = () => new Date(Date.UTC(2026, 0, 5, 9, passed) + 1000 * looks++);
  stage = await setStage({}, { now });
  buildHarbour(stage.sandbox, `${CONFIG}actions: {write-back: pull-request}\n`);
  await stage.sandbox.world.push(MINUTES, { [PATH]: minutes([TODO, BOX]) });
  await stage.settle();
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

/** What the pull request to the minutes would make of them. */
function offered(): string | null {
  const { world } = stage.sandbox;
  return world.file(MINUTES, PATH, world.pulls(MINUTES)[0]?.headRef ?? "");
}

async function catchUp(): Promise<void> {
  await stage.catchUp();
  await stage.settle();
}

const close = (number: number) =>
  stage.sandbox.world.close(stage.sandbox.world.thread(APP, number), { by: "ada" });

const OPEN = minutes([`${TODO} (#13)`, `${BOX} (#14)`]);
const CLOSED = minutes([`${TODO} (#13)`, `${DONE_BOX} (#14)`]);

describe("an issue that was closed or reopened, of which GitHub did not tell", () => {
  test("is found at the next look, and the minutes get a proposal", async () => {
    expect(offered()).toBe(OPEN);
    stage.sandbox.faults.webhooks = () => "unsent";
    await close(14);
    await catchUp();
    expect(offered()).toBe(CLOSED);

    passed = 10;
    await stage.sandbox.world.reopen(stage.sandbox.world.thread(APP, 14), { by: "ada" });
    await catchUp();
    expect(offered()).toBe(OPEN);
  });

  test("is reported once, though the next look lists it again", async () => {
    stage.sandbox.faults.webhooks = () => "unsent";
    await close(14);
    passed = 3;
    await catchUp();
    expect(offered()).toBe(CLOSED);
    stage.sandbox.forgetRequests();

    await catchUp();

    const asked = stage.sandbox.requests.map(({ operation }) => operation);
    expect(asked).toContain("issues/list-for-repo");
    expect(asked).not.toContain("pulls/list");
    await stage.sandbox.world.reopen(stage.sandbox.world.thread(APP, 14), { by: "ada" });
    await catchUp();
    expect(offered()).toBe(OPEN);
  });

  test("is found where the app was away for longer than GitHub keeps deliveries", async () => {
    stage.sandbox.setWebhook("http://127.0.0.1:9/nobody-listens");
    await close(14);
    await stage.settle();
    passed = 4 * 24 * 60;

    stage.sandbox.setWebhook(stage.webhookUrl);
    await stage.restart();
    await catchUp();

    expect(stage.sandbox.requests.filter(({ path }) => path.endsWith("/attempts"))).toEqual([]);
    expect(offered()).toBe(CLOSED);
  });

  test("is found at the look after one that GitHub answered with nothing, or not at all", async () => {
    const { faults } = stage.sandbox;
    faults.webhooks = () => "unsent";
    await close(14);
    faults.add({ match: "issues/list-for-repo", fault: { kind: "empty" } });
    await catchUp();
    faults.add({ match: "issues/list-for-repo", times: 4, fault: { kind: "error", when: "before" } });
    await catchUp();
    expect(offered()).toBe(OPEN);
    expect(stage.log.join("\n")).toContain("Could not look which issues were closed there");

    passed = 30;
    await catchUp();

    expect(offered()).toBe(CLOSED);
  });

  test("costs nothing more once it was found", async () => {
    await close(14);
    await stage.settle();
    passed = 10;
    await catchUp();
    passed = 20;
    await catchUp();
    stage.sandbox.forgetRequests();
    passed = 30;

    await catchUp();

    const asked = stage.sandbox.requests.map(({ operation }) => operation);
    expect(asked.filter((operation) => operation === "issues/list-for-repo")).toHaveLength(1);
    expect(asked).not.toContain("git/create-commit");
    expect(stage.log.filter((line) => line.includes("Looked for what was missed")).at(-1)).toContain(
      '"reported":0',
    );
  });
});

test("where a team has switched the app off, an issue that is closed leaves the pull request as it is", async () => {
  const { world } = stage.sandbox;
  await world.push(MINUTES, {
    ".github/minutebook.yml": `${CONFIG}mode: off\nactions: {write-back: pull-request}\n`,
  });
  await stage.settle();
  expect(offered()).toBe(OPEN);

  await close(14);
  await catchUp();

  expect(offered()).toBe(OPEN);
  expect(world.pulls(MINUTES)).toMatchObject([{ state: "open" }]);
});
