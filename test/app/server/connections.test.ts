import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { boundConnections } from "../../../src/app/server/connections.ts";

let server: Server;
let answering: ServerResponse[];
const sockets: Socket[] = [];

beforeEach(async () => {
  answering = [];
  server = createServer((_request, response) => void answering.push(response));
  boundConnections(server, 3);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.close();
});

async function open(says: string): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.on("error", () => undefined);
  sockets.push(socket);
  await once(socket, "connect");
  socket.write(says);
  return socket;
}

test("those who never end their request make room, the oldest first; who waits for an answer gets it", async () => {
  const asking = await open("GET / HTTP/1.1\r\nHost: one\r\n\r\n");
  while (answering.length === 0) await once(server, "request");
  const slow = [await open("GET / HTTP/1.1\r\nX-Slow:"), await open("POST / HTTP/1.1\r\nHost: one\r\n")];
  const closed = Promise.all(slow.map((socket) => once(socket, "close")));
  const next = [await open("GET / HTTP/1.1\r\n"), await open("GET / HTTP/1.1\r\nHost: one\r\n\r\n")];

  await closed;
  answering[0]?.end("well");
  const [answer] = await once(asking, "data");

  expect(String(answer)).toContain("well");
  expect(next.map(({ destroyed }) => destroyed)).toEqual([false, false]);
});

test("those who never read their answer make room; whose answer is still being made keeps its place", async () => {
  const working = await ask();
  const unread = [await ask(), await ask()];
  for (const { socket, response } of unread) {
    socket.pause();
    response.end(Buffer.alloc(64 * 1024 * 1024));
  }
  const closed = once(unread[0]?.response ?? server, "close");

  const next = await ask();
  await closed;
  next.response.end("well");
  working.response.end("too");

  expect(String((await once(next.socket, "data"))[0])).toContain("well");
  expect(String((await once(working.socket, "data"))[0])).toContain("too");
});

async function ask(): Promise<{ readonly socket: Socket; readonly response: ServerResponse }> {
  const asked = once(server, "request");
  const socket = await open("GET / HTTP/1.1\r\nHost: one\r\n\r\n");
  const [, response] = await asked;
  return { socket, response };
}
