import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { randomUUID } from "node:crypto";
import type { StorePlace } from "../../src/queue/open-store.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { makeApp, type AppProcess } from "./app-process.ts";
import { describeWorld, pushMinutes, startWorld } from "./world.ts";

/** A moment at which the app's process dies. */
export type KillPoint =
  | { readonly kind: "before-request" | "after-request"; readonly index: number; readonly what: string }
  | { readonly kind: "before-statement"; readonly index: number; readonly what: string };

export interface Story {
  /** What stands on GitHub at its end. */
  readonly world: readonly string[];
  /** Whether the process died where it should. */
  readonly died: boolean;
  readonly problems: readonly string[];
  readonly log: string;
}

const STORY_MS = 90_000;

/** Plays a push once, undisturbed, and names each moment at which the process could have died. */
export async function findKillPoints(
  place: StorePlace,
): Promise<{ readonly expected: readonly string[]; readonly points: readonly KillPoint[] }> {
  const file = join(tmpdir(), `minutebook-statements-${randomUUID()}`);
  const { sandbox, registration } = await startWorld();
  const app = await makeApp(sandbox, registration, place, { STATEMENTS_FILE: file });
  try {
    await app.start();
    await untilIdle(app);
    sandbox.setWebhook(app.webhookUrl);
    const before = sandbox.requests.length;
    await pushMinutes(sandbox);
    await untilIdle(app);
    await app.stop();
    const requests = sandbox.requests.slice(before).map(({ operation }) => operation);
    const statements = (await readFile(file, "utf8")).trimEnd().split("\n");
    return {
      expected: describeWorld(sandbox),
      points: [
        ...requests.flatMap((operation, index): KillPoint[] => {
          const what = String(operation);
          return [
            { kind: "before-request", index, what },
            { kind: "after-request", index, what },
          ];
        }),
        ...statements.map((what, index): KillPoint => ({ kind: "before-statement", index: index + 1, what })),
      ],
    };
  } finally {
    app.kill();
    await sandbox.stop();
    await rm(file, { force: true });
  }
}

/** Plays the push again, with a death at the point and a new process after it. */
export async function playWithDeath(place: StorePlace, point: KillPoint): Promise<Story> {
  const { sandbox, registration } = await startWorld();
  const app = await makeApp(sandbox, registration, place);
  let died = false;
  try {
    await app.start(point.kind === "before-statement" ? { KILL_BEFORE_STATEMENT: String(point.index) } : {});
    await untilIdle(app);
    if (point.kind !== "before-statement") killAtRequest(sandbox, app, point);
    sandbox.setWebhook(app.webhookUrl);
    await pushMinutes(sandbox);
    await Promise.race([app.ended(), untilIdle(app)]);
    died = app.hasEnded();
    sandbox.faults.clear();
    if (died) await app.start();
    await untilIdle(app);
    await app.stop();
    return { world: describeWorld(sandbox), died, problems: sandbox.problems, log: app.log };
  } finally {
    app.kill();
    await app.ended();
    await sandbox.stop();
  }
}

function killAtRequest(sandbox: Sandbox, app: AppProcess, point: KillPoint): void {
  const die = async (): Promise<void> => {
    app.kill();
    await app.ended();
  };
  sandbox.faults.add({
    skip: point.index,
    fault: { kind: "call", ...(point.kind === "before-request" ? { before: die } : { after: die }) },
  });
}

/** Nothing waits or runs, and the look for what was missed is over. Ends too when the process does. */
async function untilIdle(app: AppProcess): Promise<void> {
  const end = Date.now() + STORY_MS;
  while (!app.hasEnded()) {
    if (app.looked() && (await app.isIdle())) return;
    if (Date.now() > end) throw new Error(`The app does not get done. It said:\n${app.log.slice(-3000)}`);
    await wait(20);
  }
}
