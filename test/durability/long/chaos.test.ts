import { afterAll, beforeAll, jest, test } from "@jest/globals";
import {
  findPostgres,
  NO_POSTGRES,
  startPostgres,
  type PostgresServer,
} from "../../queue/postgres-server.ts";
import { checkChaos } from "../chaos/check-chaos.ts";

const HOUR_MS = 60 * 60_000;
jest.setTimeout(4 * HOUR_MS);

/** `CHAOS_PUSHES=60 CHAOS_SEED=2 CHAOS_SEEDS=12`: twelve stories of sixty pushes, of even seeds from 2 on. */
const { CHAOS_PUSHES = "60", CHAOS_SEED = "2", CHAOS_SEEDS = "12" } = process.env;

const seeds = Array.from({ length: Number(CHAOS_SEEDS) }, (_, index) => Number(CHAOS_SEED) + 2 * index);

if (findPostgres() === null) {
  test.skip(`two workers in a storm (${NO_POSTGRES})`, () => undefined);
} else {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  test.each(seeds)(
    `two workers killed every few seconds, on a GitHub that fails in every way, leave what one in peace does (seed %i)`,
    (seed) => checkChaos(server, seed, Number(CHAOS_PUSHES)),
  );
}
