import { expect, test } from "@jest/globals";
import { RateLimiter } from "../../src/github/rate-limiter.ts";
import { APP, buildHarbour, CONFIG, MINUTES, PATH } from "./fixture.ts";
import { setStage } from "./stage.ts";

const SMALL = "harbour/small";

test("minutes with more to post than an hour allows leave room for those of another repository", async () => {
  // The clock does not move: what has to wait for the next hour is left undone.
  const limiter = new RateLimiter(
    { perMinute: 0, perHour: 10 },
    { now: () => 0, wait: () => new Promise(() => {}) },
  );
  const stage = await setStage({ limiter });
  try {
    const { world } = stage.sandbox;
    buildHarbour(stage.sandbox);
    world.addRepository(SMALL);
    world.commit(SMALL, { ".github/minutebook.yml": CONFIG });
    const numbers = Array.from({ length: 30 }, (_, index) => 101 + index);
    for (const number of numbers) world.addIssue(APP, { number });
    const commentsOn = (many: readonly number[]) => many.flatMap((number) => world.comments(APP, number));

    await world.push(MINUTES, { [PATH]: `# Long 2026-01-05\n\n${numbers.map((n) => `- #${n}\n`).join("")}` });
    await stage.settle();
    expect(commentsOn(numbers)).toHaveLength(8);
    const texts = world.checkRuns(MINUTES).map(({ text }) => text);
    expect(texts).toContainEqual(expect.stringContaining("rate limit"));

    await world.push(SMALL, { [PATH]: "# Short 2026-01-05\n\n- #11 is late\n" });
    await stage.settle();
    expect(commentsOn([11])).toHaveLength(1);
  } finally {
    await stage.stop();
  }
});
