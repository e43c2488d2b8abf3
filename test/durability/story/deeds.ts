import { findMarker } from "../../../src/plan/marker.ts";
import { seededRandom } from "../../../sandbox/faults/random.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import type { Comment, Issue, PullRequest, Thread } from "../../../sandbox/world/entities.ts";
import { choose } from "./choose.ts";
import { remarkFor } from "./words.ts";
import type { Mood } from "./beat.ts";

type World = Sandbox["world"];
type Random = () => number;
type Deed = (world: World, random: Random) => Promise<void>;

const BY = { by: "medlar" };

/** What people do, each to something that is the same in each world: its marker says so. */
const DEEDS: Readonly<Record<string, Deed>> = {
  comment: async (world, random) => {
    const thread = chooseFrom(threadsOf(world), random);
    if (thread !== null)
      await world.comment(thread, `I think that ${remarkFor(Math.floor(random() * 1e6))}.`, BY);
  },
  react: async (world, random) => {
    const comment = chooseFrom(commentsOf(world), random);
    if (comment !== null) world.react(comment, "+1", "medlar");
  },
  close: async (world, random) => {
    const issue = chooseFrom(issuesOf(world, "open"), random);
    const reason = random() < 0.7 ? "completed" : "not_planned";
    if (issue !== null) await world.close(issue, { ...BY, reason });
  },
  reopen: async (world, random) => {
    const issue = chooseFrom(issuesOf(world, "closed"), random);
    if (issue !== null) await world.reopen(issue, BY);
  },
  retitle: async (world, random) => {
    const issue = chooseFrom(issuesOf(world, "open"), random);
    if (issue !== null)
      await world.edit(issue, { title: `Please: ${remarkFor(Math.floor(random() * 1e6))}` }, BY);
  },
  label: async (world, random) => {
    const thread = chooseFrom(threadsOf(world), random);
    if (thread?.__typename !== "Issue") return;
    const name = random() < 0.6 ? "agenda" : "wish";
    const names = thread.labels.map((label) => label.name).filter((label) => label !== name);
    await world.edit(thread, { labels: [...names, name] }, BY);
  },
  hide: async (world, random) => {
    const comment = chooseFrom(commentsOf(world), random);
    if (comment !== null) world.minimizeComment(comment);
  },
  "close pull request": async (world, random) => {
    const pull = chooseFrom(pullsOf(world), random);
    if (pull !== null) await world.close(pull, BY);
  },
};

const DELETE: Deed = async (world, random) => {
  const comment = chooseFrom(commentsOf(world), random);
  if (comment !== null) await world.deleteComment(comment, BY);
};

/** One deed; the same seed and the same world give the same. */
export async function doDeed(world: World, seed: number, mood: Mood): Promise<void> {
  const random = seededRandom(seed);
  random();
  const deeds = [...Object.values(DEEDS), ...(mood === "people delete" ? [DELETE, DELETE] : [])];
  await choose(deeds, random)(world, random);
}

function chooseFrom<T>(list: readonly T[], random: Random): T | null {
  return list.length === 0 ? null : choose(list, random);
}

function threadsOf(world: World): readonly Thread[] {
  return sortBy(
    world.repositories().flatMap((repository) => [...repository.threads.values()]),
    (thread) => findMarker(thread.body)?.key ?? `${thread.repository.name} ${thread.title}`,
  );
}

function commentsOf(world: World): readonly Comment[] {
  const all = threadsOf(world).flatMap(({ comments }) => comments);
  return sortBy(all.filter(isOurs), ({ body }) => findMarker(body)?.key ?? "");
}

function issuesOf(world: World, state: "open" | "closed"): readonly Issue[] {
  const issues = threadsOf(world).filter((thread) => thread.__typename === "Issue");
  return issues.filter((issue) => isOurs(issue) && issue.state === state);
}

function pullsOf(world: World): readonly PullRequest[] {
  const pulls = threadsOf(world).filter((thread) => thread.__typename === "PullRequest");
  return sortBy(
    pulls.filter(({ author, state }) => author?.__typename === "Bot" && state === "open"),
    ({ headRef }) => headRef,
  );
}

function isOurs({ author, body }: Comment | Issue): boolean {
  return author?.__typename === "Bot" && findMarker(body) !== null;
}

function sortBy<T>(list: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return list.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : keyOf(one) > keyOf(other) ? 1 : 0));
}
