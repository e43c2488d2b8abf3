import { setTimeout as wait } from "node:timers/promises";
import { makeHostile, seededRandom } from "../../../sandbox/faults/random.ts";
import type { PostgresServer } from "../../queue/postgres-server.ts";
import type { Act } from "../story/books.ts";
import { emptyAlone, RATES } from "../story/hostility.ts";
import { ProcessPlayer } from "../story/process-player.ts";
import { Meddler } from "../story/meddle.ts";
import { startKiller } from "./killer.ts";

/** Between two pushes, in milliseconds. */
const LONGEST_PAUSE_MS = 1500;

/** GitHub's lists and copies lag for less than the five seconds after which they are believed. */
const LONGEST_LAG_S = 4;

/** Real workers wait for real: what hangs or limits for long would only make the story longer. */
const SLOW = {
  "hang-before": 0,
  "hang-after": 0,
  "answer-stall": 0,
  "answer-limit": 0,
  "primary-limit": 0.001,
};

/** Two real workers on one PostgreSQL, before a GitHub that fails in every way, and killed every few seconds. */
export class ChaosPlayer {
  readonly player: ProcessPlayer;
  readonly meddler: Meddler;
  #deaths = 0;
  readonly #routes = new Map<string, number>();
  #pushes = 0;

  private constructor(player: ProcessPlayer, seed: number) {
    this.player = player;
    this.meddler = new Meddler(player.sandbox, seededRandom(seed));
  }

  static async open(server: PostgresServer, seed: number): Promise<ChaosPlayer> {
    const settings = { mood: "people delete", env: { RECOVERY_SECONDS: String(LONGEST_LAG_S) } } as const;
    return new ChaosPlayer(await ProcessPlayer.open(server, `chaos_${seed}`, settings), seed);
  }

  /** How often a worker was killed. */
  get deaths(): number {
    return this.#deaths;
  }

  /** What GitHub was asked in all storms, until it was quiet after each: how often by what, most often first. */
  get routes(): readonly (readonly [route: string, times: number])[] {
    return [...this.#routes].toSorted(([, one], [, other]) => other - one);
  }

  /** How often something was pushed in all storms. */
  get pushes(): number {
    return this.#pushes;
  }

  /** Plays these acts in a storm, then ends the faults and restarts the workers, until all is quiet. */
  async storm(acts: readonly Act[], seed: number): Promise<void> {
    const { player } = this;
    const { faults } = player.sandbox;
    const random = seededRandom(seed);
    makeHostile(faults, { seed, rates: { ...RATES, ...SLOW } });
    emptyAlone(faults);
    this.meddler.begin();
    if (random() < 0.5) faults.lag(random() * LONGEST_LAG_S * 1000);
    if (random() < 0.5) faults.unseen(random() * LONGEST_LAG_S * 1000);
    const before = player.sandbox.requests.length;
    const killer = startKiller(player.workers, seededRandom(seed + 1));
    const late = setInterval(
      () => void faults.releaseWebhooks(random() < 0.5 ? "reversed" : "as-came"),
      4000,
    );
    try {
      for (const act of acts) {
        await player.do(act);
        await wait(random() * LONGEST_PAUSE_MS);
      }
      // Jobs that have started continue for a while under the same faults.
      await wait(5000);
    } finally {
      clearInterval(late);
      await killer.stop();
      this.#deaths += killer.deaths;
    }
    await faults.clear();
    await player.restart();
    this.#pushes += acts.filter(({ kind }) => kind === "push").length;
    for (const { operation, fields = [] } of player.sandbox.requests.slice(before)) {
      const route = [operation ?? "nothing that is there", ...new Set(fields.map(withoutNumber))].join(" ");
      this.#routes.set(route, (this.#routes.get(route) ?? 0) + 1);
    }
  }

  async peace(acts: readonly Act[]): Promise<void> {
    await this.player.play(acts, { kind: "none", request: 0 });
  }

  stop(): Promise<void> {
    return this.player.stop();
  }
}

/** Of many that are asked for at once, each has a number. */
function withoutNumber(field: string): string {
  return field.replace(/\d+$/, "");
}
