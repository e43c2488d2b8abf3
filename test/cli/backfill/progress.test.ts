import { expect, test } from "@jest/globals";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type { WriteStream } from "node:tty";
import { startProgress } from "../../../src/cli/backfill/progress.ts";
import type { Io } from "../../../src/cli/io.ts";

test("what is said last stays above the bar when it ends", async () => {
  const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  const io = { terminal: terminal as unknown as WriteStream, err: () => undefined } as unknown as Io;
  const progress = await startProgress(io, 2, false);

  progress.say("meetings/2026-03-02.md: refused\n");
  progress.end();

  terminal.end();
  expect(await text(terminal)).toContain("meetings/2026-03-02.md: refused");
});
