import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { createSandbox, type Sandbox } from "../../../sandbox/sandbox.ts";
import type { PostgresServer } from "../../queue/postgres-server.ts";
import { makeApp, type AppProcess } from "../app-process.ts";
import { buildRegistration } from "../registration.ts";
import type { Act } from "./books.ts";
import { buildWorld } from "./build-world.ts";
import { ActPlayer } from "./act-player.ts";
import { firstNames, PLACES } from "./places.ts";
import type { Mood } from "./beat.ts";

/** What goes wrong while a beat is played. */
export interface Accident {
  readonly kind: "none" | "worker dies" | "database is away";
  /** With which request to GitHub, from 0, a worker dies. */
  readonly request: number;
}

export interface Settings {
  /** What people may do. (Default: nothing that a lost ledger would forget) */
  readonly mood?: Mood;
  /** Of the workers. */
  readonly env?: Readonly<Record<string, string>>;
}

const QUIET_MS = 3 * 60_000;
const PAST = new Date("2026-01-01T09:00:00Z");

/** A world with two real workers in front of it, on one PostgreSQL. Webhooks come to them in turn. */
export class ProcessPlayer {
  readonly sandbox: Sandbox;
  readonly #workers: readonly AppProcess[];
  readonly #server: PostgresServer;
  readonly #databaseUrl: string;
  readonly #actPlayer: ActPlayer;
  #turn = 0;
  #dying: AppProcess | null = null;

  private constructor(
    sandbox: Sandbox,
    workers: readonly AppProcess[],
    server: PostgresServer,
    databaseUrl: string,
    mood: Mood,
  ) {
    this.sandbox = sandbox;
    this.#workers = workers;
    this.#server = server;
    this.#databaseUrl = databaseUrl;
    this.#actPlayer = new ActPlayer(sandbox, mood);
  }

  /** @param database - Its name on the server. */
  static async open(
    server: PostgresServer,
    database = "workers",
    { mood = "ledger is lost", env = {} }: Settings = {},
  ): Promise<ProcessPlayer> {
    const { id, publicKey, webhookSecret, permissions, events, ...secrets } = buildRegistration();
    // What was there before is older than each meeting; then the world lives in the present.
    let isPast = true;
    const sandbox = createSandbox({
      now: () => (isPast ? PAST : new Date()),
      app: { id, publicKey, webhookSecret, permissions, events },
    });
    buildWorld(sandbox);
    isPast = false;
    await sandbox.start();
    const databaseUrl = await server.database(database);
    const registration = { id, publicKey, webhookSecret, permissions, events, ...secrets };
    const workers = [
      await makeApp(sandbox, registration, { databaseUrl }, env),
      await makeApp(sandbox, registration, { databaseUrl }, env),
    ];
    for (const worker of workers) await worker.start();
    const player = new ProcessPlayer(sandbox, workers, server, databaseUrl, mood);
    player.#next();
    for (const owner of ["grove", "mill"]) await sandbox.world.install(owner);
    await player.#untilQuiet();
    return player;
  }

  /** Plays a beat with an accident in it, until all is quiet. */
  async play(acts: readonly Act[], { kind, request }: Accident): Promise<void> {
    if (kind === "worker dies") this.#killAt(request);
    for (const [index, act] of acts.entries()) {
      this.#next();
      if (kind === "database is away" && index === acts.length - 1) await this.#server.kill();
      await this.#actPlayer.do(act);
    }
    if (kind === "database is away") await this.#server.restart();
    if (kind === "worker dies") await wait(500);
    await this.sandbox.faults.clear();
    await this.#dying?.ended();
    this.#dying = null;
    for (const worker of this.#workers) if (worker.hasEnded()) await worker.start();
    await this.#untilQuiet();
  }

  get workers(): readonly AppProcess[] {
    return this.#workers;
  }

  /** Does one thing, whose webhook comes to the other worker. */
  async do(act: Act): Promise<void> {
    this.#next();
    await this.#actPlayer.do(act);
  }

  /** Ends the workers and starts them again, so that they look for what they missed; until all is quiet. */
  async restart(): Promise<void> {
    for (const worker of this.#workers) await worker.stop();
    for (const worker of this.#workers) await worker.start();
    const end = Date.now() + QUIET_MS;
    while (!this.#workers.some((worker) => worker.looked())) {
      if (Date.now() > end) throw new Error(`No worker looks for what it missed. They said:\n${this.log}`);
      await wait(50);
    }
    await this.#untilQuiet();
  }

  get wholeLog(): string {
    return this.#workers.map(({ log }) => log).join("\n");
  }

  /** What the workers logged last. */
  get log(): string {
    return this.#workers
      .map(({ log }) => log.replaceAll(/^.*"path":"\/(?:metrics|readyz)".*\n/gm, "").slice(-20_000))
      .join("\n");
  }

  async stop(): Promise<void> {
    for (const worker of this.#workers) await worker.stop();
    await this.sandbox.stop();
  }

  /** The next webhook comes to the other worker. */
  #next(): void {
    this.#turn = (this.#turn + 1) % this.#workers.length;
    this.sandbox.setWebhook(this.#workers[this.#turn]?.webhookUrl ?? null);
  }

  /** The worker that has the turn then dies, whether it sent the request or not. */
  #killAt(request: number): void {
    const before = async (): Promise<void> => {
      this.#dying = this.#workers[this.#turn] ?? null;
      this.#dying?.kill();
      await this.#dying?.ended();
    };
    this.sandbox.faults.add({ skip: request, fault: { kind: "call", before } });
  }

  /** All that was pushed is applied, and no job waits or runs. */
  async #untilQuiet(): Promise<void> {
    const end = Date.now() + QUIET_MS;
    for (;;) {
      // Looked at twice: the job that just ended may have caused a delivery that is not queued yet.
      const wasQuiet = await this.#isQuiet();
      await this.sandbox.settled();
      if (wasQuiet && (await this.#isQuiet())) return;
      if (Date.now() > end) {
        const behind = JSON.stringify(await this.#findBehind());
        throw new Error(`The workers do not get done; behind: ${behind}. They said:\n${this.log}`);
      }
      await wait(100);
    }
  }

  async #isQuiet(): Promise<boolean> {
    for (const worker of this.#workers) if (!(await worker.isIdle())) return false;
    return (await this.#findBehind()).length === 0;
  }

  /** Repositories of minutes whose heads were not applied. */
  async #findBehind(): Promise<readonly string[]> {
    const heads = await this.#readHeads();
    return PLACES.map(({ minutes }) => minutes).filter(
      (minutes) => heads.get(minutes) !== this.sandbox.world.head(minutes),
    );
  }

  async #readHeads(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#ask<{ minutes: string; commit: string }>(
      "select minutes, commit from minutebook.head",
    );
    return new Map(rows.map(({ minutes, commit }) => [firstNames(minutes), commit]));
  }

  async #ask<Row extends object>(sql: string): Promise<readonly Row[]> {
    const client = new pg.Client({ connectionString: this.#databaseUrl });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }
}
