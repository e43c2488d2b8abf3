import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { fullName } from "../../../sandbox/world/repository.ts";
import type { Act } from "./books.ts";
import { doDeed } from "./deeds.ts";
import { movedName, PLACES } from "./places.ts";
import type { Mood } from "./beat.ts";

/** Does in one world what a story says. */
export class ActPlayer {
  readonly #sandbox: Sandbox;
  readonly #mood: Mood;
  /** The commits of each repository of minutes, as `Books` counts them. */
  readonly #commits = new Map<string, string[]>();

  constructor(sandbox: Sandbox, mood: Mood) {
    this.#sandbox = sandbox;
    this.#mood = mood;
    for (const { minutes } of PLACES) this.#commits.set(minutes, [sandbox.world.head(minutes)]);
  }

  /** Resolves when the webhooks that it causes were answered, or were not. */
  async do(act: Act): Promise<void> {
    const { world } = this.#sandbox;
    if (act.kind === "person") {
      await doDeed(world, act.seed, this.#mood);
      return;
    }
    if (act.kind === "move") {
      const name = fullName(world.repository(act.minutes));
      await world.rename(name, name === act.minutes ? movedName(name) : act.minutes);
      return;
    }
    const commits = this.#commits.get(act.minutes) ?? [];
    if (act.kind === "push") {
      commits.push(await world.push(act.minutes, act.files, { author: "quince" }));
      return;
    }
    commits.splice(commits.length - act.back);
    const base = commits.at(-1) ?? "";
    if (act.files === null) {
      await world.forcePush(act.minutes, base, { by: "quince" });
      return;
    }
    const { refs } = world.repository(act.minutes);
    refs.set("refs/heads/rewritten", base);
    const sha = world.commit(act.minutes, act.files, { branch: "rewritten", author: "quince" });
    refs.delete("refs/heads/rewritten");
    commits.push(sha);
    await world.forcePush(act.minutes, sha, { by: "quince" });
  }
}
