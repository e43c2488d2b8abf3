import type {
  Account,
  Comment,
  Discussion,
  Issue,
  Label,
  Milestone,
  Post,
  PullRequest,
  Thread,
  TimelineEvent,
} from "../../world/entities.ts";
import { canPush, canSee } from "../../world/access.ts";
import { authorAssociation, countOf } from "../../rest/shapes/thread.ts";
import { commentUrl, labelUrl, milestoneUrl, threadUrl } from "../../world/links.ts";
import { connect, orderBy } from "../connection.ts";
import type { Args, Context, Fields, Selection } from "../context.ts";
import { linkedPulls } from "../../world/linked-pulls.ts";
import { refOf } from "./git.ts";

/** Whether an account has this login, with or without a bot's "[bot]". */
export function isLogin(who: Account | null, login: string): boolean {
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/^app\//, "")
      .replace(/\[bot\]$/, "");
  return who !== null && plain(who.login) === plain(login);
}

/** GraphQL's word for the state. */
export function stateOf(thread: Thread): string {
  if (thread.__typename === "PullRequest" && thread.mergedAt !== null) return "MERGED";
  return thread.state.toUpperCase();
}

const REACTIONS: Readonly<Record<string, string>> = {
  "+1": "THUMBS_UP",
  "-1": "THUMBS_DOWN",
  laugh: "LAUGH",
  hooray: "HOORAY",
  confused: "CONFUSED",
  heart: "HEART",
  rocket: "ROCKET",
  eyes: "EYES",
};

const isOwn = (post: Post, { actor }: Context) => "account" in actor && actor.account === post.author;

/** What posts have: threads and comments. */
const post: Fields<Post> = {
  viewerDidAuthor: (self, _args, context) => isOwn(self, context),
  lastEditedAt: (self) => self.editedAt,
  includesCreatedEdit: (self) => self.editedAt !== null,
  bodyText: (self) => self.body,
  reactions: (self, args, _context, field) => connect(self.reactions, args, field),
  reactionGroups: (self) =>
    Object.entries(REACTIONS).map(([rest, content]) => {
      const users = self.reactions
        .filter((reaction) => reaction.content === rest)
        .map((reaction) => reaction.user);
      return { content, reactors: users, users };
    }),
};

const EVENT_NAMES: Readonly<Record<string, string>> = { ISSUE_COMMENT: "IssueComment" };

function typenameOf(itemType: string): string {
  const words = itemType.split("_").map((word) => `${word[0]}${word.slice(1).toLowerCase()}`);
  return EVENT_NAMES[itemType] ?? words.join("");
}

function timelineItems(thread: Thread, args: Args, _context: Context, field: Selection) {
  const types = (args.itemTypes as readonly string[] | null | undefined)?.map(typenameOf);
  const items: readonly (Comment | TimelineEvent)[] = [...thread.comments, ...thread.events];
  const wanted = items
    .filter((item) => types === undefined || types.includes(item.__typename))
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.id - b.id);
  const page = connect(wanted, args, field);
  return { ...page, filteredCount: wanted.length, pageCount: page.nodes.length, updatedAt: thread.updatedAt };
}

const thread: Fields<Thread> = {
  ...post,
  url: (self, _args, { world }) => threadUrl(world, self),
  resourcePath: (self, _args, { world }) => threadUrl(world, self).slice(world.baseUrl.length),
  state: stateOf,
  closed: (self) => self.state === "closed",
  stateReason: (self) => self.stateReason?.toUpperCase() ?? null,
  activeLockReason: (self) =>
    self.lockReason?.toUpperCase().replaceAll(" ", "_").replaceAll("-", "_") ?? null,
  authorAssociation: (self) => authorAssociation(self.repository, self.author),
  labels: (self, args, _context, field) =>
    connect(
      orderBy(self.labels, args.orderBy, { NAME: (label: Label) => label.name.toLowerCase() }),
      args,
      field,
    ),
  comments: (self, args, _context, field) =>
    connect(
      self.__typename === "Discussion" ? self.comments.filter((one) => one.replyTo === null) : self.comments,
      args,
      field,
    ),
  timelineItems,
  viewerCanUpdate: (self, _args, context) => isOwn(self, context) || canPush(context.actor, self.repository),
};

const issueLike: Fields<Issue | PullRequest> = {
  assignees: (self, args, _context, field) => connect(self.assignees, args, field),
  participants: (self, args, _context, field) => {
    const all = [self.author, ...self.comments.map((comment) => comment.author)];
    return connect(
      [...new Set(all)].filter((who) => who?.__typename === "User"),
      args,
      field,
    );
  },
};

const issue: Fields<Issue> = {
  closedByPullRequestsReferences: (self, args, { world, actor }, field) => {
    const visible = linkedPulls(world, self, args.userLinkedOnly === true).filter(
      (one) => canSee(actor, one.repository) && (args.includeClosedPrs === true || one.state === "open"),
    );
    return connect(visible, args, field);
  },
};

const pull: Fields<PullRequest> = {
  merged: (self) => self.mergedAt !== null,
  isDraft: (self) => self.draft,
  baseRefName: (self) => self.baseRef,
  headRefName: (self) => self.headRef,
  baseRefOid: (self) => self.baseSha,
  headRefOid: (self) => self.headSha,
  headRef: (self) => refOf(self.headRepository, self.headRef),
  baseRef: (self) => refOf(self.repository, self.baseRef),
  isCrossRepository: (self) => self.headRepository !== self.repository,
};

const discussion: Fields<Discussion> = {
  category: (self) => ({
    nodeId: `DIC_${Buffer.from(self.category).toString("base64url")}`,
    name: self.category,
    slug: self.category.toLowerCase(),
    isAnswerable: false,
  }),
  isAnswered: (self) => self.answer !== null,
  upvoteCount: () => 1,
};

const comment: Fields<Comment> = {
  ...post,
  url: (self, _args, { world }) => commentUrl(world, self),
  resourcePath: (self, _args, { world }) => commentUrl(world, self).slice(world.baseUrl.length),
  repository: (self) => self.thread.repository,
  isMinimized: (self) => self.minimizedReason !== null,
  minimizedReason: (self) => self.minimizedReason,
  authorAssociation: (self) => authorAssociation(self.thread.repository, self.author),
  viewerCanDelete: (self, _args, context) =>
    isOwn(self, context) || canPush(context.actor, self.thread.repository),
  viewerCanUpdate: (self, _args, context) =>
    isOwn(self, context) || canPush(context.actor, self.thread.repository),
};

const label: Fields<Label> = {
  url: (self, _args, { world }) => labelUrl(world, self),
  isDefault: () => false,
};

const milestone: Fields<Milestone> = {
  url: (self, _args, { world }) => milestoneUrl(world, self),
  state: (self) => self.state.toUpperCase(),
  closed: (self) => self.state === "closed",
  progressPercentage: (self) =>
    (100 * countOf(self, "closed")) / Math.max(1, countOf(self, "open") + countOf(self, "closed")),
  issues: (self, args, _context, field) => {
    const all = [...self.repository.threads.values()].filter(
      (one) => one.__typename === "Issue" && one.milestone === self,
    );
    return connect(all, args, field);
  },
};

export const threads = {
  Issue: { ...thread, ...issueLike, ...issue },
  PullRequest: { ...thread, ...issueLike, ...pull },
  Discussion: { ...thread, ...discussion },
  IssueComment: {
    ...comment,
    issue: (self: Comment) => (self.thread.__typename === "Issue" ? self.thread : null),
    pullRequest: (self: Comment) => (self.thread.__typename === "PullRequest" ? self.thread : null),
  },
  DiscussionComment: {
    ...comment,
    discussion: (self: Comment) => self.thread,
    replies: (self: Comment, args: Args, _context: Context, field: Selection) =>
      connect(
        self.thread.comments.filter((one) => one.replyTo === self),
        args,
        field,
      ),
    isAnswer: (self: Comment) => self.thread.__typename === "Discussion" && self.thread.answer === self,
    deletedAt: () => null,
  },
  Label: label,
  Milestone: milestone,
  Reaction: { content: (self: { content: string }) => REACTIONS[self.content] ?? self.content },
};
