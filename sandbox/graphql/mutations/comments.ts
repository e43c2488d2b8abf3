import { createComment, deleteComment, editComment, minimizeComment, react } from "../../world/comments.ts";
import type { Comment, Permission, Post, Thread } from "../../world/entities.ts";
import { assertWrite, nodeOf } from "../access.ts";
import { type Args, type Context, type Fields, GraphQLRefusal } from "../context.ts";

export const NAMES = { Issue: "issues", PullRequest: "pull_requests", Discussion: "discussions" } as const;

/** The `input` of a mutation. */
export function inputOf(args: Args): Readonly<Record<string, unknown>> {
  return args.input as Readonly<Record<string, unknown>>;
}

/** What every payload gives back. */
export function echo(args: Args) {
  return { clientMutationId: inputOf(args).clientMutationId ?? null };
}

/** Throws FORBIDDEN where the actor may not write in the thread. */
export function assertThreadWrite(context: Context, thread: Thread, person: Permission = "read"): void {
  assertWrite(context, thread.repository, [[NAMES[thread.__typename], "write"]], person);
}

function commentOf(context: Context, id: unknown, types: readonly string[]): Comment {
  const comment = nodeOf<Comment>(context, id, types);
  assertThreadWrite(context, comment.thread);
  return comment;
}

function add(args: Args, context: Context, subject: string, types: readonly string[]): Comment {
  const input = inputOf(args);
  const thread = nodeOf<Thread>(context, input[subject], types);
  assertThreadWrite(context, thread);
  const to = input.replyToId;
  const replyTo = to === undefined || to === null ? null : commentOf(context, to, ["DiscussionComment"]);
  if (replyTo !== null && replyTo.replyTo !== null) {
    throw new GraphQLRefusal("UNPROCESSABLE", "Parent comment is already in a thread, cannot reply to it");
  }
  return createComment(context.world, context.actor, thread, String(input.body), replyTo);
}

function update(args: Args, context: Context, key: string, types: readonly string[]): Comment {
  const input = inputOf(args);
  const comment = commentOf(context, input[key], types);
  return editComment(context.world, context.actor, comment, String(input.body));
}

function remove(args: Args, context: Context, types: readonly string[]): Comment {
  const comment = commentOf(context, inputOf(args).id, types);
  deleteComment(context.world, context.actor, comment);
  return comment;
}

const ANY_COMMENT = ["IssueComment", "DiscussionComment"];

function setMinimized(args: Args, context: Context, reason: string | null): Comment {
  const comment = nodeOf<Comment>(context, inputOf(args).subjectId, ANY_COMMENT);
  assertThreadWrite(context, comment.thread, "write");
  minimizeComment(comment, reason);
  return comment;
}

const CONTENT: Readonly<Record<string, string>> = { THUMBS_UP: "+1", THUMBS_DOWN: "-1" };

function addReaction(args: Args, context: Context) {
  const input = inputOf(args);
  const subject = nodeOf<Post & (Comment | Thread)>(context, input.subjectId, [
    ...ANY_COMMENT,
    "Issue",
    "PullRequest",
    "Discussion",
  ]);
  assertThreadWrite(context, "thread" in subject ? subject.thread : subject);
  const content = String(input.content);
  const { reaction } = react(
    context.world,
    context.actor,
    subject,
    CONTENT[content] ?? content.toLowerCase(),
  );
  return { ...echo(args), reaction, subject };
}

export const commentMutations: Fields<undefined> = {
  addComment: (_root, args, context) => {
    const comment = add(args, context, "subjectId", ["Issue", "PullRequest"]);
    return { ...echo(args), commentEdge: { cursor: "", node: comment }, subject: comment.thread };
  },
  updateIssueComment: (_root, args, context) => ({
    ...echo(args),
    issueComment: update(args, context, "id", ["IssueComment"]),
  }),
  deleteIssueComment: (_root, args, context) => {
    remove(args, context, ["IssueComment"]);
    return echo(args);
  },
  addDiscussionComment: (_root, args, context) => ({
    ...echo(args),
    comment: add(args, context, "discussionId", ["Discussion"]),
  }),
  updateDiscussionComment: (_root, args, context) => ({
    ...echo(args),
    comment: update(args, context, "commentId", ["DiscussionComment"]),
  }),
  deleteDiscussionComment: (_root, args, context) => ({
    ...echo(args),
    comment: remove(args, context, ["DiscussionComment"]),
  }),
  minimizeComment: (_root, args, context) => {
    const reason = String(inputOf(args).classifier).toLowerCase().replaceAll("_", "-");
    return { ...echo(args), minimizedComment: setMinimized(args, context, reason) };
  },
  unminimizeComment: (_root, args, context) => ({
    ...echo(args),
    unminimizedComment: setMinimized(args, context, null),
  }),
  addReaction: (_root, args, context) => addReaction(args, context),
};
