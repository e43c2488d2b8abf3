import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { diffTrees, filesOf } from "../../../sandbox/git/diff.ts";
import { ancestors, commitsBetween, mergeBase } from "../../../sandbox/git/history.ts";
import {
  createGitStore,
  type GitStore,
  writeBlob,
  writeCommit,
  writeTree,
} from "../../../sandbox/git/objects.ts";
import { applyChanges, type FileChanges, findBlob } from "../../../sandbox/git/trees.ts";

/** A commit on top of others, identified by its message. */
function commit(store: GitStore, message: string, ...parents: string[]): string {
  const tree = applyChanges(store, null, { [message]: message });
  const date = new Date("2026-01-05T09:00:00Z");
  return writeCommit(store, {
    tree,
    parents,
    message,
    author: { name: "Basil", email: "basil@example.org", date, login: null },
  }).sha;
}

describe("objects", () => {
  test("have the hashes that git gives them", () => {
    const store = createGitStore();

    const blob = writeBlob(store, "hello\n");
    const inner = writeTree(store, [{ name: "hello.txt", mode: "100644", sha: blob.sha }]);
    // `a` the folder comes after `a.txt`, as if it were `a/`.
    const tree = writeTree(store, [
      { name: "a", mode: "40000", sha: inner.sha },
      { name: "a.txt", mode: "100644", sha: blob.sha },
    ]);

    expect(blob.sha).toBe("ce013625030ba8dba906f756967f9e9ca394464a");
    expect(inner.sha).toBe("aaa96ced2d9a1c8e72c56b253a0e2fe78393feb7");
    expect(tree.entries.map((entry) => entry.name)).toEqual(["a.txt", "a"]);
    expect(writeTree(store, []).sha).toBe("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
  });
});

describe("history", () => {
  test("finds what two branches share, and what one has more", () => {
    const store = createGitStore();
    const root = commit(store, "root");
    const left = commit(store, "left", root);
    const right = commit(store, "right", root);
    const merge = commit(store, "merge", left, right);

    expect(mergeBase(store, left, right)).toBe(root);
    expect(mergeBase(store, root, merge)).toBe(root);
    expect(commitsBetween(store, left, merge).map((one) => one.message)).toEqual(["right", "merge"]);
    expect(Array.from(ancestors(store, merge), (one) => one.message)).toEqual([
      "merge",
      "left",
      "right",
      "root",
    ]);
    expect(mergeBase(store, root, commit(store, "other"))).toBeUndefined();
  });
});

const paths = fc.constantFrom("a.md", "b.md", "notes/a.md", "notes/b.md", "notes/deep/a.md", "notes.md");
const contents = fc.stringMatching(/^([a-e]{1,6}\n){0,12}$/);
const folders = fc.dictionary(paths, contents);

describe("differences", () => {
  test("lead from any tree to any other, and tell each file once", () => {
    fc.assert(
      fc.property(folders, folders, (from, to) => {
        const store = createGitStore();
        const before = applyChanges(store, null, from);
        const after = applyChanges(store, null, to);

        const files = diffTrees(store, before, after);
        const changes: Record<string, string | Buffer | null> = {};
        for (const { previousPath } of files) if (previousPath !== null) changes[previousPath] = null;
        for (const { path, status } of files) {
          changes[path] = status === "removed" ? null : (findBlob(store, after, path)?.data ?? null);
        }

        expect(applyChanges(store, before, changes)).toBe(after);
        expect(new Set(files.map((file) => file.path)).size).toBe(files.length);
      }),
    );
  });

  test("are none where nothing changed, whatever was written twice", () => {
    fc.assert(
      fc.property(folders, (files) => {
        const store = createGitStore();
        const tree = applyChanges(store, null, files);

        expect(applyChanges(store, tree, files)).toBe(tree);
        expect(diffTrees(store, tree, tree)).toEqual([]);
        expect(filesOf(store, tree).sort()).toEqual(Object.keys(files).sort());
      }),
    );
  });

  test.each<[string, FileChanges, FileChanges, string[]]>([
    [
      "a file that only moved",
      { "a.md": "one\ntwo\n" },
      { "a.md": null, "b.md": "one\ntwo\n" },
      ["renamed b.md"],
    ],
    [
      "one that moved and changed a little",
      { "a.md": "1\n2\n3\n4\n" },
      { "a.md": null, "b.md": "1\n2\n3\n5\n" },
      ["renamed b.md"],
    ],
    [
      "one that became another",
      { "a.md": "1\n2\n3\n4\n" },
      { "a.md": null, "b.md": "6\n7\n8\n9\n" },
      ["removed a.md", "added b.md"],
    ],
    ["one that was copied", { "a.md": "1\n2\n" }, { "b.md": "1\n2\n" }, ["added b.md"]],
    [
      "a folder that became a file",
      { "a/b.md": "1\n" },
      { "a/b.md": null, a: "2\n" },
      ["added a", "removed a/b.md"],
    ],
  ])("%s", (_what, from, changes, expected) => {
    const store = createGitStore();
    const before = applyChanges(store, null, from);

    const files = diffTrees(store, before, applyChanges(store, before, changes));

    expect(files.map((file) => `${file.status} ${file.path}`)).toEqual(expected);
  });
});
