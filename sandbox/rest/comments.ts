import { type Answer, bodyOf, type Call, created, noContent, ok, paginate } from "../http/answer.ts";
import { assertNeeds, repositoryOf, type Route } from "../http/route.ts";
import { createComment, deleteComment, editComment, react } from "../world/comments.ts";
import type { Comment } from "../world/entities.ts";
import { notFound } from "../world/refusal.ts";
import { issueOf, READ, WRITE } from "./issues.ts";
import { instant, userShape } from "./shapes/account.ts";
import { commentShape } from "./shapes/thread.ts";

/** The comment of the path. Throws 404, or 403 if the app may not access its thread. */
function commentOf(call: Call): Comment {
  const repository = repositoryOf(call);
  const comment = call.world.entities.get(Number(call.path.comment_id)) as Comment | undefined;
  if (comment?.__typename !== "IssueComment" || comment.thread.repository !== repository) throw notFound();
  if (!call.world.nodes.has(comment.nodeId)) throw notFound();
  const isRead = call.operation.method === "GET";
  const name = comment.thread.__typename === "Issue" ? "issues" : "pull_requests";
  assertNeeds(call.actor, repository, [[name, isRead ? "read" : "write"]], isRead);
  return comment;
}

function list(call: Call): Answer {
  const { since } = call.query;
  const comments = issueOf(call).comments.filter(
    (comment) => since === undefined || comment.updatedAt >= new Date(String(since)),
  );
  return paginate(call, comments, (comment) => commentShape(call.world, comment));
}

function listAll(call: Call): Answer {
  const { since, sort = "created", direction = "asc" } = call.query;
  const time = (comment: Comment) => (sort === "updated" ? comment.updatedAt : comment.createdAt).getTime();
  const sign = direction === "desc" ? -1 : 1;
  const comments = [...repositoryOf(call).threads.values()]
    .filter((thread) => thread.__typename !== "Discussion")
    .flatMap((thread) => thread.comments)
    .filter((comment) => since === undefined || comment.updatedAt >= new Date(String(since)))
    .sort((a, b) => sign * (time(a) - time(b) || a.id - b.id));
  return paginate(call, comments, (comment) => commentShape(call.world, comment));
}

function create(call: Call): Answer {
  const { body } = bodyOf<{ readonly body: string }>(call);
  return created(commentShape(call.world, createComment(call.world, call.actor, issueOf(call), body)));
}

function update(call: Call): Answer {
  const { body } = bodyOf<{ readonly body: string }>(call);
  return ok(commentShape(call.world, editComment(call.world, call.actor, commentOf(call), body)));
}

function remove(call: Call): Answer {
  deleteComment(call.world, call.actor, commentOf(call));
  return noContent();
}

function addReaction(call: Call): Answer {
  const { content } = bodyOf<{ readonly content: string }>(call);
  const post = "comment_id" in call.path ? commentOf(call) : issueOf(call);
  const { reaction, isNew } = react(call.world, call.actor, post, content);
  const body = {
    id: reaction.id,
    node_id: reaction.nodeId,
    user: userShape(call.world, reaction.user),
    content: reaction.content,
    created_at: instant(reaction.createdAt),
  };
  return { status: isNew ? 201 : 200, body };
}

const ISSUES = "/repos/{owner}/{repo}/issues";

export const commentRoutes: readonly Route[] = [
  { operation: `GET ${ISSUES}/comments`, needs: READ, handle: listAll },
  { operation: `GET ${ISSUES}/{issue_number}/comments`, needs: READ, handle: list },
  { operation: `POST ${ISSUES}/{issue_number}/comments`, needs: WRITE, person: "read", handle: create },
  {
    operation: `GET ${ISSUES}/comments/{comment_id}`,
    needs: READ,
    handle: (call) => ok(commentShape(call.world, commentOf(call))),
  },
  { operation: `PATCH ${ISSUES}/comments/{comment_id}`, needs: WRITE, person: "read", handle: update },
  { operation: `DELETE ${ISSUES}/comments/{comment_id}`, needs: WRITE, person: "read", handle: remove },
  {
    operation: `POST ${ISSUES}/comments/{comment_id}/reactions`,
    needs: WRITE,
    person: "read",
    handle: addReaction,
  },
  { operation: `POST ${ISSUES}/{issue_number}/reactions`, needs: WRITE, person: "read", handle: addReaction },
];
