import { describe, expect, test } from "@jest/globals";
import type { FileReading } from "../../src/github/port.ts";
import { findHidden } from "../../src/pipeline/shown-files.ts";

const hidden = (number: number): FileReading => ({
  path: `${number}.md`,
  commit: "c0ffee",
  text: null,
  problem: null,
});

/** GitHub that shows by the tree what it hides by the path, and how often it was asked. */
function byTree() {
  const asked: string[] = [];
  const readFileByTree = async (_repository: string, file: { path: string; commit: string }) => {
    asked.push(file.path);
    return { ...file, text: "found", problem: null };
  };
  return { asked, github: { readFileByTree } };
}

describe("files that GitHub lists and does not show", () => {
  test("are looked for one by one where they are ten", async () => {
    const { asked, github } = byTree();
    const files = Array.from({ length: 10 }, (_, index) => hidden(index));

    const found = await findHidden(github, "acme/minutes", files);

    expect(found.map(({ text }) => text)).toEqual(Array.from({ length: 10 }, () => "found"));
    expect(asked).toHaveLength(10);
  });

  test("are not asked for where they are more: GitHub is broken, and the job is tried again", async () => {
    const { asked, github } = byTree();
    const files = Array.from({ length: 11 }, (_, index) => hidden(index));

    await expect(findHidden(github, "acme/minutes", files)).rejects.toMatchObject({ kind: "transient" });
    expect(asked).toEqual([]);
  });
});
