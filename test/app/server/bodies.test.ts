import { PassThrough } from "node:stream";
import type { IncomingMessage } from "node:http";
import { expect, test } from "@jest/globals";
import { Bodies } from "../../../src/app/server/bodies.ts";

const open = () => new PassThrough();
const read = (bodies: Bodies, stream: PassThrough) => bodies.read(stream as unknown as IncomingMessage);

test("a body is whole when it ends", async () => {
  const stream = open();
  const body = read(new Bodies(), stream);
  stream.write("one, ");
  stream.end("two");

  expect(String(await body)).toBe("one, two");
});

test("one that is longer than allowed is broken off", async () => {
  const stream = open();
  const body = read(new Bodies({ most: 10 }), stream);
  stream.write("0123456789a");

  expect(await body).toBe("too long");
});

test("one whose sender goes away is no body", async () => {
  const stream = open();
  const body = read(new Bodies(), stream);
  stream.write("half");
  stream.destroy();

  expect(await body).toBe("cut off");
});

test("the largest has to go where the room is used up, and its room is free again", async () => {
  const bodies = new Bodies({ most: 80, room: 100 });
  const [large, small, later] = [open(), open(), open()];
  const reads = [large, small].map((stream) => read(bodies, stream));
  small.write("s".repeat(30));
  large.write("l".repeat(60));
  small.write("s".repeat(20));
  expect(await reads[0]).toBe("no room");

  small.end();
  expect(String(await reads[1])).toHaveLength(50);
  const after = read(bodies, later);
  later.end("a".repeat(75));
  expect(String(await after)).toHaveLength(75);
});
