import { writeFileSync } from "node:fs";
import { expect } from "@jest/globals";
import type { PostgresServer } from "../../queue/postgres-server.ts";
import { CONFIGURATION_PATH } from "../../../src/github/read-head.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
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
 * The world as far as it is the same however many pushes became one job: not on which line of which commit something
 * was said, and not what existed for a moment and was closed again.
 */
function describe(sandbox: Sandbox): readonly string[] {
  return (
    describeWorld(sandbox)
      .filter((line) => !isForgotten(sandbox, line))
      .flatMap((line) => withoutMeddling(line.replace(/#L\d+/g, "#LINE")) ?? [])
      // Closed for a head that was set back, and opened again.
      .map((line) => line.replace(" | open | reopened | ", " | open |  | "))
  );
}

/** Whether it is an action's issue that was closed because the minutes don't mention it any more, or are gone. */
function isForgotten({ world }: Sandbox, line: string): boolean {
  if (!/: Issue issue:.*? \| closed \| /.test(line)) return false;
  const [, minutes = "", path = ""] = /: Issue issue:([^:]+):([^:]+):/.exec(line) ?? [];
  return line.includes(" | closed | not_planned | ") || world.file(minutes, path) === null;
}

/**
 * Whether minutes that were pushed in this storm are edited or renamed: what was open and is done within one job was
 * never there, and what was renamed never had another name.
 */
function editsAgain(storm: readonly Act[], acts: readonly Act[]): boolean {
  const pathsOf = (act: Act) =>
    act.kind === "push" ? Object.keys(act.files).map((path) => `${act.minutes} ${path}`) : [];
  const before = new Set(storm.flatMap(pathsOf));
  return acts.some((act) => isText(act) && pathsOf(act).some((path) => before.has(path)));
}

/** Whether it changes what may be posted: whatever is pushed beside it may be posted by the one or by the other. */
function isConfiguration(act: Act): boolean {
  return act.kind === "push" && Object.keys(act.files).includes(CONFIGURATION_PATH);
}

/** Whether a push brings minutes, and does not only delete some. */
function isText(act: Act): boolean {
  return act.kind === "push" && Object.values(act.files).some((text) => text !== null);
}

/**
 * Plays a story with two real workers in a storm, and in peace beside it; fails where the two worlds do not end the
 * same.
 *
 * @param seed - Even: what people do is not what a lost ledger forgets.
 */
export async function checkChaos(server: PostgresServer, seed: number, pushes: number): Promise<void> {
  const story = tellStory(seed, pushes);
  const calm = await WorldPlayer.open({ mood: "people delete", style: "meeting" }, PATIENCE_MS);
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
    // The workers restart after it, and catch up.
    await calm.look();
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
      const configures = acts.some(isConfiguration);
      if (configures || editsAgain(storm, acts)) await weather();
      storm.push(...acts);
      if (configures) await weather();
      if (index % BEATS_IN_STORM === BEATS_IN_STORM - 1) await weather();
    }
    await weather();
    const counts = JSON.stringify(chaos.player.sandbox.faults.counts);
    const requests = chaos.routes.reduce((sum, [, times]) => sum + times, 0);
    const routes = chaos.routes.map(([route, times]) => `${String(times).padStart(6)} ${route}\n`).join("");
    process.stderr.write(
      `seed ${seed}: ${pushes} pushes, ${storms} storms, ${chaos.deaths} deaths, ${chaos.meddler.count} edits by people, ${requests} requests for ${chaos.pushes} pushes in storms, ${counts}\n${routes}`,
    );
    expect(chaos.player.sandbox.problems).toEqual([]);
    expect(chaos.deaths).toBeGreaterThan(0);
  } finally {
    await calm.stop();
    await chaos.stop();
  }
}
