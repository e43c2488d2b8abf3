import { z } from "zod";
import type { OwnComment } from "../../plan/snapshot.ts";
import type { Client } from "../client.ts";
import { isMissing } from "../errors.ts";
import { findRefusal, takePart } from "../graphql-answer.ts";
import type { KnownPost } from "../port.ts";
import { QueryBuilder } from "../query-builder.ts";
import type { ThreadNode } from "./answers.ts";
import { partsOf } from "../../minutes/repository-name.ts";

/** Of one thread: comments that the ledger knows and that no listing shows. */
export interface Missing {
  readonly thread: ThreadNode;
  readonly posts: readonly KnownPost[];
}

/** The posts of the ledger on this thread that are not among the comments found. */
export function findMissing(
  thread: ThreadNode,
  posts: readonly KnownPost[],
  found: readonly OwnComment[],
): readonly KnownPost[] {
  const ids = new Set(found.map(({ id }) => String(id)));
  return posts.filter(
    (post) =>
      post.number === thread.number && post.id !== "" && post.state !== "gone" && !ids.has(String(post.id)),
  );
}

/**
 * Asks GitHub for each of these comments by its own address. One that a listing left out, but that still exists, means
 * that the listing was wrong; acting on it would post a second time.
 *
 * @returns keys of those that are really gone
 */
export async function confirmDeleted(
  client: Client,
  missing: readonly Missing[],
): Promise<ReadonlySet<string>> {
  const deleted = new Set<string>();
  const byNode: KnownPost[] = [];
  for (const { thread, posts } of missing) {
    for (const post of posts) {
      if (thread.__typename === "Discussion") byNode.push(post);
      else if (!(await exists(client, thread, post))) deleted.add(post.key);
    }
  }
  for (const key of await findGoneNodes(client, byNode)) deleted.add(key);
  return deleted;
}

async function exists(client: Client, thread: ThreadNode, post: KnownPost): Promise<boolean> {
  const { owner, repo } = partsOf(thread.repository.nameWithOwner);
  const comment_id = Number(post.id);
  try {
    const asked = { owner, repo, comment_id };
    await client.get(
      "GET /repos/{owner}/{repo}/issues/comments/{comment_id}",
      asked,
      z.object({ id: z.union([z.number(), z.bigint()]) }),
    );
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function findGoneNodes(client: Client, posts: readonly KnownPost[]): Promise<readonly string[]> {
  if (posts.length === 0) return [];
  const builder = new QueryBuilder();
  const selection = posts.map(
    ({ id }, index) => `n${index}: node(id: ${builder.variable("ID!", String(id))}) { id }`,
  );
  const { text, variables } = builder.build(selection.join("\n"));
  return client.query(text, variables, (answer) =>
    posts.flatMap(({ key }, index) => {
      const node = takePart(answer, [`n${index}`], z.object({ id: z.string() }));
      // One that may not be seen is there.
      return node === null && findRefusal(answer, [`n${index}`])?.type === "NOT_FOUND" ? [key] : [];
    }),
  );
}
