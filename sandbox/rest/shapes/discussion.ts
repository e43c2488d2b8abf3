import type { Comment, Discussion } from "../../world/entities.ts";
import { commentUrl, repositoryApi, threadUrl } from "../../world/links.ts";
import type { World } from "../../world/world.ts";
import { instant, userOrNull } from "./account.ts";
import { authorAssociation, labelShape, reactionsShape } from "./thread.ts";

/** A discussion in a webhook's payload. */
export function discussionShape(world: World, discussion: Discussion) {
  const since = instant(discussion.createdAt);
  return {
    repository_url: repositoryApi(world, discussion.repository),
    category: {
      id: 1,
      node_id: "DIC_1",
      repository_id: discussion.repository.id,
      emoji: ":speech_balloon:",
      name: discussion.category,
      description: "",
      created_at: since,
      updated_at: since,
      slug: discussion.category.toLowerCase(),
      is_answerable: false,
    },
    answer_html_url: null,
    answer_chosen_at: null,
    answer_chosen_by: null,
    html_url: threadUrl(world, discussion),
    id: discussion.id,
    node_id: discussion.nodeId,
    number: discussion.number,
    title: discussion.title,
    user: userOrNull(world, discussion.author),
    labels: discussion.labels.map((label) => labelShape(world, label)),
    state: discussion.state,
    state_reason: discussion.stateReason,
    locked: discussion.locked,
    comments: discussion.comments.length,
    created_at: since,
    updated_at: instant(discussion.updatedAt),
    author_association: authorAssociation(discussion.repository, discussion.author),
    active_lock_reason: discussion.lockReason,
    body: discussion.body,
  };
}

export function discussionCommentShape(world: World, comment: Comment) {
  return {
    id: comment.id,
    node_id: comment.nodeId,
    html_url: commentUrl(world, comment),
    parent_id: comment.replyTo?.id ?? null,
    child_comment_count: comment.thread.comments.filter((one) => one.replyTo === comment).length,
    repository_url: repositoryApi(world, comment.thread.repository),
    discussion_id: comment.thread.id,
    author_association: authorAssociation(comment.thread.repository, comment.author),
    user: userOrNull(world, comment.author),
    created_at: instant(comment.createdAt),
    updated_at: instant(comment.updatedAt),
    body: comment.body,
    reactions: reactionsShape(comment, `${repositoryApi(world, comment.thread.repository)}/discussions`),
  };
}
