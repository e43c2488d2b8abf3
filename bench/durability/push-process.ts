import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { StorePlace } from "../../src/queue/open-store.ts";
import { NODE_FLAGS } from "./node-flags.ts";

/** Pushes to be queued at once, and done. */
export interface Order {
  readonly repositories: number;
  /** Pushes of each. */
  readonly each: number;
  /** Whether another repository's push hangs all the while. */
  readonly hang: boolean;
  /** After how many pushes to look at the resident size. */
  readonly resident: readonly number[];
}

export interface Report {
  /** From the first one queued to the last one done. */
  readonly ms: number;
  /** Bytes. */
  readonly resident: readonly number[];
  /** Bytes. */
  readonly peak: number;
}

/** A process that does pushes. */
export interface PushProcess {
  run(order: Order): Promise<Report>;
  stop(): Promise<void>;
}

export async function startPushProcess(place: StorePlace): Promise<PushProcess> {
  const child = fork(join(import.meta.dirname, "push-worker.ts"), [JSON.stringify(place)], {
    execArgv: NODE_FLAGS,
  });
  await nextMessage(child);
  return {
    async run(order) {
      child.send(order);
      return (await nextMessage(child)) as Report;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

async function nextMessage(child: ChildProcess): Promise<unknown> {
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`The process ended with ${code}.`);
  });
  // Once it is stopped nobody listens to this any more.
  ended.catch(() => undefined);
  const [message] = (await Promise.race([once(child, "message"), ended])) as [unknown];
  return message;
}
