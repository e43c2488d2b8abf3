import type { Sandbox } from "../../../sandbox/sandbox.ts";
import type { CheckRun } from "../../../sandbox/world/entities.ts";
import { fullName } from "../../../sandbox/world/repository.ts";
import { BUTTONS } from "../../../src/pipeline/report/buttons.ts";
import { renderExternalId } from "../../../src/pipeline/report/external-id.ts";
import { EVERYTHING } from "../../../src/plan/undo/scope.ts";
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
    if (act.kind === "undo") {
      const run = undoRun(this.#sandbox, act.minutes, act.path);
      await world.pressButton(run, "undo", { by: "medlar" });
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

/** A check run that shows a plan to take back what was posted for a file. */
function undoRun({ world }: Sandbox, minutes: string, path: string): CheckRun {
  const now = new Date(0);
  return {
    __typename: "CheckRun",
    id: 1,
    nodeId: "CR_1",
    repository: world.repository(minutes),
    suiteId: 1,
    name: "Minutebook undo",
    headSha: world.head(minutes),
    status: "completed",
    conclusion: "action_required",
    externalId: renderExternalId({ undo: { ...EVERYTHING, paths: [path] } }),
    detailsUrl: null,
    startedAt: now,
    completedAt: now,
    title: "",
    summary: "",
    text: null,
    annotations: [],
    actions: [{ ...BUTTONS.undo }],
  };
}
