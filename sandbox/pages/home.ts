import { accountUrl, repositoryUrl } from "../world/links.ts";
import { fullName, type Repository } from "../world/repository.ts";
import { allRepositories, type World } from "../world/world.ts";
import { invitation } from "./edit.ts";
import { html } from "./html.ts";
import { avatar, box, type PageAnswer, type PageCall, plural } from "./layout.ts";

function row(world: World, repository: Repository) {
  const open = [...repository.threads.values()].filter((thread) => thread.state === "open").length;
  const comments = [...repository.threads.values()].reduce((sum, thread) => sum + thread.comments.length, 0);
  return html`<div class="row"><div class="grow"><a class="title" href="${repositoryUrl(world, repository)}">${fullName(repository)}</a>
    <span class="pill">${repository.visibility}</span>${repository.archived ? html` <span class="pill">archived</span>` : ""}
    <div class="muted">${repository.description}</div></div>
    <span class="muted small">${open} open · ${plural(comments, "comment")} · ${plural(repository.milestones.size, "milestone")}</span></div>`;
}

function byName(a: Repository, b: Repository): number {
  return fullName(a).toLowerCase() < fullName(b).toLowerCase() ? -1 : 1;
}

/** The start page: all repositories, private ones too, for whoever runs the sandbox. */
export function homePage({ world }: PageCall): PageAnswer {
  const all = allRepositories(world).sort(byName);
  const body = html`${invitation(world)}<h1>Repositories</h1>${
    all.length === 0
      ? html`<p class="muted">None yet.</p>`
      : box(
          "",
          all.map((one) => row(world, one)),
        )
  }`;
  return { title: "Sandbox", body };
}

/** An owner, a person or an app. */
export function accountPage({ world, at }: PageCall): PageAnswer {
  const login = at.app === undefined ? at.owner : `${at.app}[bot]`;
  const who = world.accounts.get(String(login).toLowerCase());
  if (who === undefined) return null;
  const own = allRepositories(world)
    .filter((one) => one.owner === who)
    .sort(byName);
  const body = html`<h1>${avatar(world, who)} ${who.name ?? who.login}</h1>
    <p class="muted"><a href="${accountUrl(world, who)}">${who.login}</a> · ${who.__typename}</p>
    ${
      own.length === 0
        ? ""
        : box(
            "Repositories",
            own.map((one) => row(world, one)),
          )
    }`;
  return { title: who.login, body };
}
