import { z } from "zod";
import type { Client } from "../client.ts";
import { isMissing } from "../errors.ts";
import type { CommentTarget, Posted, PostId } from "../port.ts";
import { WRITTEN } from "../written.ts";
import { partsOf } from "../../minutes/repository-name.ts";

const ADD = `mutation($discussion: ID!, $body: String!) {
  addDiscussionComment(input: {discussionId: $discussion, body: $body}) { comment { id url } }
}`;

const UPDATE = `mutation($id: ID!, $body: String!) {
  updateDiscussionComment(input: {commentId: $id, body: $body}) { comment { id url } }
}`;

const DELETE = `mutation($id: ID!) {
  deleteDiscussionComment(input: {id: $id}) { clientMutationId }
}`;

const COMMENT = z.object({ comment: z.object({ id: z.string(), url: z.string() }) });

const ADDED = z.object({ addDiscussionComment: COMMENT });

const UPDATED = z.object({ updateDiscussionComment: COMMENT });

const DELETED = z.object({ deleteDiscussionComment: z.object({}) });

/** Posts a comment on an issue, a pull request or a discussion. */
export async function createComment(client: Client, target: CommentTarget, body: string): Promise<Posted> {
  if (target.thread === "discussion") {
    const variables = { discussion: target.nodeId, body };
    const { addDiscussionComment } = await client.mutate(ADD, variables, ADDED);
    return { ...addDiscussionComment.comment, number: target.number };
  }
  const comment = await client.write(
    "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
    { ...partsOf(target.repository), issue_number: target.number, body },
    WRITTEN,
  );
  return { id: comment.id, number: target.number, url: comment.html_url };
}

export async function updateComment(
  client: Client,
  target: CommentTarget,
  id: PostId,
  body: string,
): Promise<Posted> {
  if (target.thread === "discussion") {
    const { updateDiscussionComment } = await client.mutate(UPDATE, { id, body }, UPDATED);
    return { ...updateDiscussionComment.comment, number: target.number };
  }
  const comment = await client.write(
    "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
    { ...partsOf(target.repository), comment_id: Number(id), body },
    WRITTEN,
  );
  return { id: comment.id, number: target.number, url: comment.html_url };
}

/** Deletes a comment; one that is gone already is as good as deleted. Returns whether it was found. */
export async function deleteComment(client: Client, target: CommentTarget, id: PostId): Promise<boolean> {
  try {
    if (target.thread === "discussion") await client.mutate(DELETE, { id }, DELETED);
    else {
      const asked = { ...partsOf(target.repository), comment_id: Number(id) };
      await client.write("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", asked, z.unknown());
    }
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
