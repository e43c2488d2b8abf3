import { z } from "zod";
import { CONFIGURATION_BLOB } from "../read-head.ts";

/** What GraphQL answers to the snapshot's queries, as far as it was asked for. */

const ACTOR = z.object({ __typename: z.string(), login: z.string() }).nullable();

const COUNT = z.object({ totalCount: z.number() });

/** A list; a place in it is null where it may not be seen. */
const nodes = <T>(node: z.ZodType<T>) => z.object({ nodes: z.array(node.nullable()) });

const COMMENT = z.object({
  id: z.string(),
  databaseId: z.number().nullable(),
  url: z.string(),
  body: z.string(),
  isMinimized: z.boolean(),
  viewerDidAuthor: z.boolean(),
  author: ACTOR,
  reactions: COUNT,
  /** Of a discussion's comment. */
  replies: COUNT.optional(),
});

export type CommentNode = z.infer<typeof COMMENT>;

export const COMMENT_PAGE = nodes(COMMENT).extend({
  pageInfo: z.object({ hasPreviousPage: z.boolean(), startCursor: z.string().nullable() }),
});

export type CommentPage = z.infer<typeof COMMENT_PAGE>;

const NAMED_LIST = nodes(z.object({ name: z.string() })).nullable();

const MILESTONE = z.object({ number: z.number(), title: z.string() }).nullable();

/** Events of a timeline; those of another kind than was asked for are empty. */
const ACTORS = nodes(z.object({ actor: ACTOR.optional() }));

const THREAD = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  url: z.string(),
  locked: z.boolean(),
  createdAt: z.string(),
  closedAt: z.string().nullable(),
  repository: z.object({ nameWithOwner: z.string() }),
  labels: NAMED_LIST,
  comments: COMMENT_PAGE,
});

const WITH_MILESTONE = THREAD.extend({ milestone: MILESTONE, milestoned: ACTORS });

export const ISSUE_OR_PULL = z.discriminatedUnion("__typename", [
  WITH_MILESTONE.extend({ __typename: z.literal("Issue"), issueState: z.enum(["OPEN", "CLOSED"]) }),
  WITH_MILESTONE.extend({
    __typename: z.literal("PullRequest"),
    pullState: z.enum(["OPEN", "CLOSED", "MERGED"]),
  }),
]);

export const DISCUSSION = THREAD.extend({ __typename: z.literal("Discussion"), closed: z.boolean() });

export type ThreadNode = z.infer<typeof ISSUE_OR_PULL> | z.infer<typeof DISCUSSION>;

/** An issue of Minutebook that minutes may be about. */
export const ACTION_ISSUE = z.object({
  id: z.string(),
  number: z.number(),
  url: z.string(),
  title: z.string(),
  body: z.string(),
  state: z.enum(["OPEN", "CLOSED"]),
  stateReason: z.string().nullable(),
  closedAt: z.string().nullable(),
  locked: z.boolean(),
  labels: NAMED_LIST,
  assignees: nodes(z.object({ login: z.string() })),
  milestone: MILESTONE,
  comments: COUNT,
  closedByPullRequestsReferences: COUNT.nullable(),
  timelineItems: ACTORS,
});

export type ActionIssueNode = z.infer<typeof ACTION_ISSUE>;

const MILESTONE_NODE = z.object({
  number: z.number(),
  title: z.string(),
  description: z.string().nullable(),
  state: z.enum(["OPEN", "CLOSED"]),
  url: z.string(),
});

export const MILESTONE_PAGE = nodes(MILESTONE_NODE).extend({
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});

export type MilestonePage = z.infer<typeof MILESTONE_PAGE>;

/** A repository. Threads, labels and assignable users are beside its fields, under aliases. */
export const REPOSITORY = z.object({
  nameWithOwner: z.string(),
  url: z.string(),
  visibility: z.enum(["PUBLIC", "INTERNAL", "PRIVATE"]),
  isArchived: z.boolean(),
  hasIssuesEnabled: z.boolean(),
  defaultBranchRef: z.object({ name: z.string() }).nullable(),
  configuration: CONFIGURATION_BLOB,
});

export type RepositoryNode = z.infer<typeof REPOSITORY> & { readonly milestones: MilestonePage | null };

export const OWNERS_CONFIGURATION = z.object({ configuration: CONFIGURATION_BLOB });

export const LABEL = z.object({ name: z.string() }).nullable();

export const USERS = nodes(z.object({ login: z.string() }));
