import { readObject } from "../git/objects.ts";
import { findEntry } from "../git/trees.ts";
import type { Commit, TreeEntry } from "../git/objects.ts";
import { ancestors } from "../git/history.ts";
import { blobUrl, commitUrl, repositoryUrl } from "../world/links.ts";
import { findCommit } from "../world/refs.ts";
import { fullName, type Repository } from "../world/repository.ts";
import { findRepository, type World } from "../world/world.ts";
import { editLink } from "./edit-link.ts";
import { type Html, html, type Part } from "./html.ts";
import { avatar, box, type Page, type PageAnswer, type PageCall, plural, time } from "./layout.ts";
import { markdown } from "./markdown.ts";

/** The repository that the address names; null: there is none. */
export function repositoryAt({ world, at }: PageCall): Repository | null {
  return findRepository(world, `${at.owner}/${at.repo}`) ?? null;
}

interface Place {
  readonly world: World;
  readonly repository: Repository;
  readonly ref: string;
  readonly path: string;
}

export function commitLine(world: World, repository: Repository, commit: Commit): Html {
  const who = world.accounts.get(commit.author.login?.toLowerCase() ?? "") ?? null;
  return html`${avatar(world, who)} <b>${commit.author.login ?? commit.author.name}</b>
    <a class="muted" href="${commitUrl(world, repository, commit.sha)}">${commit.message.split("\n")[0]}</a>
    <span class="muted small">${time(commit.author.date)}</span>`;
}

function entryRow({ world, repository, ref, path }: Place, entry: TreeEntry): Html {
  const isFolder = entry.mode === "40000";
  const full = path === "" ? entry.name : `${path}/${entry.name}`;
  const url = blobUrl(world, repository, ref, full, isFolder ? "tree" : "blob");
  return html`<div class="row"><span class="muted">${isFolder ? "▸" : "·"}</span><a class="grow" href="${url}">${entry.name}</a></div>`;
}

/** `folder / file`, each part a link. */
function crumbs({ world, repository, ref, path }: Place): Html {
  const parts = path.split("/");
  const links = parts.map((part, i): Part => {
    const url = blobUrl(
      world,
      repository,
      ref,
      parts.slice(0, i + 1).join("/"),
      i === parts.length - 1 ? "blob" : "tree",
    );
    return html` / <a href="${url}">${part}</a>`;
  });
  return html`<p><a href="${repositoryUrl(world, repository)}/tree/${ref}">${repository.name}</a>${links} <span class="pill mono">${ref.slice(0, 12)}</span></p>`;
}

function folderBody(place: Place, commit: Commit, entries: readonly TreeEntry[]): Html {
  const { world, repository, path } = place;
  const sorted = entries.toSorted((a, b) => Number(b.mode === "40000") - Number(a.mode === "40000"));
  const readme = entries.find((entry) => /^readme\.md$/i.test(entry.name));
  const text =
    readme === undefined ? undefined : readObject(repository.git, readme.sha, "Blob")?.data.toString();
  return html`${path === "" ? "" : crumbs(place)}${box(
    commitLine(world, repository, commit),
    sorted.map((entry) => entryRow(place, entry)),
  )}
    ${text === undefined ? "" : box("README", html`<div class="pad">${markdown({ world, repository, kind: "file" }, text)}</div>`)}`;
}

/** Lines of code, each with an anchor. */
function codeTable(text: string): Html {
  const lines = text.replace(/\n$/, "").split("\n");
  const rows = lines.map(
    (line, i) =>
      html`<tr id="L${i + 1}"><td class="n"><a href="#L${i + 1}">${i + 1}</a></td><td>${line.replace(/\r$/, "")}</td></tr>`,
  );
  return html`<table class="code">${rows}</table>`;
}

function fileBody(place: Place, data: Buffer, isPlain: boolean): Html {
  const { world, repository, ref, path } = place;
  const isMarkdown = /\.(md|markdown|mdown)$/i.test(path);
  const url = blobUrl(world, repository, ref, path);
  const raw = blobUrl(world, repository, ref, path, "raw");
  const views = isMarkdown ? html`<a href="${url}">Preview</a> · <a href="${url}?plain=1">Code</a> · ` : "";
  const header = html`${editLink(world, repository, ref, path)}${views}<a href="${raw}">Raw</a> <span class="muted small">${plural(data.length, "byte")}</span>`;
  const isBinary = data.subarray(0, 8000).includes(0);
  const shown = (): Html => {
    if (isBinary) return html`<div class="pad muted">A binary file.</div>`;
    if (!isMarkdown || isPlain) return codeTable(data.toString());
    return html`<div class="pad">${markdown({ world, repository, kind: "file" }, data.toString())}</div>`;
  };
  return html`${crumbs(place)}${box(header, shown())}`;
}

/**
 * A folder or file at a branch, tag or commit. The name of a branch may hold slashes: the longest that fits is taken.
 */
function placeOf(
  world: World,
  repository: Repository,
  rest: string,
): { place: Place; commit: Commit } | null {
  const parts = rest.split("/").filter((part) => part !== "");
  for (let count = 1; count <= parts.length; count += 1) {
    const ref = parts.slice(0, count).join("/");
    const commit = findCommit(repository, ref);
    if (commit !== undefined)
      return { place: { world, repository, ref, path: parts.slice(count).join("/") }, commit };
  }
  return null;
}

/** `/owner/name`. */
export function repositoryPage(call: PageCall): PageAnswer {
  const repository = repositoryAt(call);
  if (repository === null) return null;
  const { world } = call;
  const base = repositoryUrl(world, repository);
  if (`${call.at.owner}/${call.at.repo}` !== fullName(repository)) return { location: base };
  const commit = findCommit(repository, "HEAD");
  const about = html`<p class="muted">${repository.description}</p>`;
  if (commit === undefined) return page(repository, html`${about}<p class="muted">No commits yet.</p>`);
  const place = { world, repository, ref: repository.defaultBranch, path: "" };
  const entries = readObject(repository.git, commit.tree, "Tree")?.entries ?? [];
  const count = Array.from(ancestors(repository.git, commit.sha)).length;
  return page(
    repository,
    html`${about}<p><span class="pill">${repository.defaultBranch}</span> <a href="${base}/commits/${repository.defaultBranch}">${plural(count, "commit")}</a>
      · <a href="${base}/labels">${plural(repository.labels.size, "label")}</a></p>${folderBody(place, commit, entries)}`,
  );
}

function page(repository: Repository, body: Html, title = "Code"): Page {
  return { title, body, repository, tab: "Code" };
}

/** `/owner/name/blob/REF/PATH` and `/owner/name/tree/REF/PATH`. */
export function filePage(call: PageCall): PageAnswer {
  const repository = repositoryAt(call);
  const found = repository === null ? null : placeOf(call.world, repository, call.at.rest ?? "");
  if (repository === null || found === null) return null;
  const { place, commit } = found;
  const entry = findEntry(repository.git, commit.tree, place.path);
  const object = entry === undefined ? undefined : repository.git.objects.get(entry.sha);
  if (object?.__typename === "Tree")
    return page(repository, folderBody(place, commit, object.entries), place.path);
  if (object?.__typename !== "Blob") return null;
  return page(
    repository,
    fileBody(place, object.data, call.url.searchParams.get("plain") === "1"),
    place.path,
  );
}

/** A file's bytes; null where there is none. */
export function rawFile(call: PageCall): Buffer | null {
  const repository = repositoryAt(call);
  const found = repository === null ? null : placeOf(call.world, repository, call.at.rest ?? "");
  if (repository === null || found === null) return null;
  const entry = findEntry(repository.git, found.commit.tree, found.place.path);
  return entry === undefined ? null : (readObject(repository.git, entry.sha, "Blob")?.data ?? null);
}
