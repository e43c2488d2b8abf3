import { expect, jest, test } from "@jest/globals";
import { findPostgres, NO_POSTGRES } from "../../queue/postgres-server.ts";
import { useStores } from "../../queue/test-store.ts";
import { without } from "../story/play-story.ts";
import { PUSHES } from "../world.ts";
import { findKillPoints, playWithDeath } from "../kill-points.ts";

const HOUR_MS = 60 * 60 * 1000;

/** `KILL_POINTS=3/10`: every tenth point from the third on. */
const [first = 1, each = 1] = (process.env.KILL_POINTS ?? "1/1").split("/").map(Number);

const kinds = (process.env.KILL_ON ?? "pglite,postgres").split(",");

for (const kind of ["pglite", "postgres"] as const) {
  if (!kinds.includes(kind)) continue;
  if (kind === "postgres" && findPostgres() === null) {
    test.skip(`on PostgreSQL (${NO_POSTGRES})`, () => undefined);
    continue;
  }
  const stores = useStores(kind);
  jest.setTimeout(4 * HOUR_MS);

  test.each([
    ["opens", { push: 0, style: "meeting" }],
    ["updates, closes, reopens, deletes and opens", { push: PUSHES - 1, style: "meeting" }],
    ["adds a meeting to comments", { push: PUSHES - 1, style: "thread" }],
  ] as const)(
    `on ${kind}, a process killed at any point of a plan that %s leaves what an undisturbed one does`,
    async (_what, push) => {
      const { expected, points } = await findKillPoints(await stores.place(), push);
      const chosen = points.filter((_point, index) => index + 1 >= first && (index + 1 - first) % each === 0);
      const failures: unknown[] = [];
      let died = 0;
      for (const point of chosen) {
        const ending = await playWithDeath(await stores.place(), push, point);
        const name = `${point.kind} ${point.index}: ${point.what}`;
        const isSame = JSON.stringify(ending.worlds) === JSON.stringify(expected);
        if (ending.died) died += 1;
        process.stderr.write(`${isSame ? "same" : "DIFFERENT"} ${ending.died ? "died" : "lived"} ${name}\n`);
        if (isSame && ending.problems.length === 0) continue;
        const failure = {
          name,
          missing: without(expected.flat(), ending.worlds.flat()),
          unexpected: without(ending.worlds.flat(), expected.flat()),
          problems: ending.problems,
          log: ending.log.slice(-5000),
        };
        failures.push(failure);
        process.stderr.write(`${JSON.stringify(failure, null, 2)}\n`);
      }
      process.stderr.write(`${kind}: ${chosen.length} of ${points.length} points, ${died} deaths\n`);
      expect(failures).toEqual([]);
      // Two jobs run side by side at the end: a few of the last points may come after it.
      expect(died).toBeGreaterThanOrEqual(Math.floor(chosen.length * 0.9));
    },
  );
}
