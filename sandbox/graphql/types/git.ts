import { ancestors } from "../../git/history.ts";
import {
  type Blob,
  type Commit,
  readObject,
  type Signature,
  type Tree,
  type TreeEntry,
} from "../../git/objects.ts";
import { findEntry } from "../../git/trees.ts";
import { commitUrl, repositoryUrl } from "../../world/links.ts";
import { commitNamed } from "../../world/refs.ts";
import type { Repository } from "../../world/repository.ts";
import { connect } from "../connection.ts";
import type { Fields } from "../context.ts";

/** An object of git with the repository that was asked for it. */
export type InRepository<T> = T & { readonly repository: Repository };

/** GitHub cuts a blob's text here, in bytes, and says `isTruncated`. */
const MAX_TEXT = 512_000;

function within<T extends object>(repository: Repository, object: T): InRepository<T> {
  return { ...object, repository };
}

/** `HEAD:minutes/a.md`, `main`, a hash: what git's own expressions mean. null: nothing. */
export function evaluate(repository: Repository, expression: string): object | null {
  const colon = expression.indexOf(":");
  const name = colon < 0 ? expression : expression.slice(0, colon);
  const object = repository.git.objects.get(name);
  if (colon < 0 && object !== undefined) return within(repository, object);
  let commit: Commit;
  try {
    commit = commitNamed(repository, name);
  } catch {
    return null;
  }
  if (colon < 0) return within(repository, commit);
  const entry = findEntry(repository.git, commit.tree, expression.slice(colon + 1));
  const found = entry === undefined ? undefined : repository.git.objects.get(entry.sha);
  return found === undefined ? null : within(repository, found);
}

export interface Ref {
  readonly __typename: "Ref";
  readonly name: string;
  readonly prefix: string;
  readonly repository: Repository;
  readonly sha: string;
}

/** The ref of this full or short name; null where there is none. */
export function refOf(repository: Repository, name: string): Ref | null {
  for (const full of [name, `refs/heads/${name}`, `refs/tags/${name}`]) {
    const sha = repository.refs.get(full);
    if (sha === undefined) continue;
    const [, prefix = "", short = ""] = /^(refs\/[^/]+\/)(.*)$/.exec(full) ?? [];
    return { __typename: "Ref", name: short, prefix, repository, sha };
  }
  return null;
}

const object: Fields<InRepository<{ readonly sha: string }>> = {
  oid: (self) => self.sha,
  abbreviatedOid: (self) => self.sha.slice(0, 7),
  id: (self) => `GO_${Buffer.from(`${self.repository.id}:${self.sha}`).toString("base64url")}`,
  commitUrl: (self, _args, { world }) => commitUrl(world, self.repository, self.sha),
};

const isBinary = (blob: Blob) => blob.data.subarray(0, 8000).includes(0);

const blob: Fields<InRepository<Blob>> = {
  byteSize: (self) => self.data.length,
  isBinary,
  isTruncated: (self) => self.data.length > MAX_TEXT,
  text: (self) => (isBinary(self) ? null : self.data.subarray(0, MAX_TEXT).toString("utf8")),
};

const tree: Fields<InRepository<Tree>> = {
  entries: (self) => self.entries.map((entry) => within(self.repository, entry)),
};

const treeEntry: Fields<InRepository<TreeEntry>> = {
  oid: (self) => self.sha,
  mode: (self) => Number.parseInt(self.mode, 8),
  type: (self) => (self.mode === "40000" ? "tree" : "blob"),
  object: (self) => evaluate(self.repository, self.sha),
  extension: (self) => /\.[^.]*$/.exec(self.name)?.[0] ?? null,
  size: (self) => readObject(self.repository.git, self.sha, "Blob")?.data.length ?? 0,
};

const commit: Fields<InRepository<Commit>> = {
  committedDate: (self) => self.author.date,
  authoredDate: (self) => self.author.date,
  messageHeadline: (self) => self.message.split("\n")[0],
  messageBody: (self) => self.message.split("\n").slice(2).join("\n"),
  url: (self, _args, { world }) => commitUrl(world, self.repository, self.sha),
  tree: (self) => evaluate(self.repository, self.tree),
  committer: (self) => self.author,
  parents: (self, args, _context, field) =>
    connect(
      self.parents.map((sha) => evaluate(self.repository, sha)),
      args,
      field,
    ),
  history: (self, args, _context, field) => {
    const path = args.path;
    const all = Array.from(ancestors(self.repository.git, self.sha));
    const kept =
      path === undefined || path === null
        ? all
        : all.filter((one) => isTouching(self.repository, one, String(path)));
    return connect(
      kept.map((one) => within(self.repository, one)),
      args,
      field,
    );
  },
};

function isTouching(repository: Repository, one: Commit, path: string): boolean {
  const parent =
    one.parents[0] === undefined ? undefined : readObject(repository.git, one.parents[0], "Commit");
  const was = parent === undefined ? undefined : findEntry(repository.git, parent.tree, path)?.sha;
  return findEntry(repository.git, one.tree, path)?.sha !== was;
}

const gitActor: Fields<Signature> = {
  user: (self, _args, { world }) => {
    const who = world.accounts.get(self.login?.toLowerCase() ?? "");
    return who?.__typename === "User" ? who : null;
  },
};

const ref: Fields<Ref> = {
  target: (self) => evaluate(self.repository, self.sha),
  id: (self) =>
    `REF_${Buffer.from(`${self.repository.id}:${self.prefix}${self.name}`).toString("base64url")}`,
  url: (self, _args, { world }) => `${repositoryUrl(world, self.repository)}/tree/${self.name}`,
};

export const git = {
  Blob: { ...object, ...blob },
  Tree: { ...object, ...tree },
  TreeEntry: treeEntry,
  Commit: { ...object, ...commit },
  GitActor: gitActor,
  Ref: ref,
};
