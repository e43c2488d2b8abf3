import type { Job } from "../../../src/queue/job.ts";
import { retryDelaySeconds } from "../../../src/queue/retry-delay.ts";
import { setStage, type Stage } from "../../end-to-end/stage.ts";
import type { Act } from "./books.ts";
import { buildWorld } from "./build-world.ts";
import { startClock, type Clock } from "./clock.ts";
import { fullName } from "../../../sandbox/world/repository.ts";
import { ActPlayer } from "./act-player.ts";
import { bringTrouble, LONGEST_LAG_MS, type Trouble } from "./hostility.ts";
import { firstNames, PLACES } from "./places.ts";
import type { Beat, Mood } from "./beat.ts";
import type { Story } from "./story.ts";

const BEGIN = new Date("2026-03-01T09:00:00Z");
const PAST_MS = 60 * 24 * 60 * 60 * 1000;

/** A hanging request is given up after this. In milliseconds. */
const PATIENCE_MS = 1500;

/** Where nobody listens. */
const NOWHERE = "http://127.0.0.1:9/";

/** A job that failed so often will never be done. */
const MOST_RETRIES = 100;

/** One of the two worlds of a story, with the app in front of it. */
export class WorldPlayer {
  readonly stage: Stage;
  readonly #clock: Clock;
  readonly #actPlayer: ActPlayer;
  /** Jobs that were given up. */
  readonly given: readonly string[];

  private constructor(stage: Stage, clock: Clock, mood: Mood, given: readonly string[]) {
    this.stage = stage;
    this.#clock = clock;
    this.given = given;
    this.#actPlayer = new ActPlayer(stage.sandbox, mood);
  }

  static async open(
    { mood, style }: Pick<Story, "mood" | "style">,
    patienceMs = PATIENCE_MS,
  ): Promise<WorldPlayer> {
    // What was there before is older than each meeting.
    const clock = startClock(new Date(BEGIN.getTime() - PAST_MS));
    const given: string[] = [];
    const wait = async (milliseconds: number): Promise<void> => clock.advance(milliseconds);
    const queue = {
      retries: MOST_RETRIES,
      delaySeconds: (failures: number, error: unknown) => {
        clock.advance(retryDelaySeconds(failures, error) * 1000);
        return 0.001;
      },
      onDead: (job: Job, error: unknown) => given.push(`${job.cause} ${job.repository}: ${String(error)}`),
    };
    const stage = await setStage({ wait }, { now: clock.now, patienceMs, logLevel: "warn", queue });
    buildWorld(stage.sandbox, style);
    clock.advance(PAST_MS);
    for (const owner of ["grove", "mill"]) await stage.sandbox.world.install(owner);
    await stage.settle();
    return new WorldPlayer(stage, clock, mood, given);
  }

  /** Plays a beat with nothing in its way, until all is quiet. */
  async play(acts: readonly Act[]): Promise<void> {
    for (const act of acts) await this.#actPlayer.do(act);
    await this.stage.settle();
  }

  /** Looks for what was missed, as an app does that starts. */
  async look(): Promise<void> {
    await this.stage.catchUp();
    await this.stage.settle();
  }

  /**
   * Plays a beat on a hostile GitHub, and lets all be made good until it is quiet.
   *
   * @returns the names of the troubles that came
   */
  async suffer(beat: Beat, acts: readonly Act[], drawn: Trouble): Promise<readonly string[]> {
    const { stage } = this;
    const { sandbox } = stage;
    if (drawn.losesLedger) stage.loseLedger();
    const cold = await this.#findCold();
    // Where the ledger was lost, nobody but the next webhook can tell from where to go on.
    // Nor does anybody press a button again that nobody received.
    const isFound = cold.size === 0 && beat.kind !== "undo";
    const trouble = isFound ? drawn : { ...drawn, restarts: false, awayMs: 0 };
    bringTrouble(sandbox, beat, trouble, { cold, unlooked: await this.#findUnlooked() });
    if (trouble.awayMs > 0) sandbox.setWebhook(NOWHERE);
    for (const [index, act] of acts.entries()) {
      await this.#actPlayer.do(act);
      if (trouble.restarts && index === 0) await stage.restart();
    }
    if (trouble.awayMs > 0) {
      this.#pass(trouble.awayMs);
      sandbox.setWebhook(stage.webhookUrl);
    }
    await this.stage.settle();
    await sandbox.faults.releaseWebhooks("reversed");
    await this.stage.settle();
    if (beat.seed % 5 === 0) await stage.catchUp();
    await this.stage.settle();
    // Now GitHub is well again, and the app looks for what it missed.
    await sandbox.faults.clear();
    this.#pass(LONGEST_LAG_MS);
    await stage.catchUp();
    await this.stage.settle();
    return Object.entries(trouble).flatMap(([name, value]) => (value === false || value === 0 ? [] : name));
  }

  async stop(): Promise<void> {
    await this.stage.stop();
  }

  /** Ids of the repositories of minutes of which the ledger does not know what was applied last. */
  async #findCold(): Promise<ReadonlySet<number>> {
    const { ledger, sandbox } = this.stage;
    const known = new Set((await ledger.listHeads()).map(({ source }) => firstNames(source)));
    const cold = PLACES.filter(({ minutes }) => !known.has(minutes));
    return new Set(cold.map(({ minutes }) => sandbox.world.repository(minutes).id));
  }

  /** Ids of the repositories whose issues the ledger does not look at. */
  async #findUnlooked(): Promise<ReadonlySet<number>> {
    const { ledger, sandbox } = this.stage;
    const looked = new Set((await ledger.listLooks()).map(({ target }) => firstNames(target)));
    const others = sandbox.world.repositories().filter((one) => !looked.has(firstNames(fullName(one))));
    return new Set(others.map(({ id }) => id));
  }

  /** Lets time pass. Tokens live by the machine's clock in the app, so that they must not end by this one. */
  #pass(milliseconds: number): void {
    this.#clock.advance(milliseconds);
    const { tokens } = this.stage.sandbox.state;
    for (const [value, token] of tokens) tokens.set(value, { ...token, expiresAt: null });
  }
}
