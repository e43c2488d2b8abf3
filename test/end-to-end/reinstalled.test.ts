import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { APP, buildHarbour, MINUTES, minutes, PATH } from "./fixture.ts";
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

/** Takes the app away and installs it again; \`isRecipient\`: its webhooks arrive. */
async function reinstall(isRecipient: boolean): Promise<void> {
  const { world, faults, state } = stage.sandbox;
  const [installation] = state.installations.values();
  if (installation === undefined) throw new Error("The app is not installed.");
  faults.webhooks = () => (isRecipient ? "delivered" : "unsent");
  void world.uninstall(installation);
  void world.install("harbour");
  faults.webhooks = () => "delivered";
}

test.each([true, false])(
  "the app, taken away and installed again while a push is tried, continues with its new installation (webhook received: %s)",
  async (isRecipient) => {
    const { world, faults } = stage.sandbox;
    let times = 0;
    faults.add({
      match: ({ operation }) => {
        if (operation !== "graphql") return false;
        times += 1;
        if (times === 1) void reinstall(isRecipient);
        return times === 1;
      },
      fault: { kind: "error", when: "before", status: 401 },
    });

    await world.push(MINUTES, { [PATH]: minutes() });
    await stage.settle();

    expect(world.comments(APP, 11)).toHaveLength(1);
    const refused = stage.sandbox.requests.filter(
      ({ operation, status }) =>
        operation === "apps/create-installation-access-token" && status >= 400 && status !== 422,
    );
    expect(refused.length).toBeLessThanOrEqual(2);
  },
);
