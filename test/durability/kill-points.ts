import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { randomUUID } from "node:crypto";
import type { StorePlace } from "../../src/queue/open-store.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { makeApp, type AppProcess } from "./app-process.ts";
import type { CommentStyle } from "./story/beat.ts";
import { describeWorld } from "./story/describe-world.ts";
import { pushMinutes, startWorld } from "./world.ts";

/** A moment at which the app's process dies. */
export type KillPoint =
  | { readonly kind: "before-request" | "after-request"; readonly index: number; readonly what: string }
  | { readonly kind: "before-statement"; readonly index: number; readonly what: string };

/** The push in which the process dies, and how its comments are posted. */
export interface KilledPush {
  readonly push: number;
  readonly style: CommentStyle;
}

export interface Ending {
  /** What is on GitHub after the push, and after the next one, which shows what the ledger remembers. */
  readonly worlds: Worlds;
  /** Whether the process died where it should. */
  readonly died: boolean;
  readonly problems: readonly string[];
  readonly log: string;
}

type Worlds = readonly [now: readonly string[], later: readonly string[]];

const STORY_MS = 90_000;

/** Plays pushes up to this one, undisturbed, and names each moment of the last at which the process could have died. */
export async function findKillPoints(
  place: StorePlace,
  { push, style }: KilledPush,
): Promise<{ readonly expected: Worlds; readonly points: readonly KillPoint[] }> {
  const file = join(tmpdir(), `minutebook-statements-${randomUUID()}`);
  const { sandbox, registration } = await startWorld(style);
  const app = await makeApp(sandbox, registration, place, { STATEMENTS_FILE: file, COUNT_FROM_FILE: file });
  try {
    await app.start();
    await pushEarlier(sandbox, app, { push, style });
    const before = sandbox.requests.length;
    await writeFile(file, "");
    await pushMinutes(sandbox, push, style);
    await untilIdle(sandbox, app);
    const requests = sandbox.requests.slice(before).map(({ operation }) => operation);
    const statements = (await readFile(file, "utf8")).trimEnd().split("\n");
    return {
      expected: await seeWorlds(sandbox, app, { push, style }),
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

/** Plays the pushes again, with a death at the point of the last and a new process after it. */
export async function playWithDeath(
  place: StorePlace,
  killed: KilledPush,
  point: KillPoint,
): Promise<Ending> {
  const { push, style } = killed;
  const file = join(tmpdir(), `minutebook-kill-${randomUUID()}`);
  const { sandbox, registration } = await startWorld(style);
  const app = await makeApp(sandbox, registration, place);
  let died = false;
  try {
    await app.start(
      point.kind === "before-statement"
        ? { KILL_BEFORE_STATEMENT: String(point.index), COUNT_FROM_FILE: file }
        : {},
    );
    await pushEarlier(sandbox, app, { push, style });
    if (point.kind === "before-statement") await writeFile(file, "");
    else killAtRequest(sandbox, app, point);
    await pushMinutes(sandbox, push, style);
    await Promise.race([app.ended(), untilIdle(sandbox, app)]);
    died = app.hasEnded();
    await sandbox.faults.clear();
    // Where it did not die there, it must not die later.
    if (!died) await app.stop();
    await app.start();
    await untilIdle(sandbox, app);
    const worlds = await seeWorlds(sandbox, app, { push, style });
    return { worlds, died, problems: sandbox.problems, log: app.log };
  } finally {
    app.kill();
    await app.ended();
    await sandbox.stop();
    await rm(file, { force: true });
  }
}

/** Looks at GitHub, pushes once more in peace, looks again, and stops the app. */
async function seeWorlds(sandbox: Sandbox, app: AppProcess, { push, style }: KilledPush): Promise<Worlds> {
  const now = describeWorld(sandbox);
  await pushMinutes(sandbox, push + 1, style);
  await untilIdle(sandbox, app);
  await app.stop();
  return [now, describeWorld(sandbox)];
}

/** What was pushed before the push that counts, applied in peace. */
async function pushEarlier(sandbox: Sandbox, app: AppProcess, { push, style }: KilledPush): Promise<void> {
  await untilIdle(sandbox, app);
  sandbox.setWebhook(app.webhookUrl);
  for (let earlier = 0; earlier < push; earlier += 1) {
    await pushMinutes(sandbox, earlier, style);
    await untilIdle(sandbox, app);
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
async function untilIdle(sandbox: Sandbox, app: AppProcess): Promise<void> {
  const end = Date.now() + STORY_MS;
  while (!app.hasEnded()) {
    // Looked at twice: the job that just ended may have caused a delivery that is not queued yet.
    const wasIdle = app.looked() && (await app.isIdle());
    await sandbox.settled();
    if (wasIdle && (await app.isIdle())) return;
    if (Date.now() > end) throw new Error(`The app does not get done. It said:\n${app.log.slice(-3000)}`);
    await wait(20);
  }
}
