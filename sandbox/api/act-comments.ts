import { actAs } from "../world/actor.ts";
import { createComment, deleteComment, editComment, minimizeComment, react } from "../world/comments.ts";
import type { Comment, Post, Thread } from "../world/entities.ts";
import type { World } from "../world/world.ts";
import type { By, ActContext } from "./act-context.ts";

/** What people do with comments. */
export function createCommentActs(world: World, { who, done }: ActContext) {
  return {
    async comment(
      thread: Thread,
      body: string,
      options: By & { readonly replyTo?: Comment } = {},
    ): Promise<Comment> {
      return done(
        createComment(world, who(thread.repository, options.by), thread, body, options.replyTo ?? null),
      );
    },
    async editComment(comment: Comment, body: string, options: By = {}): Promise<void> {
      editComment(world, who(comment.thread.repository, options.by), comment, body);
      return done(undefined);
    },
    async deleteComment(comment: Comment, options: By = {}): Promise<void> {
      return done(deleteComment(world, who(comment.thread.repository, options.by), comment));
    },
    /** Hides a comment; `null` shows it again. GitHub sends no webhook for it. */
    minimizeComment: (comment: Comment, reason: string | null = "outdated"): void =>
      minimizeComment(comment, reason),
    /** GitHub sends no webhook for reactions. */
    react: (post: Post, content: string, by: string): void =>
      void react(world, actAs(world, by), post, content),
  };
}
