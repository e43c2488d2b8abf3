import { gitHubMessage } from "../../messages/github-errors.ts";
import type { IssueMemory } from "../../ledger/ledger.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { ThreadState } from "../../plan/snapshot.ts";
import type { Client } from "../client.ts";
import { GitHubError } from "../errors.ts";
import type { KnownPosts } from "../port.ts";
import { UnansweredError } from "../read-answer.ts";
import type { ThreadNode } from "./answers.ts";
import { readAllComments } from "./earlier-comments.ts";
import { confirmDeleted, findMissing, type Missing } from "./missing-comments.ts";
import { pickOwnComments } from "./own-comments.ts";
import type { RepositoryAnswer } from "./read-repositories.ts";
import { kindOf, toThread } from "./to-thread.ts";
import { isSameName } from "../../minutes/repository-name.ts";

/** What is known of our comments, and when it was written down. */
export interface Memories {
  readonly known: KnownPosts;
  readonly memory: Pick<IssueMemory, "recallRecent">;
}

/** The state of one thread of an answer. */
export type FindThread = (part: RepositoryAnswer, number: number) => ThreadState;

/** Completes the threads of these answers: all their comments, and which of Minutebook's people deleted. */
export async function readThreads(
  client: Client,
  answers: readonly RepositoryAnswer[],
  viewer: string,
  { known, memory }: Memories,
): Promise<FindThread> {
  const nodes = answers.flatMap(({ threads }) => [...threads.values()].filter((node) => node !== null));
  const all = await readAllComments(client, nodes);
  const own = new Map(
    nodes.map((node) => [node.id, pickOwnComments(all.get(node.id) ?? [], viewer, kindOf(node))]),
  );
  const postsOf = (node: ThreadNode, asked: RepositoryName) =>
    known.filter(
      (post) =>
        isSameName(post.repository, asked) || isSameName(post.repository, node.repository.nameWithOwner),
    );
  const missing = answers.flatMap(({ repository, threads }) =>
    [...threads.values()].flatMap((thread): readonly Missing[] => {
      if (thread === null) return [];
      const posts = findMissing(thread, postsOf(thread, repository), own.get(thread.id) ?? []);
      return posts.length === 0 ? [] : [{ thread, posts }];
    }),
  );
  const deleted = await confirmDeleted(client, missing);
  assertListed(missing, deleted);
  await assertNotRecent(memory, missing);
  return ({ repository, threads }, number) => {
    const node = threads.get(number) ?? null;
    if (node === null) {
      return { known: false, reason: "not-found" };
    }
    // What we were about to delete when we were broken off, no person deleted.
    const gone = postsOf(node, repository).filter(
      ({ key, number: at, state }) =>
        at === node.number && (state === "gone" || (state === "done" && deleted.has(key))),
    );
    return toThread(
      node,
      viewer,
      own.get(node.id) ?? [],
      gone.map(({ key }) => key),
    );
  };
}

/** A listing that leaves out what exists is no clean slate: planning on it would post twice. */
function assertListed(missing: readonly Missing[], deleted: ReadonlySet<string>): void {
  const wrong = missing.flatMap(({ thread, posts }) =>
    posts.filter(({ key }) => !deleted.has(key)).map(() => thread),
  );
  const [thread] = wrong;
  if (thread === undefined) return;
  throw new GitHubError(gitHubMessage("comment-not-listed", { url: thread.url }), { kind: "transient" });
}

/** What was written a moment ago and is found nowhere was not deleted by a person: GitHub does not show it yet. */
async function assertNotRecent(memory: Memories["memory"], missing: readonly Missing[]): Promise<void> {
  const keys = missing.flatMap(({ posts }) => posts.map(({ key }) => key));
  const [recent] = keys.length === 0 ? [] : await memory.recallRecent({ keys });
  const lagging = missing.find(({ posts }) => posts.some(({ key }) => key === recent?.key));
  if (lagging === undefined) return;
  throw new UnansweredError(gitHubMessage("recent-comment-not-shown", { url: lagging.thread.url }));
}
