import { expect, test } from "@jest/globals";
import { allowanceOf, workWithin } from "../../src/app/allowance.ts";
import type { Workers } from "../../src/pipeline/workers/workers.ts";

const FILE = { path: "a.md", text: "", config: {}, context: {} } as never;

/** Workers whose every task waits 100 s in line and then takes 30 s. */
function slow() {
  const clock = { ms: 0 };
  const done: string[] = [];
  const workers: Workers = {
    async run(name, _input, _signal, onBegun) {
      clock.ms += 100_000;
      onBegun?.();
      clock.ms += 30_000;
      done.push(name);
      return null as never;
    },
  };
  return { done, workers: workWithin(workers, 60, () => clock.ms) };
}

test("what takes long is read until the time of all is over, and no longer; waiting in line costs nothing", async () => {
  const { done, workers } = slow();

  await workers.run("readMinutes", FILE);
  await workers.run("readDate", FILE);

  await expect(workers.run("readMinutes", FILE)).rejects.toMatchObject({
    failure: "all",
    message: "processing it and what came before it took longer than 60 s",
  });
  expect(done).toEqual(["readMinutes", "readDate"]);
});

test("what was read is planned anyway", async () => {
  const { done, workers } = slow();
  for (let count = 0; count < 2; count++) await workers.run("readMinutes", FILE);

  await workers.run("makePlan", FILE);

  expect(done.at(-1)).toBe("makePlan");
});

test("a preview, which anybody can ask for, gets the least time", () => {
  const [preview, push, backfill] = (["pull_request", "push", "backfill"] as const).map((cause) =>
    allowanceOf({ cause }),
  );

  expect(Number(preview)).toBeLessThan(Number(push));
  expect(Number(push)).toBeLessThan(Number(backfill));
});
