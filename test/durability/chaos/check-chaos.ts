import { writeFileSync } from "node:fs";
import { expect } from "@jest/globals";
import type { PostgresServer } from "../../queue/postgres-server.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { Books, type Act } from "../story/books.ts";
import { describeWorld } from "../story/describe-world.ts";
import { withoutMeddling } from "../story/meddle.ts";
import { without } from "../story/play-story.ts";
import { tellStory } from "../story/story.ts";
import { WorldPlayer } from "../story/world-player.ts";
import { ChaosPlayer } from "./chaos-player.ts";

const PATIENCE_MS = 60_000;

/** So many beats are one storm; then the worlds are compared. */
const BEATS_IN_STORM = 8;

/**
 * The world as far as it is the same however many pushes became one job: not on which line of which commit something was
 * said, and not what stood for a moment and was closed again.
 */
function describe(sandbox: Sandbox): readonly string[] {
  return describeWorld(sandbox)
    .filter((line) => !(/: Issue issue:/.test(line) && line.includes(" | closed | not_planned | ")))
    .flatMap((line) => withoutMeddling(line.replace(/#L\d+/g, "#LINE")) ?? []);
}

/** Whether minutes that were pushed in this storm are edited: what was open and is done within one job was never there. */
function editsAgain(storm: readonly Act[], acts: readonly Act[]): boolean {
  const pathsOf = (some: readonly Act[]) =>
    some.flatMap((act) =>
      act.kind !== "push"
        ? []
        : Object.entries(act.files).flatMap(([path, text]) =>
            text === null ? [] : [`${act.minutes} ${path}`],
          ),
    );
  const before = new Set(pathsOf(storm));
  return pathsOf(acts).some((path) => before.has(path));
}

/**
 * Plays a story with two real workers in a storm, and in peace beside it; fails where the two worlds do not end the same.
 *
 * @param seed - Even: what people do is not what a lost ledger forgets.
 */
export async function checkChaos(server: PostgresServer, seed: number, pushes: number): Promise<void> {
  const story = tellStory(seed, pushes);
  const calm = await WorldPlayer.open("people delete", PATIENCE_MS);
  const chaos = await ChaosPlayer.open(server, seed);
  const books = new Books(story.mood);
  let storm: Act[] = [];
  let storms = 0;
  const compare = (what: string) => {
    const expected = describe(calm.stage.sandbox);
    const actual = describe(chaos.player.sandbox);
    const parting = {
      missing: without(expected, actual),
      unexpected: without(actual, expected),
      lost: chaos.meddler.findLost(),
    };
    if (Object.values(parting).every(({ length }) => length === 0)) return;
    const { CHAOS_LOG } = process.env;
    if (CHAOS_LOG !== undefined) writeFileSync(`${CHAOS_LOG}.${seed}`, chaos.player.wholeLog);
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
        continue;
      }
      if (editsAgain(storm, acts)) await weather();
      storm.push(...acts);
      if (index % BEATS_IN_STORM === BEATS_IN_STORM - 1) await weather();
    }
    await weather();
    const counts = JSON.stringify(chaos.player.sandbox.faults.counts);
    process.stderr.write(
      `seed ${seed}: ${pushes} pushes, ${storms} storms, ${chaos.deaths} deaths, ${chaos.meddler.count} edits by people, ${chaos.requests} requests in storms, ${counts}\n`,
    );
    expect(chaos.player.sandbox.problems).toEqual([]);
    expect(chaos.deaths).toBeGreaterThan(0);
  } finally {
    await calm.stop();
    await chaos.stop();
  }
}
