import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { makeClient } from "../../src/github/client.ts";
import { compareTrees, readTree } from "../../src/github/trees.ts";

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

describe("readTree", () => {
  const SHA = "0".repeat(40);
  /** Few objects, and no end of files: each folder is in every folder. */
  const clientOf = (files: number, folders: number) => {
    let requests = 0;
    const entries = (count: number, type: string) =>
      Array.from({ length: count }, (_, index) => ({ path: `${type}${index}`, type, sha: SHA }));
    return makeClient({
      graphql: async () => ({}),
      request: async (_route, parameters = {}) => {
        requests += 1;
        if (requests > 10_000) throw new Error("It goes on and on.");
        const tree = [...entries(files, "blob"), ...entries(folders, "tree")];
        return { data: { tree, truncated: parameters.recursive !== undefined }, headers: {} };
      },
    });
  };

  test.each([
    ["files", 5000, 10],
    ["folders", 1, 10],
  ])("refuses a repository with too many %s before it fills the memory", async (what, files, folders) => {
    const reading = readTree(clientOf(files, folders), "team/minutes", SHA);

    await expect(reading).rejects.toMatchObject({
      kind: "refused",
      message: expect.stringMatching(new RegExp(`^team/minutes is too large: it has more than \\d+ ${what}`)),
    });
  });
});
