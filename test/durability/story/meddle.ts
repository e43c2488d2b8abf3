import type { FaultKind, Incoming } from "../../../sandbox/faults/fault.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import type { Issue, Milestone } from "../../../sandbox/world/entities.ts";
import { findMarker } from "../../../src/plan/marker.ts";
import { choose } from "./choose.ts";

/** Who can be assigned besides those of the minutes. */
export const MEDDLER = "sorrel";

/** How often somebody writes to what was just read. */
const RATE = 0.4;

type Thing = Issue | Milestone;

/**
 * People who write to an issue or a milestone right after the app has read it, and before it writes there itself. They
 * add to it, and what they added has to stay.
 */
export class Meddler {
  readonly #sandbox: Sandbox;
  readonly #random: () => number;
  readonly #marks: { readonly thing: Thing; readonly stays: () => boolean; readonly what: string }[] = [];

  constructor(sandbox: Sandbox, random: () => number) {
    this.#sandbox = sandbox;
    this.#random = random;
    for (const { owner, name } of sandbox.world.repositories())
      sandbox.world.addCollaborator(`${owner.login}/${name}`, MEDDLER);
  }

  /** How often somebody did. */
  get count(): number {
    return this.#marks.length;
  }

  /** From now on, where nothing else goes wrong with a request. */
  begin(): void {
    const { faults } = this.#sandbox;
    const { choose: chooseFault } = faults;
    faults.choose = (incoming) => chooseFault(incoming) ?? this.#chooseFault(incoming);
  }

  /** What of it is not there any more. */
  findLost(): readonly string[] {
    return this.#marks.filter(({ stays }) => !stays()).map(({ what }) => what);
  }

  #chooseFault({ operation, text }: Incoming): FaultKind | null {
    // What a plan is made from, and not what is looked at right before something is written.
    const isRead = operation === "graphql" && text.includes("viewer") && text.includes("assignees(first");
    if (!isRead || this.#random() > RATE) return null;
    return { kind: "call", after: () => this.#write() };
  }

  #write(): void {
    const things = this.#sandbox.world
      .repositories()
      .flatMap(
        ({ threads, milestones }): Thing[] =>
          [
            ...[...threads.values()].filter((thread) => thread.__typename === "Issue" && isOurs(thread)),
            ...milestones.values(),
          ] as Thing[],
      );
    if (things.length === 0) return;
    const thing = choose(things, this.#random);
    const mark = `meddled-${this.#marks.length}`;
    if (thing.__typename === "Milestone") {
      thing.description = `${thing.description ?? ""}\n\n${mark}`;
      this.#keep(thing, `${thing.title}: ${mark}`, () => thing.description?.includes(mark) === true);
    } else this.#writeIssue(thing, mark);
  }

  #writeIssue(issue: Issue, mark: string): void {
    const { world } = this.#sandbox;
    const chance = this.#random();
    const what = `${issue.title}: ${mark}`;
    const edit = (fields: Parameters<typeof world.edit>[1]) =>
      void world.edit(issue, fields, { by: "medlar" });
    if (chance < 0.4) {
      edit({ body: `${issue.body}\n\n${mark}` });
      this.#keep(issue, what, () => issue.body.includes(mark));
    } else if (chance < 0.7) {
      edit({ labels: [...issue.labels.map(({ name }) => name), mark] });
      this.#keep(issue, what, () => issue.labels.some(({ name }) => name === mark));
    } else {
      edit({ assignees: [...issue.assignees.map(({ login }) => login), MEDDLER] });
      this.#keep(issue, `${what} (assignee)`, () => issue.assignees.some(({ login }) => login === MEDDLER));
    }
  }

  #keep(thing: Thing, what: string, stays: () => boolean): void {
    this.#marks.push({ thing, what, stays });
  }
}

function isOurs({ author, body }: Issue): boolean {
  return author?.__typename === "Bot" && findMarker(body) !== null;
}

/** A line about the world without what they added; null: it is about nothing else. */
export function withoutMeddling(line: string): string | null {
  if (/: label meddled-\d+ /.test(line)) return null;
  return line
    .replaceAll(/(?:\n|\\n)*\bmeddled-\d+,?/g, "")
    .replaceAll(new RegExp(`,${MEDDLER}\\b|\\b${MEDDLER},?`, "g"), "")
    .replaceAll(/,(?= \|)/g, "");
}
