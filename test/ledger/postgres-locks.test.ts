import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { PostgresLocks } from "../../src/ledger/database/postgres-locks.ts";
import { findPostgres, NO_POSTGRES, type PostgresServer, startPostgres } from "../queue/postgres-server.ts";

jest.setTimeout(60_000);

let server: PostgresServer | undefined;

beforeAll(async () => {
  if (findPostgres() !== null) server = await startPostgres();
});

afterAll(() => server?.stop());

/** A network in front of a server, which can swallow all that is sent without a word. */
async function openNetwork(databaseUrl: string) {
  const sockets: Socket[] = [];
  let isSilent = false;
  const { port, hostname } = new URL(databaseUrl);
  const network = createServer((near) => {
    const far = connect(Number(port), hostname);
    sockets.push(near, far);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on("data", (data) => void (isSilent || to.write(data)));
      from.on("close", () => to.destroy());
      from.on("error", () => undefined);
    }
  }).listen(0, "127.0.0.1");
  await once(network, "listening");
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((network.address() as AddressInfo).port);
  return {
    url: url.href,
    fallSilent: () => {
      isSilent = true;
    },
    heal: () => {
      isSilent = false;
      for (const socket of sockets.splice(0)) socket.destroy();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      network.close();
    },
  };
}

const testOnPostgres = findPostgres() === null ? test.skip : test;

testOnPostgres(
  "a server that falls silent loses the locks, instead of letting whoever asks wait for ever",
  async () => {
    const network = await openNetwork((await server?.database("silent")) ?? NO_POSTGRES);
    const locks = new PostgresLocks({ connectionString: network.url, query_timeout: 500 });
    const held = await locks.tryLock("a");

    network.fallSilent();

    await expect(locks.tryLock("b")).rejects.toThrow(/timeout/);
    expect(held?.lost.aborted).toBe(true);
    network.heal();
    expect(await locks.tryLock("b")).not.toBeNull();
    await locks.close();
    network.close();
  },
);
