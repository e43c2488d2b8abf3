import { expect, test } from "@jest/globals";
import { watchOwnDatabase } from "../../src/app/lost-database.ts";

/** Plays these answers, five seconds apart; then the app stops. Returns what is reported, or null. */
async function watch(answers: readonly boolean[]): Promise<string | null> {
  const left = [...answers];
  let now = 0;
  let stop: () => void = () => undefined;
  const stopped = new Promise<null>((resolve) => {
    stop = () => resolve(null);
  });
  const lost = watchOwnDatabase({
    check: async () => {
      if (left.shift() === false) throw new Error("PGlite's thread has ended.");
    },
    wait: async (milliseconds) => {
      now += milliseconds;
      if (left.length > 0) return;
      stop();
      throw new Error("The app stops.");
    },
    now: () => now,
  });
  return Promise.race([lost.then(({ message }) => message), stopped]);
}

const silent = (times: number) => Array<boolean>(times).fill(false);

test("a database that is silent for a minute is reported, with what it said last", async () => {
  expect(await watch([true, ...silent(12)])).toContain("PGlite's thread has ended.");
});

test("one that answers in between is not", async () => {
  expect(await watch([...silent(11), true, ...silent(11)])).toBeNull();
});

test("a stop of the app tells nothing", async () => {
  expect(await watch([true])).toBeNull();
});
