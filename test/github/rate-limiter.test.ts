import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { GITHUB_PACE, type Pace } from "../../src/github/pace.ts";
import { RateLimiter } from "../../src/github/rate-limiter.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A clock that moves to the next waiter whenever nothing else is left to do. */
function makeClock() {
  let now = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  return {
    now: () => now,
    wait: (milliseconds: number) =>
      new Promise<void>((wake) => void sleepers.push({ at: now + milliseconds, wake })),
    /** Lets time pass until this instant. */
    async passUntil(end: number): Promise<void> {
      for (;;) {
        await settled();
        const next = sleepers.toSorted((one, other) => one.at - other.at)[0];
        if (next === undefined || next.at > end) break;
        sleepers.splice(sleepers.indexOf(next), 1);
        now = Math.max(now, next.at);
        next.wake();
      }
      now = end;
    },
  };
}

async function settled(): Promise<void> {
  for (let count = 0; count < 20; count++) await Promise.resolve();
}

interface Made {
  readonly source: string;
  readonly at: number;
}

/** A repository that makes so much, one after the other, and comes again when it is asked to. */
function makeBusy(pace: Pace) {
  const clock = makeClock();
  const turns = new RateLimiter(pace, clock);
  const made: Made[] = [];
  const refused: Made[] = [];
  const post = async (source: string, count: number, everyMs = 1000): Promise<void> => {
    for (let done = 0; done < count; ) {
      try {
        await turns.take("1", source);
        made.push({ source, at: clock.now() });
        done += 1;
        await clock.wait(everyMs);
      } catch (error) {
        refused.push({ source, at: clock.now() });
        await clock.wait((error as { retryAfterSeconds: number }).retryAfterSeconds * 1000);
      }
    }
  };
  const of = (source: string) => made.filter((one) => one.source === source);
  return { clock, turns, made, refused, post, of };
}

describe("content", () => {
  test("keeps to both of GitHub's windows wherever they begin, and all of it is made in the end", async () => {
    const { clock, made, post } = makeBusy(GITHUB_PACE);
    void post("team/a", 900, 100);
    await clock.passUntil(4 * HOUR);

    expect(made).toHaveLength(900);
    for (const { at } of made) {
      const within = (ms: number) => made.filter((one) => one.at > at - ms && one.at <= at).length;
      expect(within(MINUTE)).toBeLessThanOrEqual(80);
      expect(within(HOUR)).toBeLessThanOrEqual(500);
    }
  });

  test("of a repository that makes 500 does not keep another of the installation waiting", async () => {
    const { clock, post, of } = makeBusy(GITHUB_PACE);
    void post("team/big", 500);
    await clock.passUntil(50 * MINUTE);
    expect(of("team/big")).toHaveLength(400);

    void post("team/small", 10);
    await clock.passUntil(51 * MINUTE);
    expect(of("team/small")).toHaveLength(10);

    await clock.passUntil(2 * HOUR);
    expect(of("team/big")).toHaveLength(500);
  });

  test("of two repositories is made in turns where a minute has room for few", async () => {
    const { clock, post, made } = makeBusy({ perMinute: 4, perHour: 0 });
    void post("team/a", 8, 0);
    void post("team/b", 8, 0);
    await clock.passUntil(5 * MINUTE);

    const order = made.map(({ source }) => source);
    expect(order).toHaveLength(16);
    for (let place = 0; place < 16; place += 2) {
      expect(new Set(order.slice(place, place + 2))).toEqual(new Set(["team/a", "team/b"]));
    }
  });

  test("that would have to wait long is refused with the time to wait, and holds up nobody", async () => {
    const { clock, turns, post } = makeBusy({ perMinute: 0, perHour: 10 });
    void post("team/big", 8, 0);
    await clock.passUntil(1);

    await expect(turns.take("1", "team/big")).rejects.toMatchObject({
      kind: "transient",
      retryAfterSeconds: 3600,
      outcomeUnknown: false,
    });
    await expect(turns.take("1", "team/small")).resolves.toBeUndefined();
  });

  test("of one installation has nothing to do with another's", async () => {
    const { turns } = makeBusy({ perMinute: 0, perHour: 1 });
    await turns.take("1", "team/a");

    await expect(turns.take("2", "team/a")).resolves.toBeUndefined();
  });

  test("takes the whole hour where nobody else is there", async () => {
    const { turns } = makeBusy({ perMinute: 0, perHour: 10 });
    for (let count = 0; count < 10; count++) await turns.take("token", null);

    await expect(turns.take("token", null)).rejects.toMatchObject({ kind: "transient" });
  });

  test("goes as fast as it comes where there is no pace", async () => {
    const { turns, clock } = makeBusy({ perMinute: 0, perHour: 0 });
    for (let count = 0; count < 1000; count++) await turns.take("1", "team/a");

    expect(clock.now()).toBe(0);
  });

  test("always leaves the next repository room, whatever the others took", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 6 }), async (counts) => {
        const { clock, turns, post } = makeBusy({ perMinute: 0, perHour: 500 });
        for (const [index, count] of counts.entries()) void post(`team/${index}`, count, 0);
        await clock.passUntil(1);

        await expect(turns.take("1", "team/next")).resolves.toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });
});
