import { type Answer, type Call, ok } from "../http/answer.ts";
import { repositoryOf, type Route } from "../http/route.ts";
import { readObject, type TreeEntry } from "../git/objects.ts";
import { findEntry } from "../git/trees.ts";
import { blobUrl, escapePath, repositoryApi } from "../world/links.ts";
import { notFound, Refusal } from "../world/refusal.ts";
import { commitNamed } from "../world/refs.ts";
import type { Repository } from "../world/repository.ts";

/** GitHub leaves the content out above this, in bytes, and answers nothing above a hundred times as much. */
const MAX_INLINE = 1_048_576;

export interface Place {
  readonly call: Call;
  readonly repository: Repository;
  readonly ref: string;
}

function typeOf(entry: TreeEntry): string {
  return { "40000": "dir", "120000": "symlink", "160000": "submodule" }[entry.mode] ?? "file";
}

export function entryShape({ call, repository, ref }: Place, path: string, entry: TreeEntry) {
  const { world } = call;
  const isFolder = entry.mode === "40000";
  const url = `${repositoryApi(world, repository)}/contents/${escapePath(path)}?ref=${encodeURIComponent(ref)}`;
  const git = `${repositoryApi(world, repository)}/git/${isFolder ? "trees" : "blobs"}/${entry.sha}`;
  const html = blobUrl(world, repository, ref, path, isFolder ? "tree" : "blob");
  return {
    name: path.split("/").at(-1) ?? "",
    path,
    sha: entry.sha,
    size: readObject(repository.git, entry.sha, "Blob")?.data.length ?? 0,
    url,
    html_url: html,
    git_url: git,
    download_url: isFolder ? null : blobUrl(world, repository, ref, path, "raw"),
    type: typeOf(entry),
    _links: { self: url, git, html },
  };
}

function fileAnswer(place: Place, path: string, entry: TreeEntry): Answer {
  const data = readObject(place.repository.git, entry.sha, "Blob")?.data;
  if (data === undefined) throw notFound();
  if (/\braw\b/.test(place.call.accept)) {
    return {
      status: 200,
      body: data,
      headers: { "content-type": "application/vnd.github.raw+json; charset=utf-8" },
    };
  }
  if (data.length > MAX_INLINE * 100) throw new Refusal(403, "This API returns blobs up to 100 MB in size.");
  const isLarge = data.length > MAX_INLINE;
  const content = isLarge ? "" : wrap(data.toString("base64"));
  return ok({ ...entryShape(place, path, entry), content, encoding: isLarge ? "none" : "base64" });
}

/** Base64 with a line break after each 60 characters, as GitHub sends it. */
function wrap(base64: string): string {
  return base64.replace(/.{1,60}/g, "$&\n");
}

function folderAnswer(place: Place, path: string, entry: TreeEntry): Answer {
  const entries = readObject(place.repository.git, entry.sha, "Tree")?.entries ?? [];
  const prefix = path === "" ? "" : `${path}/`;
  const shapes = entries.slice(0, 1000).map((child) => entryShape(place, `${prefix}${child.name}`, child));
  if (!/\bobject\b/.test(place.call.accept)) return ok(shapes);
  return ok({ ...entryShape(place, path, entry), entries: shapes });
}

function get(call: Call): Answer {
  const repository = repositoryOf(call);
  const path = String(call.path.path).split("/").filter(Boolean).join("/");
  const ref = String(call.query.ref ?? repository.defaultBranch);
  if (repository.refs.size === 0) throw new Refusal(404, "This repository is empty.");
  const commit = noCommitOr404(repository, ref);
  const entry = findEntry(repository.git, commit.tree, path);
  if (entry === undefined) throw notFound();
  const place = { call, repository, ref };
  return entry.mode === "40000" ? folderAnswer(place, path, entry) : fileAnswer(place, path, entry);
}

function noCommitOr404(repository: Repository, ref: string) {
  try {
    return commitNamed(repository, ref);
  } catch {
    throw new Refusal(404, `No commit found for the ref ${ref}`);
  }
}

export const contentRoutes: readonly Route[] = [
  { operation: "GET /repos/{owner}/{repo}/contents/{path}", needs: [["contents", "read"]], handle: get },
];
