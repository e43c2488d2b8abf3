import { expect } from "@jest/globals";
import type { PostgresServer } from "../../queue/postgres-server.ts";
import { Books, type Act } from "../story/books.ts";
import { describeWorld } from "../story/describe-world.ts";
import { without } from "../story/play-story.ts";
import { tellStory } from "../story/story.ts";
import { WorldPlayer } from "../story/world-player.ts";
import { ChaosPlayer } from "./chaos-player.ts";

const PATIENCE_MS = 60_000;

/** So many beats are one storm; then the worlds are compared. */
const BEATS_IN_STORM = 8;

/**
 * Plays a story with two real workers in a storm, and in peace beside it; fails where the two worlds do not end the same.
 *
 * @param seed - Even: what people do is not what a lost ledger forgets.
 */
export async function checkChaos(server: PostgresServer, seed: number, pushes: number): Promise<void> {
  const story = tellStory(seed, pushes);
  const calm = await WorldPlayer.open(story.mood, PATIENCE_MS);
  const chaos = await ChaosPlayer.open(server, `chaos_${seed}`);
  const books = new Books(story.mood);
  let storm: Act[] = [];
  let storms = 0;
  const compare = (what: string) => {
    const expected = describeWorld(calm.stage.sandbox);
    const actual = describeWorld(chaos.player.sandbox);
    const parting = { missing: without(expected, actual), unexpected: without(actual, expected) };
    if (parting.missing.length + parting.unexpected.length === 0) return;
    throw new Error(
      `Seed ${seed}: the worlds parted in ${what}: ${JSON.stringify(parting, null, 2)}\nThe workers said:\n${chaos.player.log}`,
    );
  };
  const weather = async () => {
    if (storm.length === 0) return;
    storms += 1;
    await calm.play(storm);
    await chaos.storm(storm, seed * 1000 + storms);
    compare(`storm ${storms} of ${JSON.stringify(storm)}`);
    storm = [];
  };
  try {
    for (const [index, beat] of story.beats.entries()) {
      const acts = books.act(beat);
      // What a person does next to a job that is under way may come before or after it.
      if (acts.some(({ kind }) => kind === "person")) {
        await weather();
        await calm.play(acts);
        await chaos.peace(acts);
        compare(`beat ${index}, of people`);
      } else storm.push(...acts);
      if (index % BEATS_IN_STORM === BEATS_IN_STORM - 1) await weather();
    }
    await weather();
    const counts = JSON.stringify(chaos.player.sandbox.faults.counts);
    process.stderr.write(
      `seed ${seed}: ${pushes} pushes, ${storms} storms, ${chaos.deaths} deaths, ${counts}\n`,
    );
    expect(chaos.player.sandbox.problems).toEqual([]);
    expect(chaos.deaths).toBeGreaterThan(0);
  } finally {
    await calm.stop();
    await chaos.stop();
  }
}
