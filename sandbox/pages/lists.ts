import { countOf } from "../rest/shapes/thread.ts";
import type { Milestone, Thread } from "../world/entities.ts";
import { milestoneUrl, repositoryUrl, threadUrl } from "../world/links.ts";
import type { Repository } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import { repositoryAt } from "./code.ts";
import { type Html, html } from "./html.ts";
import {
  accountLink,
  avatar,
  box,
  labelChip,
  type PageAnswer,
  type PageCall,
  plural,
  time,
} from "./layout.ts";
import { markdown } from "./markdown.ts";

function threadRow(world: World, thread: Thread): Html {
  const isMerged = thread.__typename === "PullRequest" && thread.mergedAt !== null;
  const people = "assignees" in thread ? thread.assignees.map((who) => avatar(world, who)) : [];
  const milestone =
    "milestone" in thread && thread.milestone !== null ? html` · ${thread.milestone.title}` : "";
  return html`<div class="row"><span class="dot ${isMerged ? "merged" : thread.state}"></span><div class="grow">
    <a class="title" href="${threadUrl(world, thread)}">${thread.title}</a> ${thread.labels.map((label) => html`${labelChip(world, label)} `)}
    <div class="muted small">#${thread.number} · ${accountLink(world, thread.author)} ${time(thread.createdAt)}${milestone}</div></div>
    ${people}<span class="muted small">${thread.comments.length > 0 ? html`${thread.comments.length} 💬` : ""}</span></div>`;
}

/** A list of threads: open ones, unless the address says `?state=closed` or there are none but closed ones. */
function threadList(call: PageCall, all: readonly Thread[], empty: string): Html {
  const count = (state: string) => all.filter((thread) => thread.state === state).length;
  const asked =
    call.url.searchParams.get("state") ?? (count("open") === 0 && count("closed") > 0 ? "closed" : "open");
  const wanted = asked === "closed" ? "closed" : "open";
  const header = html`<a class="${wanted === "open" ? "title" : "muted"}" href="?state=open">${count("open")} open</a> ·
    <a class="${wanted === "closed" ? "title" : "muted"}" href="?state=closed">${count("closed")} closed</a>`;
  const rows = all.filter((thread) => thread.state === wanted).sort((a, b) => b.number - a.number);
  const shown = rows.map((thread) => threadRow(call.world, thread));
  return box(header, shown.length === 0 ? html`<div class="pad muted">${empty}</div>` : shown);
}

const KINDS: Readonly<Record<string, readonly [typename: string, tab: string]>> = {
  issues: ["Issue", "Issues"],
  pulls: ["PullRequest", "Pull requests"],
  discussions: ["Discussion", "Discussions"],
};

/** `/owner/name/issues`, `/pulls` and `/discussions`. */
export function threadsPage(call: PageCall): PageAnswer {
  const repository = repositoryAt(call);
  const [typename, tab = ""] = KINDS[call.at.list ?? ""] ?? [];
  if (repository === null || typename === undefined) return null;
  const all = [...repository.threads.values()].filter((thread) => thread.__typename === typename);
  return { title: tab, body: threadList(call, all, "Nothing here."), repository, tab };
}

function progress(milestone: Milestone): Html {
  const closed = countOf(milestone, "closed");
  const all = closed + countOf(milestone, "open");
  const share = all === 0 ? 0 : Math.round((100 * closed) / all);
  return html`<div class="progress"><svg width="${share}%" height="8"><rect width="100%" height="8" fill="#1f883d"/></svg></div>
    <span class="small muted">${share}% complete · ${all - closed} open · ${closed} closed</span>`;
}

function milestoneRow(world: World, milestone: Milestone): Html {
  const due =
    milestone.dueOn === null ? "No due date" : html`Due ${milestone.dueOn.toISOString().slice(0, 10)}`;
  const first = (milestone.description ?? "")
    .split("<!--")
    .map((part, at) => (at === 0 ? part : part.slice(part.indexOf("-->") + 3)))
    .join("")
    .trim()
    .split("\n")[0];
  return html`<div class="row"><div class="grow"><a class="title" href="${milestoneUrl(world, milestone)}">${milestone.title}</a>
    <span class="pill">${milestone.state}</span><div class="muted small">${due} · last updated ${time(milestone.updatedAt)}</div>
    <div class="muted">${first}</div></div><div class="grow">${progress(milestone)}</div></div>`;
}

/** `/owner/name/milestones`. */
export function milestonesPage(call: PageCall): PageAnswer {
  const repository = repositoryAt(call);
  if (repository === null) return null;
  const rows = [...repository.milestones.values()].map((milestone) => milestoneRow(call.world, milestone));
  const body =
    rows.length === 0
      ? html`<p class="muted">No milestones.</p>`
      : box(plural(rows.length, "milestone"), rows);
  return { title: "Milestones", body, repository, tab: "Milestones" };
}

/** `/owner/name/milestone/1`: the description, and what is in it. */
export function milestonePage(call: PageCall): PageAnswer {
  const { world } = call;
  const repository = repositoryAt(call);
  const milestone = repository?.milestones.get(Number(call.at.number));
  if (repository === null || milestone === undefined) return null;
  const all = [...repository.threads.values()].filter(
    (thread) => "milestone" in thread && thread.milestone === milestone,
  );
  const text = milestone.description ?? "";
  const description =
    text === ""
      ? ""
      : box("", html`<div class="pad">${markdown({ world, repository, kind: "comment" }, text)}</div>`);
  const body = html`<h1>${milestone.title} <span class="pill">${milestone.state}</span></h1><p>${progress(milestone)}</p>${description}
    ${threadList(call, all, "No issues in this milestone.")}`;
  return { title: `Milestone ${milestone.title}`, body, repository, tab: "Milestones" };
}

function labelRow(world: World, repository: Repository, name: string): Html {
  const label = repository.labels.get(name);
  if (label === undefined) return html``;
  const count = [...repository.threads.values()].filter((thread) => thread.labels.includes(label)).length;
  return html`<div class="row"><div class="grow">${labelChip(world, label)}</div><div class="grow muted">${label.description}</div><span class="muted small">${count}</span></div>`;
}

/** `/owner/name/labels`. */
export function labelsPage(call: PageCall): PageAnswer {
  const repository = repositoryAt(call);
  if (repository === null) return null;
  const rows = [...repository.labels.keys()].sort().map((name) => labelRow(call.world, repository, name));
  const body =
    rows.length === 0 ? html`<p class="muted">No labels.</p>` : box(plural(rows.length, "label"), rows);
  return { title: "Labels", body, repository, tab: "Issues" };
}

/** `/owner/name/labels/NAME`: what carries it. */
export function labelPage(call: PageCall): PageAnswer {
  const repository = repositoryAt(call);
  const label = repository?.labels.get((call.at.rest ?? "").toLowerCase());
  if (repository === null || label === undefined) return null;
  const all = [...repository.threads.values()].filter((thread) => thread.labels.includes(label));
  const more = html`<a href="${repositoryUrl(call.world, repository)}/labels">All labels</a>`;
  const body = html`<h1>${labelChip(call.world, label)}</h1><p class="muted">${label.description} ${more}</p>${threadList(call, all, "Nothing has it.")}`;
  return { title: label.name, body, repository, tab: "Issues" };
}
