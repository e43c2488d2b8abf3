import { permissionOf, isAtLeast, canPush } from "./access.ts";
import { actorAccount } from "./actor.ts";
import type { Actor, Comment, Post, Reaction, Thread } from "./entities.ts";
import { addEvent } from "./events.ts";
import { Refusal } from "./refusal.ts";
import { identify, register, type World } from "./world.ts";

/** GitHub's limit of a body, in characters. */
export const MAX_BODY = 65_536;

/** Throws GitHub's refusal where this text may not be a body. */
export function assertBody(resource: string, body: unknown): void {
  if (typeof body !== "string") return;
  if (body.length > MAX_BODY) {
    const message = `body is too long (maximum is ${MAX_BODY} characters)`;
    throw new Refusal(422, "Validation Failed", {
      errors: [{ resource, field: "body", code: "custom", message }],
    });
  }
}

/** Throws where nothing may be written here by anyone, or not by this actor. */
function assertOpenFor(world: World, actor: Actor, thread: Thread, doing: string): void {
  const { repository } = thread;
  if (repository.archived) throw new Refusal(403, "Repository was archived so is read-only.");
  const who = actorAccount(world, actor);
  if (repository.owner.blocked.has(who.login.toLowerCase())) throw new Refusal(403, "User is blocked");
  const isMember = actor.kind === "user" && isAtLeast(permissionOf(repository, who), "write");
  if (thread.locked && !isMember) throw new Refusal(403, `Unable to ${doing} because issue is locked.`);
}

const EVENTS = {
  Issue: "issue_comment",
  PullRequest: "issue_comment",
  Discussion: "discussion_comment",
} as const;

function tell(
  world: World,
  actor: Actor,
  comment: Comment,
  action: string,
  more: Readonly<Record<string, unknown>> = {},
): void {
  const { thread } = comment;
  const key = thread.__typename === "Discussion" ? "discussion" : "issue";
  world.emit({
    name: EVENTS[thread.__typename],
    action,
    repository: thread.repository,
    sender: actorAccount(world, actor),
    subject: { ...more, [key]: thread, comment },
  });
}

export function createComment(
  world: World,
  actor: Actor,
  thread: Thread,
  body: string,
  replyTo: Comment | null = null,
): Comment {
  assertOpenFor(world, actor, thread, "create comment");
  const resource = thread.__typename === "Discussion" ? "DiscussionComment" : "IssueComment";
  if (body.trim() === "")
    throw new Refusal(422, "Validation Failed", {
      errors: [{ resource, field: "body", code: "custom", message: "body cannot be blank" }],
    });
  assertBody(resource, body);
  const now = world.now();
  const comment: Comment = register(world, {
    __typename: resource,
    ...identify(world, resource === "IssueComment" ? "IC" : "DC"),
    thread,
    author: actorAccount(world, actor),
    body,
    createdAt: now,
    updatedAt: now,
    editedAt: null,
    minimizedReason: null,
    replyTo,
    reactions: [],
  } satisfies Comment);
  thread.comments.push(comment);
  thread.updatedAt = now;
  tell(world, actor, comment, "created");
  return comment;
}

/** Throws unless the actor wrote the post or may write to the repository. */
export function assertMayChange(world: World, actor: Actor, post: Post, thread: Thread): void {
  if (thread.repository.archived) throw new Refusal(403, "Repository was archived so is read-only.");
  if (post.author === actorAccount(world, actor) || canPush(actor, thread.repository)) return;
  throw new Refusal(403, "Must have admin rights to Repository.");
}

export function editComment(world: World, actor: Actor, comment: Comment, body: string): Comment {
  assertMayChange(world, actor, comment, comment.thread);
  assertBody(comment.__typename, body);
  const before = comment.body;
  comment.body = body;
  comment.updatedAt = world.now();
  comment.editedAt = comment.updatedAt;
  tell(world, actor, comment, "edited", { changes: { body: { from: before } } });
  return comment;
}

export function deleteComment(world: World, actor: Actor, comment: Comment): void {
  assertMayChange(world, actor, comment, comment.thread);
  const { thread } = comment;
  thread.comments.splice(thread.comments.indexOf(comment), 1);
  world.nodes.delete(comment.nodeId);
  addEvent(world, thread, actorAccount(world, actor), "comment_deleted", "CommentDeletedEvent", {
    databaseId: comment.id,
    deletedCommentAuthor: comment.author,
  });
  tell(world, actor, comment, "deleted");
}

/** Hides a comment, as a maintainer does; null shows it again. */
export function minimizeComment(comment: Comment, reason: string | null): void {
  comment.minimizedReason = reason;
}

export function react(
  world: World,
  actor: Actor,
  post: Post,
  content: string,
): { readonly reaction: Reaction; readonly isNew: boolean } {
  const user = actorAccount(world, actor);
  const known = post.reactions.find((reaction) => reaction.user === user && reaction.content === content);
  if (known !== undefined) return { reaction: known, isNew: false };
  const reaction: Reaction = {
    __typename: "Reaction",
    ...identify(world, "REA"),
    content,
    user,
    createdAt: world.now(),
  };
  post.reactions.push(reaction);
  return { reaction, isNew: true };
}
