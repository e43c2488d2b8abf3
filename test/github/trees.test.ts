import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { compareTrees } from "../../src/github/trees.ts";

const tree = (files: Record<string, string>) => new Map(Object.entries(files));

describe("compareTrees", () => {
  test("takes the same content at another path for a rename, once for each file that went away", () => {
    const changes = compareTrees(tree({ a: "1" }), tree({ b: "1", c: "1" }));

    expect(changes).toEqual([
      { path: "b", previousPath: "a", status: "renamed" },
      { path: "c", previousPath: null, status: "added" },
    ]);
  });

  test("renames every file of a folder that moved, even where two have the same content", () => {
    const changes = compareTrees(tree({ "a/1": "x", "a/2": "x" }), tree({ "b/1": "x", "b/2": "x" }));

    expect(changes.filter(({ status }) => status === "removed")).toEqual([]);
    expect(changes.map(({ previousPath }) => previousPath).sort()).toEqual(["a/1", "a/2"]);
  });

  test("leads from the one tree to the other, whatever they hold", () => {
    const any = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.constantFrom("1", "2", "3"));
    fc.assert(
      fc.property(any, any, (before, after) => {
        const paths = new Set(Object.keys(before));
        for (const { path, previousPath, status } of compareTrees(tree(before), tree(after))) {
          if (status === "removed") paths.delete(path);
          else paths.add(path);
          if (previousPath !== null) paths.delete(previousPath);
        }
        expect([...paths].sort()).toEqual(Object.keys(after).sort());
      }),
    );
  });
});
