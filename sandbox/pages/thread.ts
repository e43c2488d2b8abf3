import { pullFiles } from "../rest/shapes/pull.ts";
import type { Account, Comment, Label, Milestone, Post, Thread, TimelineEvent } from "../world/entities.ts";
import { commentUrl, milestoneUrl, threadUrl } from "../world/links.ts";
import type { World } from "../world/world.ts";
import { repositoryAt } from "./code.ts";
import { diffBox } from "./commits.ts";
import { type Html, html, type Part } from "./html.ts";
import { accountLink, avatar, labelChip, type PageAnswer, type PageCall, plural, time } from "./layout.ts";
import { markdown } from "./markdown.ts";

const EMOJI: Readonly<Record<string, string>> = {
  "+1": "👍",
  "-1": "👎",
  laugh: "😄",
  hooray: "🎉",
  confused: "😕",
  heart: "❤️",
  rocket: "🚀",
  eyes: "👀",
};

function reactions(post: Post): Html[] {
  const groups = Map.groupBy(post.reactions, (reaction) => reaction.content);
  return [...groups].map(
    ([content, list]) => html`<span class="reaction">${EMOJI[content] ?? content} ${list.length}</span>`,
  );
}

function postBox(world: World, thread: Thread, post: Post, id: string, more: Part = ""): Html {
  const isOwn = world.app !== null && post.author === world.app.bot;
  const edited = post.editedAt === null ? "" : html` · edited`;
  const empty = html`<p class="muted"><i>No description provided.</i></p>`;
  const text =
    post.body === "" ? empty : markdown({ world, repository: thread.repository, kind: "comment" }, post.body);
  return html`<div class="post ${isOwn ? "own" : ""}" id="${id}"><div class="who">${avatar(world, post.author)}</div><div class="box">
    <header>${accountLink(world, post.author)} <span class="muted">${"thread" in post ? "commented" : "opened"} <a class="muted" href="#${id}">${time(post.createdAt)}</a>${edited}</span></header>
    <div class="pad">${text}${reactions(post)}${more}</div></div></div>`;
}

function commentBox(world: World, thread: Thread, comment: Comment): Html {
  const id = commentUrl(world, comment).split("#")[1] ?? "";
  const replies = thread.comments.filter((one) => one.replyTo === comment);
  const below =
    replies.length === 0
      ? ""
      : html`<div class="replies">${replies.map((one) => commentBox(world, thread, one))}</div>`;
  const shown = postBox(world, thread, comment, id, below);
  if (comment.minimizedReason === null) return shown;
  return html`<details class="event"><summary>This comment was marked as ${comment.minimizedReason}.</summary>${shown}</details>`;
}

/** What an event's details are, in words. */
const WORDS: Readonly<Record<string, (event: TimelineEvent, world: World) => Part>> = {
  closed: (event) =>
    html`closed this${event.stateReason ? html` as <b>${String(event.stateReason).replace("_", " ")}</b>` : ""}`,
  reopened: () => "reopened this",
  labeled: (event, world) => html`added ${labelChip(world, event.label as Label)}`,
  unlabeled: (event, world) => html`removed ${labelChip(world, event.label as Label)}`,
  assigned: (event, world) => html`assigned ${accountLink(world, event.assignee as Account)}`,
  unassigned: (event, world) => html`unassigned ${accountLink(world, event.assignee as Account)}`,
  milestoned: (event) => html`added this to the <b>${String(event.milestoneTitle)}</b> milestone`,
  demilestoned: (event) => html`removed this from the <b>${String(event.milestoneTitle)}</b> milestone`,
  renamed: (event) =>
    html`changed the title <s>${String(event.previousTitle)}</s> <b>${String(event.currentTitle)}</b>`,
  locked: () => "locked the conversation",
  unlocked: () => "unlocked the conversation",
  merged: (event) => html`merged commit <span class="mono">${String(event.commitSha).slice(0, 7)}</span>`,
  comment_deleted: (event, world) =>
    html`deleted a comment from ${accountLink(world, event.deletedCommentAuthor as Account | null)}`,
};

function eventLine(world: World, event: TimelineEvent): Html {
  const words = WORDS[event.event]?.(event, world) ?? event.event;
  return html`<div class="event">${avatar(world, event.actor)} ${accountLink(world, event.actor)} ${words} <span class="small">${time(event.createdAt)}</span></div>`;
}

function timeline(world: World, thread: Thread): Html[] {
  const items: readonly (Comment | TimelineEvent)[] = [...thread.comments, ...thread.events];
  return items
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.id - b.id)
    .flatMap((item) => {
      if ("event" in item) return [eventLine(world, item as TimelineEvent)];
      const comment = item as Comment;
      return comment.replyTo === null ? [commentBox(world, thread, comment)] : [];
    });
}

/** The state as a badge. */
function stateBadge(thread: Thread): Html {
  const isMerged = thread.__typename === "PullRequest" && thread.mergedAt !== null;
  const word = isMerged
    ? "Merged"
    : thread.state === "open"
      ? "Open"
      : thread.stateReason === "not_planned"
        ? "Closed as not planned"
        : "Closed";
  const kind = thread.__typename === "PullRequest" ? "pull" : (thread.stateReason ?? "");
  return html`<span class="state ${isMerged ? "merged" : thread.state} ${isMerged ? "" : kind}">${thread.state === "open" ? "⊙" : "✓"} ${word}</span>`;
}

function milestoneLink(world: World, milestone: Milestone | null): Part {
  return milestone === null
    ? "No milestone"
    : html`<a href="${milestoneUrl(world, milestone)}">${milestone.title}</a>`;
}

function sideBar(world: World, thread: Thread): Html {
  const people =
    "assignees" in thread
      ? thread.assignees.map((who) => html`<div>${avatar(world, who)} ${accountLink(world, who)}</div>`)
      : [];
  const labels = thread.labels.map((label) => html`${labelChip(world, label)} `);
  const part = (title: string, content: Part) => html`<div><h2>${title}</h2>${content}</div>`;
  return html`<aside class="side">
    ${"assignees" in thread ? part("Assignees", people.length === 0 ? "No one" : people) : ""}
    ${part("Labels", labels.length === 0 ? "None yet" : labels)}
    ${"milestone" in thread ? part("Milestone", milestoneLink(world, thread.milestone)) : ""}
    ${thread.locked ? part("Locked", "Only collaborators can comment.") : ""}</aside>`;
}

const TABS = { Issue: "Issues", PullRequest: "Pull requests", Discussion: "Discussions" } as const;

function changes(world: World, thread: Thread): Part {
  if (thread.__typename !== "PullRequest") return "";
  return html`<h2>Files changed</h2>${pullFiles(thread).map((file) => diffBox(world, thread.repository, thread.headSha, file))}`;
}

/** `/owner/name/issues/1`, `/pull/1`, `/discussions/1`; each leads to the right one of the three, as on GitHub. */
export function threadPage(call: PageCall): PageAnswer {
  const { world } = call;
  const repository = repositoryAt(call);
  const number = Number(call.at.number);
  const thread = repository?.threads.get(number) ?? repository?.goneThreads.get(number);
  if (repository === null || thread === undefined || thread === "deleted") return null;
  const address = threadUrl(world, thread);
  if (`${world.baseUrl}${call.url.pathname}` !== address) return { location: address };
  const from =
    thread.__typename === "PullRequest"
      ? html` wants to merge <b>${thread.headRef}</b> into <b>${thread.baseRef}</b>`
      : "";
  const kind = thread.__typename === "Discussion" ? html`<span class="pill">${thread.category}</span> ` : "";
  const body = html`<h1>${thread.title} <span class="muted">#${thread.number}</span></h1>
    <p>${stateBadge(thread)} ${kind}${accountLink(world, thread.author)} <span class="muted">opened this ${time(thread.createdAt)}${from} · ${plural(thread.comments.length, "comment")}</span></p>
    <div class="columns"><div>${postBox(world, thread, thread, `issue-${thread.id}`)}${timeline(world, thread)}${changes(world, thread)}</div>${sideBar(world, thread)}</div>`;
  return {
    title: `${thread.title} #${thread.number}`,
    body,
    repository: thread.repository,
    tab: TABS[thread.__typename],
  };
}
