import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Octokit } from "@octokit/rest";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { installedClient, startSandbox } from "./support.ts";

let sandbox: Sandbox;
let octokit: Octokit;

beforeEach(async () => {
  sandbox = await startSandbox();
  sandbox.world.addRepository("kitchen/soup");
  sandbox.world.addInstallation("kitchen");
  octokit = await installedClient(sandbox, "kitchen");
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

/** The answer, whether it has errors or not. */
async function ask(
  query: string,
  variables: Record<string, unknown> = {},
): Promise<{ data?: unknown; errors?: unknown[] }> {
  const { data } = await octokit.request("POST /graphql", {
    baseUrl: `${sandbox.url}/api`,
    query,
    variables,
  });
  return data;
}

describe("reading over GraphQL", () => {
  test("threads of each kind are looked up at once by aliases, and what does not exist is an error of its own", async () => {
    const issue = sandbox.world.addIssue("kitchen/soup", { number: 3, title: "Salt", labels: ["taste"] });
    sandbox.world.addPull("kitchen/soup", { number: 4, title: "Add salt" });
    const discussion = sandbox.world.addDiscussion("kitchen/soup", { number: 5, title: "How much salt?" });
    sandbox.world.addComment(issue, "A pinch", { author: "basil" });
    const first = sandbox.world.addComment(discussion, "Lots", { author: "basil" });
    sandbox.world.addComment(discussion, "Really?", { author: "thyme", replyTo: first });

    const { data, errors } = await ask(`{
      repository(owner: "Kitchen", name: "SOUP") {
        nameWithOwner isArchived hasIssuesEnabled visibility viewerPermission
        t3: issueOrPullRequest(number: 3) { __typename ...T }
        t4: issueOrPullRequest(number: 4) { __typename ...T }
        t6: issueOrPullRequest(number: 6) { __typename }
        d5: discussion(number: 5) {
          title url locked
          comments(first: 10) { totalCount nodes { body author { login } replies(first: 5) { nodes { body } } } }
        }
      }
    }
    fragment T on Comment { author { login } ... on Issue { title state locked
      labels(first: 5) { nodes { name } }
      comments(last: 1) { nodes { databaseId body author { __typename login } isMinimized viewerDidAuthor reactions { totalCount } } } }
      ... on PullRequest { title pullState: state merged } }`);

    expect(data).toMatchObject({
      repository: {
        nameWithOwner: "kitchen/soup",
        visibility: "PUBLIC",
        t3: {
          __typename: "Issue",
          title: "Salt",
          state: "OPEN",
          labels: { nodes: [{ name: "taste" }] },
          comments: {
            nodes: [
              {
                body: "A pinch",
                author: { __typename: "User", login: "basil" },
                reactions: { totalCount: 0 },
              },
            ],
          },
        },
        t4: { __typename: "PullRequest", title: "Add salt", pullState: "OPEN", merged: false },
        t6: null,
        d5: {
          title: "How much salt?",
          comments: { totalCount: 1, nodes: [{ body: "Lots", replies: { nodes: [{ body: "Really?" }] } }] },
        },
      },
    });
    expect(errors).toEqual([
      {
        type: "NOT_FOUND",
        path: ["repository", "t6"],
        locations: [expect.anything()],
        message: "Could not resolve to an issue or pull request with the number of 6.",
      },
    ]);
  });

  test("comments are read page by page with cursors, forwards and backwards", async () => {
    const issue = sandbox.world.addIssue("kitchen/soup", { number: 1 });
    for (const word of ["a", "b", "c", "d", "e"]) sandbox.world.addComment(issue, word);
    const page = `query ($first: Int, $after: String, $last: Int, $before: String) {
      repository(owner: "kitchen", name: "soup") { issue(number: 1) {
        comments(first: $first, after: $after, last: $last, before: $before) {
          nodes { body } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } } } }`;
    const read = async (variables: Record<string, unknown>) => {
      const { data } = await ask(page, variables);
      const { nodes, pageInfo } = (
        data as {
          repository: {
            issue: {
              comments: {
                nodes: { body: string }[];
                pageInfo: { hasNextPage: boolean; startCursor: string; endCursor: string };
              };
            };
          };
        }
      ).repository.issue.comments;
      return { bodies: nodes.map((node) => node.body).join(""), ...pageInfo };
    };

    const first = await read({ first: 2 });
    const next = await read({ first: 2, after: first.endCursor });
    const last = await read({ last: 2 });
    const before = await read({ last: 2, before: last.startCursor });

    expect([first.bodies, next.bodies, last.bodies, before.bodies]).toEqual(["ab", "cd", "de", "bc"]);
    expect(first).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(last).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test("files, folders and commits are read by expression", async () => {
    const sha = sandbox.world.commit("kitchen/soup", {
      "minutes/a.md": "# Á\n",
      "logo.png": Buffer.from([0x89, 0x50, 0, 1]),
    });

    const { data } = await ask(
      `query ($e: String!) { repository(owner: "kitchen", name: "soup") {
        defaultBranchRef { name target { oid ... on Commit { history(first: 1) { nodes { message author { user { login } } } } } } }
        text: object(expression: $e) { ... on Blob { text isBinary isTruncated byteSize } }
        binary: object(expression: "HEAD:logo.png") { ... on Blob { text isBinary } }
        folder: object(expression: "main:") { ... on Tree { entries { name type path: name object { __typename } } } }
        nothing: object(expression: "HEAD:none.md") { __typename }
      } }`,
      { e: `${sha}:minutes/a.md` },
    );

    expect(data).toMatchObject({
      repository: {
        defaultBranchRef: { name: "main", target: { oid: sha } },
        text: { text: "# Á\n", isBinary: false, isTruncated: false, byteSize: 5 },
        binary: { text: null, isBinary: true },
        folder: {
          entries: [
            { name: "logo.png", type: "blob" },
            { name: "minutes", type: "tree" },
          ],
        },
        nothing: null,
      },
    });
  });

  test("milestones, labels, assignable users and issues of the app are listed", async () => {
    sandbox.world.addMilestone("kitchen/soup", { title: "1.0", description: "First" });
    sandbox.world.addMilestone("kitchen/soup", { title: "0.9", state: "closed" });
    sandbox.world.addCollaborator("kitchen/soup", "basil");
    sandbox.world.addIssue("kitchen/soup", {
      author: "minutebook[bot]",
      labels: ["meeting-action"],
      title: "Ours",
    });
    sandbox.world.addIssue("kitchen/soup", { author: "basil", title: "Theirs" });

    const { data } = await ask(`{ viewer { login } repository(owner: "kitchen", name: "soup") {
      milestones(first: 100, states: [OPEN, CLOSED]) { nodes { number title description state url } }
      labels(first: 10) { nodes { name color } }
      assignableUsers(first: 10, query: "BAS") { nodes { login } }
      issues(first: 10, filterBy: { createdBy: "minutebook[bot]" }, orderBy: { field: CREATED_AT, direction: DESC }) { nodes {
        title number state stateReason assignees(first: 5) { nodes { login } } milestone { title }
        timelineItems(last: 5, itemTypes: [CLOSED_EVENT]) { nodes { ... on ClosedEvent { actor { login } } } } } }
    } rateLimit { cost remaining } }`);

    expect(data).toMatchObject({
      viewer: { login: "minutebook[bot]" },
      repository: {
        milestones: {
          nodes: [
            { title: "1.0", state: "OPEN" },
            { title: "0.9", state: "CLOSED" },
          ],
        },
        labels: { nodes: [{ name: "meeting-action", color: "ededed" }] },
        assignableUsers: { nodes: [{ login: "basil" }] },
        issues: { nodes: [{ title: "Ours", stateReason: null }] },
      },
    });
  });
});

describe("what happened to a thread", () => {
  test("its timeline tells who closed it, why, and whose comment was deleted", async () => {
    const issue = sandbox.world.addIssue("kitchen/soup", { number: 1 });
    const comment = sandbox.world.addComment(issue, "x", { author: "minutebook[bot]" });
    await sandbox.world.deleteComment(comment, { by: "kitchen" });
    await sandbox.world.close(issue, { by: "kitchen", reason: "not_planned" });

    const { data } = await ask(`{ repository(owner: "kitchen", name: "soup") { issue(number: 1) {
      stateReason closed
      timelineItems(last: 10, itemTypes: [CLOSED_EVENT, COMMENT_DELETED_EVENT, REOPENED_EVENT]) { nodes { __typename
        ... on ClosedEvent { actor { login } stateReason createdAt }
        ... on CommentDeletedEvent { actor { login } databaseId deletedCommentAuthor { login } } } } } } }`);

    expect(data).toMatchObject({
      repository: {
        issue: {
          stateReason: "NOT_PLANNED",
          closed: true,
          timelineItems: {
            nodes: [
              {
                __typename: "CommentDeletedEvent",
                actor: { login: "kitchen" },
                databaseId: comment.id,
                deletedCommentAuthor: { login: "minutebook" },
              },
              { __typename: "ClosedEvent", actor: { login: "kitchen" }, stateReason: "NOT_PLANNED" },
            ],
          },
        },
      },
    });
  });

  test("reactions and answers of others are seen on a comment", async () => {
    const issue = sandbox.world.addIssue("kitchen/soup", { number: 1 });
    const comment = sandbox.world.addComment(issue, "x", { author: "minutebook[bot]" });
    sandbox.world.react(comment, "+1", "basil");
    sandbox.world.minimizeComment(comment, "off-topic");

    const { data } = await ask(
      `query ($id: ID!) { node(id: $id) { ... on IssueComment { viewerDidAuthor isMinimized minimizedReason fullDatabaseId
        reactions(first: 1) { totalCount nodes { content user { login } } } issue { number } } } }`,
      { id: comment.nodeId },
    );

    expect(data).toEqual({
      node: {
        viewerDidAuthor: true,
        isMinimized: true,
        minimizedReason: "off-topic",
        fullDatabaseId: String(comment.id),
        reactions: { totalCount: 1, nodes: [{ content: "THUMBS_UP", user: { login: "basil" } }] },
        issue: { number: 1 },
      },
    });
  });
});

describe("writing over GraphQL", () => {
  test("a discussion is commented, the comment changed, hidden, answered and deleted", async () => {
    const { nodeId } = sandbox.world.addDiscussion("kitchen/soup", { number: 9 });
    const add = `mutation ($id: ID!, $to: ID) { addDiscussionComment(input: { discussionId: $id, body: "Hello", replyToId: $to }) {
      comment { id url author { login } viewerDidAuthor } } }`;

    const { data } = await ask(add, { id: nodeId });
    const made = (data as { addDiscussionComment: { comment: { id: string } } }).addDiscussionComment.comment;
    await ask(add, { id: nodeId, to: made.id });
    await ask(
      `mutation ($id: ID!) {
      updateDiscussionComment(input: { commentId: $id, body: "Hello!" }) { comment { body } }
      minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized minimizedReason } } }`,
      { id: made.id },
    );

    expect(made).toMatchObject({ author: { login: "minutebook" }, viewerDidAuthor: true });
    expect(sandbox.world.comments("kitchen/soup", 9)).toMatchObject([
      { body: "Hello!", minimizedReason: "outdated" },
      { body: "Hello" },
    ]);

    await ask(`mutation ($id: ID!) { deleteDiscussionComment(input: { id: $id }) { clientMutationId } }`, {
      id: made.id,
    });
    expect(sandbox.world.comments("kitchen/soup", 9)).toHaveLength(1);
  });

  test("an issue is commented, closed as not planned and opened again", async () => {
    const issue = sandbox.world.addIssue("kitchen/soup", { number: 2 });

    await ask(
      `mutation ($id: ID!) { addComment(input: { subjectId: $id, body: "x" }) { commentEdge { node { databaseId } } }
        closeIssue(input: { issueId: $id, stateReason: NOT_PLANNED }) { issue { state stateReason } } }`,
      { id: issue.nodeId },
    );
    expect([issue.state, issue.stateReason, issue.comments.length]).toEqual(["closed", "not_planned", 1]);

    await ask(`mutation ($id: ID!) { reopenIssue(input: { issueId: $id }) { issue { state } } }`, {
      id: issue.nodeId,
    });
    expect(issue.state).toBe("open");
  });
});
