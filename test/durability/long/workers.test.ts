import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { seededRandom } from "../../../sandbox/faults/random.ts";
import {
  findPostgres,
  NO_POSTGRES,
  startPostgres,
  type PostgresServer,
} from "../../queue/postgres-server.ts";
import { Books } from "../story/books.ts";
import { describeWorld } from "../story/describe-world.ts";
import { without } from "../story/play-story.ts";
import { ProcessPlayer, type Accident } from "../story/process-player.ts";
import { tellStory } from "../story/story.ts";
import { WorldPlayer } from "../story/world-player.ts";

jest.setTimeout(2 * 60 * 60_000);

/** `WORKERS_PUSHES=100 WORKERS_SEED=8`; the seed is even, so that every push is applied in the end. */
const { WORKERS_PUSHES = "60", WORKERS_SEED = "2" } = process.env;

if (findPostgres() === null) {
  test.skip(`two workers on PostgreSQL (${NO_POSTGRES})`, () => undefined);
} else {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  test("two workers on one PostgreSQL, one killed and the database gone now and then, leave what one in peace does", async () => {
    const story = tellStory(Number(WORKERS_SEED), Number(WORKERS_PUSHES));
    const calm = await WorldPlayer.open(story);
    const workers = await ProcessPlayer.open(server);
    const books = new Books(story.mood);
    const random = seededRandom(story.seed);
    const counts = { none: 0, "worker dies": 0, "database is away": 0 };
    try {
      for (const [index, beat] of story.beats.entries()) {
        const acts = books.act(beat);
        const accident = acts.some(({ kind }) => kind === "person" || kind === "undo") ? PEACE : draw(random);
        counts[accident.kind] += 1;
        await calm.play(acts);
        await workers.play(acts, accident);
        const expected = describeWorld(calm.stage.sandbox);
        const actual = describeWorld(workers.sandbox);
        const parting = { missing: without(expected, actual), unexpected: without(actual, expected) };
        if (parting.missing.length + parting.unexpected.length === 0) continue;
        const difference = JSON.stringify({ beat: index, accident, acts, ...parting }, null, 2);
        throw new Error(`The worlds parted: ${difference}\nThe workers said:\n${workers.log}`);
      }
      process.stderr.write(`seed ${story.seed}: ${story.beats.length} beats, ${JSON.stringify(counts)}\n`);
      expect(workers.sandbox.problems).toEqual([]);
    } finally {
      await calm.stop();
      await workers.stop();
    }
  });
}

const PEACE: Accident = { kind: "none", request: 0 };

function draw(random: () => number): Accident {
  const [chance, request] = [random(), Math.floor(random() * 25)];
  if (chance < 0.35) return { kind: "worker dies", request };
  return { kind: chance < 0.45 ? "database is away" : "none", request };
}
