import { describe, expect, test } from "@jest/globals";
import { setImmediate as settled } from "node:timers/promises";
import { makeSchedule, type Place } from "../../../src/pipeline/workers/schedule.ts";

/** A schedule, what was begun on it and where, and a way to end it. */
function start(threads: number) {
  const schedule = makeSchedule(threads);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const add = (name: string, isLarge: boolean) =>
    void schedule(isLarge, (place: Place) => {
      begun.push(`${name} ${place}`);
      return new Promise<void>((resolve) => ends.set(name, resolve));
    });
  return {
    begun,
    small: (name: string) => add(name, false),
    large: (name: string) => add(name, true),
    end: async (name: string) => {
      ends.get(name)?.();
      await settled();
    },
  };
}

describe("two threads", () => {
  test("both do what is small while nothing large waits", async () => {
    const { begun, small, end } = start(2);
    for (const name of ["a", "b", "c"]) small(name);
    await settled();
    expect(begun).toEqual(["a small", "b large"]);

    await end("b");

    expect(begun).toEqual(["a small", "b large", "c large"]);
  });

  test("do one large piece after the other, in their order, and small ones beside them", async () => {
    const { begun, small, large, end } = start(2);
    large("A");
    large("B");
    small("a");
    small("b");
    await settled();
    expect(begun).toEqual(["A large", "a small"]);

    await end("a");
    expect(begun.slice(2)).toEqual(["b small"]);
    await end("A");

    expect(begun.slice(3)).toEqual(["B large"]);
  });
});

test("one thread does everything in its order", async () => {
  const { begun, small, large, end } = start(1);
  small("a");
  large("A");
  small("b");
  for (const name of ["a", "A"]) await settled().then(() => end(name));

  expect(begun).toEqual(["a large", "A large", "b large"]);
});

test("what fails makes room for the next", async () => {
  const schedule = makeSchedule(1);

  await expect(schedule(true, async () => Promise.reject(new Error("a bug")))).rejects.toThrow("a bug");

  expect(await schedule(false, async (place) => place)).toBe("large");
});
