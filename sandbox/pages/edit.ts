import { readObject } from "../git/objects.ts";
import { findEntry } from "../git/trees.ts";
import { blobUrl, checkRunUrl, commitUrl, repositoryUrl } from "../world/links.ts";
import { findCommit } from "../world/refs.ts";
import { fullName, type Repository } from "../world/repository.ts";
import { allRepositories, type World } from "../world/world.ts";
import { badge } from "./check-run.ts";
import { repositoryAt } from "./code.ts";
import { changedFiles, diffBox } from "./commits.ts";
import { editUrl } from "./edit-link.ts";
import { type Html, html } from "./html.ts";
import { box, type PageAnswer, type PageCall, time } from "./layout.ts";
import { markdown } from "./markdown.ts";

/** A file at the head of the default branch: the one that can be edited. */
interface Editable {
  readonly repository: Repository;
  readonly path: string;
  readonly text: string;
}

/** The file that an address of the editor names. */
export function editableAt(call: PageCall): Editable | null {
  const repository = repositoryAt(call);
  const prefix = `${repository?.defaultBranch}/`;
  const rest = call.at.rest ?? "";
  if (repository === null || !rest.startsWith(prefix)) return null;
  const path = rest.slice(prefix.length);
  const head = findCommit(repository, "HEAD");
  const entry = head === undefined ? undefined : findEntry(repository.git, head.tree, path);
  const blob = entry === undefined ? undefined : readObject(repository.git, entry.sha, "Blob");
  return blob === undefined ? null : { repository, path, text: blob.data.toString() };
}

/** `/owner/name/edit/BRANCH/PATH`: a form that commits to the default branch and pushes. */
export function editPage(call: PageCall): PageAnswer {
  const file = editableAt(call);
  if (file === null) return null;
  const { repository, path, text } = file;
  // A browser takes the first end of line in a text area away.
  const body = html`<h1>Edit ${path.split("/").at(-1)}</h1>
    <p class="muted">Change something that was said about an issue, add a TODO, or take one out. What the app does about it is shown next.</p>
    <form class="edit" method="post" action="${editUrl(call.world, repository, path)}">
    <label for="text">${path} in ${fullName(repository)}</label>
    <textarea id="text" name="text" rows="24" spellcheck="false" required>\n${text}</textarea>
    <label for="message">Commit message</label><input id="message" name="message" value="Edit ${path}" required>
    <p><button class="primary">Push this edit</button> <a href="${blobUrl(call.world, repository, repository.defaultBranch, path)}">Cancel</a></p></form>`;
  return { title: `Edit ${path}`, body, repository, tab: "Code" };
}

/** Where the commit of an edit is shown with what came of it. */
export function pushedUrl(world: World, repository: Repository, sha: string): string {
  return `${repositoryUrl(world, repository)}/pushed/${sha}`;
}

/** After this a push was none of the app's business. In milliseconds. */
const PATIENCE_MS = 20_000;

/** `/owner/name/pushed/SHA`: a push, and what the app did about it. GitHub has no such page; one is wanted here. */
export function pushedPage(call: PageCall): PageAnswer {
  const { world } = call;
  const repository = repositoryAt(call);
  const commit = repository === null ? undefined : findCommit(repository, call.at.rest ?? "");
  if (repository === null || commit === undefined) return null;
  const runs = repository.checkRuns.filter(({ headSha }) => headSha === commit.sha);
  const isDone = runs.length > 0 && runs.every(({ status }) => status === "completed");
  const reports = runs
    .filter(({ status }) => status === "completed")
    .map(
      (
        run,
      ) => html`<h2>${badge(run)} ${run.title}</h2>${markdown({ world, repository, kind: "comment" }, run.text ?? run.summary ?? "")}
      <p><a href="${checkRunUrl(world, run)}">The check run</a> on the commit.</p>`,
    );
  const isOverdue =
    runs.length === 0 && world.now().getTime() - new Date(commit.author.date).getTime() > PATIENCE_MS;
  const waiting = isOverdue
    ? html`<p class="waiting">The app did nothing: it takes the minutes that the configuration names, and only where they
      changed. <a href="">Look again</a></p>`
    : html`<p class="waiting" data-again role="status">The app received the push and is working … <a href="">Look again</a></p>`;
  const files = changedFiles(repository, commit);
  const again = files.map(
    ({ path }) => html`<a class="button" href="${editUrl(world, repository, path)}">Edit ${path} again</a> `,
  );
  const body = html`<h1>Pushed: ${commit.message.split("\n")[0]}</h1>
    <p><a class="mono" href="${commitUrl(world, repository, commit.sha)}">${commit.sha.slice(0, 7)}</a> <span class="muted">${time(commit.author.date)}</span></p>
    <h2>What the app did</h2>${box("", html`<div class="pad">${isDone ? reports : waiting}</div>`)}<p>${again}</p>
    <h2>What was pushed</h2>${files.map((file) => diffBox(world, repository, commit.sha, file))}`;
  return { title: "Pushed", body, repository, tab: "Code" };
}

/** Leads to the editor of the Markdown that was pushed last, where some was. */
export function invitation(world: World): Html | "" {
  const pushed = allRepositories(world).flatMap((repository) => {
    const head = findCommit(repository, "HEAD");
    const file =
      head && changedFiles(repository, head).find(({ path, after }) => after !== null && /\.md$/i.test(path));
    return head === undefined || file === undefined
      ? []
      : [{ repository, path: file.path, at: new Date(head.author.date).getTime() }];
  });
  const [last] = pushed.toSorted((one, other) => other.at - one.at);
  if (last === undefined) return "";
  const { repository, path } = last;
  return html`<div class="invitation"><div class="grow"><b>Try it:</b> edit <a href="${blobUrl(world, repository, repository.defaultBranch, path)}">${path}</a>
    of ${fullName(repository)}, push, and see what becomes of it.</div><a class="button primary" href="${editUrl(world, repository, path)}">Edit and push</a></div>`;
}
