import { structuredPatch } from "diff";
import { diffTrees, type FileDiff } from "../git/diff.ts";
import { ancestors, mergeBase } from "../git/history.ts";
import { type Commit, readObject } from "../git/objects.ts";
import { blobUrl } from "../world/links.ts";
import { findCommit } from "../world/refs.ts";
import type { Repository } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import { commitLine, repositoryAt } from "./code.ts";
import { type Html, html } from "./html.ts";
import { box, type PageAnswer, type PageCall } from "./layout.ts";

/** `/owner/name/commits/REF`. */
export function commitsPage(call: PageCall): PageAnswer {
  const repository = repositoryAt(call);
  const head = repository === null ? undefined : findCommit(repository, call.at.rest ?? "HEAD");
  if (repository === null || head === undefined) return null;
  const commits = Array.from(ancestors(repository.git, head.sha)).slice(0, 250);
  const rows = commits.map(
    (commit) =>
      html`<div class="row"><div class="grow">${commitLine(call.world, repository, commit)}</div><span class="mono muted">${commit.sha.slice(0, 7)}</span></div>`,
  );
  return { title: "Commits", body: html`<h2>Commits</h2>${box("", rows)}`, repository, tab: "Code" };
}

function textOf(repository: Repository, sha: string | null): string {
  return sha === null ? "" : (readObject(repository.git, sha, "Blob")?.data.toString() ?? "");
}

const CLASSES: Readonly<Record<string, string>> = { "+": "add", "-": "del" };

/** What changed in a file, as a diff. */
export function diffBox(world: World, repository: Repository, ref: string, file: FileDiff): Html {
  const { hunks } = structuredPatch(
    "a",
    "b",
    textOf(repository, file.before),
    textOf(repository, file.after),
    "",
    "",
    { context: 3 },
  );
  const rows = hunks.flatMap((hunk) => [
    html`<tr class="hunk"><td></td><td>@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@</td></tr>`,
    ...hunk.lines.map(
      (line) =>
        html`<tr class="${CLASSES[line[0] ?? ""] ?? ""}"><td class="n">${line[0]}</td><td>${line.slice(1)}</td></tr>`,
    ),
  ]);
  const from = file.previousPath === null ? "" : html`<span class="muted">${file.previousPath} → </span>`;
  const name = html`${from}<a class="mono" href="${blobUrl(world, repository, ref, file.path)}">${file.path}</a> <span class="pill">${file.status}</span>`;
  return box(name, html`<table class="code">${rows}</table>`);
}

/** What a commit changed. */
export function changedFiles(repository: Repository, commit: Commit): FileDiff[] {
  const parent = commit.parents[0];
  const before = parent === undefined ? null : (readObject(repository.git, parent, "Commit")?.tree ?? null);
  return diffTrees(repository.git, before, commit.tree);
}

/** `/owner/name/commit/SHA`. */
export function commitPage(call: PageCall): PageAnswer {
  const repository = repositoryAt(call);
  const commit = repository === null ? undefined : findCommit(repository, call.at.rest ?? "");
  if (repository === null || commit === undefined) return null;
  const files = changedFiles(repository, commit);
  const body = html`${box(
    html`<b>${commit.message.split("\n")[0]}</b>`,
    html`<div class="pad">${commitLine(call.world, repository, commit)}
    <span class="mono muted">${commit.sha}</span></div>`,
  )}${files.map((file) => diffBox(call.world, repository, commit.sha, file))}`;
  return { title: commit.message.split("\n")[0] ?? commit.sha, body, repository, tab: "Code" };
}

/** `/owner/name/compare/BASE...HEAD`. */
export function comparePage(call: PageCall): PageAnswer {
  const repository = repositoryAt(call);
  const [baseName = "", headName = ""] = (call.at.rest ?? "").split("...");
  if (repository === null) return null;
  const base = findCommit(repository, baseName);
  const head = findCommit(repository, headName);
  if (base === undefined || head === undefined) return null;
  const common = readObject(
    repository.git,
    mergeBase(repository.git, base.sha, head.sha) ?? base.sha,
    "Commit",
  );
  const files = diffTrees(repository.git, common?.tree ?? null, head.tree);
  const body = html`<h2>Comparing ${baseName} and ${headName}</h2>${files.map((file) => diffBox(call.world, repository, head.sha, file))}`;
  return { title: "Comparison", body, repository, tab: "Code" };
}
