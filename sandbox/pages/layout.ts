import type { Account, Label } from "../world/entities.ts";
import { accountUrl, labelUrl, repositoryUrl } from "../world/links.ts";
import { fullName, type Repository } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import { type Html, html, type Part } from "./html.ts";

/** What a page is made from. */
export interface PageCall {
  readonly world: World;
  /** What the address's pattern named, decoded. */
  readonly at: Readonly<Record<string, string | undefined>>;
  readonly url: URL;
}

export interface Page {
  readonly title: string;
  readonly body: Html;
  readonly repository?: Repository;
  /** The tab that is open. */
  readonly tab?: string;
  readonly status?: number;
}

/** A page, the address of another, or nothing here. */
export type PageAnswer = Page | { readonly location: string } | null;

const TABS: readonly (readonly [name: string, path: string])[] = [
  ["Code", ""],
  ["Issues", "/issues"],
  ["Pull requests", "/pulls"],
  ["Discussions", "/discussions"],
  ["Milestones", "/milestones"],
  ["Checks", "/runs"],
];

function countOf(repository: Repository, tab: string): number | null {
  const threads = [...repository.threads.values()].filter((thread) => thread.state === "open");
  const kinds: Readonly<Record<string, string>> = {
    Issues: "Issue",
    "Pull requests": "PullRequest",
    Discussions: "Discussion",
  };
  if (tab === "Milestones") return repository.milestones.size;
  if (tab === "Checks") return repository.checkRuns.length;
  return kinds[tab] === undefined
    ? null
    : threads.filter((thread) => thread.__typename === kinds[tab]).length;
}

function repositoryHead(world: World, repository: Repository, open: string | undefined): Html {
  const base = repositoryUrl(world, repository);
  const tabs = TABS.map(([name, path]) => {
    const count = countOf(repository, name);
    const number = count === null || count === 0 ? "" : html` <span class="count">${count}</span>`;
    return html`<a href="${base}${path}" class="${name === open ? "on" : ""}">${name}${number}</a>`;
  });
  return html`<span class="name"><a href="${accountUrl(world, repository.owner)}">${repository.owner.login}</a> /
    <b><a href="${base}">${repository.name}</a></b></span> <span class="pill">${repository.visibility}</span>${
      repository.archived ? html` <span class="pill">archived</span>` : ""
    }<nav>${tabs}</nav>`;
}

/** The whole document. */
export function layout(world: World, page: Page): string {
  const { repository } = page;
  const head =
    repository === undefined
      ? html`<span class="name"><b>Sandbox</b></span><nav></nav>`
      : repositoryHead(world, repository, page.tab);
  // Pages that begin with a list or a file have no heading that is seen.
  const heading = page.body.markup.includes("<h1") ? "" : html`<h1 class="unseen">${page.title}</h1>`;
  const title = repository === undefined ? page.title : `${page.title} · ${fullName(repository)}`;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="${world.baseUrl}/_sandbox/style.css"><link rel="icon" href="data:,"></head>
<body><header><div class="banner">This is the sandbox: a GitHub on this machine, gone when it stops. Nothing here is on github.com.
<a href="${world.baseUrl}/">All repositories, and an edit to try</a> · <a href="${world.baseUrl}/_sandbox/deliveries">Webhooks</a></div>
<div class="top">${head}</div></header><main>${heading}${page.body}</main><script src="${world.baseUrl}/_sandbox/lines.js"></script></body></html>`
    .markup;
}

/** An account's initials in a disc, linked. */
export function avatar(world: World, who: Account | null): Html {
  const login = who?.login ?? "ghost";
  const kind = who?.__typename === "Bot" ? "avatar bot" : "avatar";
  return html`<img class="${kind}" alt="" src="${world.baseUrl}/avatars/${encodeURIComponent(login)}.svg">`;
}

export function accountLink(world: World, who: Account | null): Html {
  if (who === null) return html`<b>ghost</b>`;
  const isBot = who.__typename === "Bot";
  const name = who.login.replace(/\[bot\]$/, "");
  return html`<a class="title" href="${accountUrl(world, who)}">${name}</a>${isBot ? html` <span class="pill">bot</span>` : ""}`;
}

/** A label as a chip in its color, its text black or white, whichever is easier to read. */
export function labelChip(world: World, label: Label): Html {
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(label.color.slice(at, at + 2), 16));
  const light = (0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0)) / 255;
  // The color is six hexadecimal digits: it was checked when the label was made.
  const style = `background: #${label.color}; color: ${light > 0.6 ? "#1f2328" : "#fff"}`;
  return html`<a class="label" style="${style}" href="${labelUrl(world, label)}" title="${label.description ?? ""}">${label.name}</a>`;
}

/** A moment, to the minute, as the world's clock has it. */
export function time(at: Date): Html {
  return html`<time datetime="${at.toISOString()}">${at.toISOString().slice(0, 16).replace("T", " ")}</time>`;
}

/** Something in the plural, where it is not one. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

export function box(header: Part, rows: Part): Html {
  return html`<div class="box">${header ? html`<header>${header}</header>` : ""}${rows}</div>`;
}
