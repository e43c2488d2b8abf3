import { afterAll, beforeAll, jest, test } from "@jest/globals";
import { findPostgres, NO_POSTGRES, startPostgres, type PostgresServer } from "../queue/postgres-server.ts";
import { checkChaos } from "./chaos/check-chaos.ts";

jest.setTimeout(10 * 60_000);

if (findPostgres() === null) {
  test.skip(`two workers in a storm (${NO_POSTGRES})`, () => undefined);
} else {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  test("two workers killed every few seconds, on a GitHub that fails in every way, leave what one in peace does", () =>
    checkChaos(server, 4, 6));
}
