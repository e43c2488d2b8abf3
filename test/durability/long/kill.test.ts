import { expect, jest, test } from "@jest/globals";
import { findPostgres, NO_POSTGRES } from "../../queue/postgres-server.ts";
import { useStores } from "../../queue/test-store.ts";
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
  jest.setTimeout(HOUR_MS);

  test(`on ${kind}, a process killed at any point of a plan leaves what an undisturbed one does`, async () => {
    const { expected, points } = await findKillPoints(await stores.place());
    const chosen = points.filter((_point, index) => (index + 1 - first) % each === 0 && index + 1 >= first);
    const failures: unknown[] = [];
    let died = 0;
    for (const point of chosen) {
      const story = await playWithDeath(await stores.place(), point);
      const name = `${point.kind} ${point.index}: ${point.what}`;
      const isSame = JSON.stringify(story.world) === JSON.stringify(expected);
      if (story.died) died += 1;
      process.stderr.write(`${isSame ? "same" : "DIFFERENT"} ${story.died ? "died" : "lived"} ${name}\n`);
      if (isSame && story.problems.length === 0) continue;
      failures.push({
        name,
        missing: expected.filter((line) => !story.world.includes(line)),
        unexpected: story.world.filter((line) => !expected.includes(line)),
        counts: [expected.length, story.world.length],
        problems: story.problems,
        log: story.log.slice(-5000),
      });
    }
    process.stderr.write(`${kind}: ${chosen.length} of ${points.length} points, ${died} deaths\n`);
    expect(expected.filter((line) => line.startsWith("comment on")).length).toBeGreaterThan(1);
    expect(failures).toEqual([]);
    expect(died).toBeGreaterThan(chosen.length * 0.9);
  });
}
