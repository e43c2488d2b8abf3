import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { GitHub } from "../../src/github/port.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { startSandbox } from "../sandbox/support.ts";
import { connectTo } from "./support.ts";

let sandbox: Sandbox;
let github: GitHub;

beforeEach(async () => {
  sandbox = await startSandbox();
  ({ github } = await connectTo(sandbox));
  sandbox.world.addRepository("team/minutes");
  sandbox.world.addInstallation("team");
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

const gone = "0123456789012345678901234567890123456789";

describe("readHead", () => {
  test("gives the repository's own configuration, in one request", async () => {
    const commit = sandbox.world.commit("team/minutes", { ".github/minutebook.yml": "mode: off\n" });
    await github.readHead("team/minutes");
    sandbox.forgetRequests();

    const head = await github.readHead("Team/Minutes");

    expect(head).toMatchObject({ name: "team/minutes", defaultBranch: "main", commit, visibility: "public" });
    expect(head.configuration).toMatchObject({ repository: "team/minutes", text: "mode: off\n" });
    expect(head.url).toBe(`${sandbox.url}/team/minutes`);
  });

  test("falls back to the owner's .github repository", async () => {
    sandbox.world.addRepository("team/.github");
    sandbox.world.commit("team/.github", { ".github/minutebook.yml": "mode: review\n" });
    sandbox.world.commit("team/minutes", { "a.md": "a" });

    const { configuration } = await github.readHead("team/minutes");

    expect(configuration).toMatchObject({ repository: "team/.github", text: "mode: review\n" });
  });

  test("refuses a repository that is not there", async () => {
    await expect(github.readHead("team/nothing")).rejects.toMatchObject({ kind: "refused" });
  });
});

describe("readChanges", () => {
  test("tells what a push added, changed, renamed and removed", async () => {
    const before = sandbox.world.commit("team/minutes", {
      "a.md": "a",
      "b.md": "b",
      "c.md": "long enough to be known",
    });
    const head = sandbox.world.commit("team/minutes", {
      "a.md": "A",
      "b.md": null,
      "c.md": null,
      "e.md": "long enough to be known",
      "d.md": "d",
    });

    const { files, before: compared } = await github.readChanges("team/minutes", { before, commit: head });

    expect(compared).toBe("compared");
    expect(new Set(files)).toEqual(
      new Set([
        { path: "a.md", previousPath: null, status: "modified" },
        { path: "b.md", previousPath: null, status: "removed" },
        { path: "d.md", previousPath: null, status: "added" },
        { path: "e.md", previousPath: "c.md", status: "renamed" },
      ]),
    );
  });

  test("compares the trees of a force push", async () => {
    const base = sandbox.world.commit("team/minutes", { "a.md": "a" });
    const before = sandbox.world.commit("team/minutes", { "b.md": "b" });
    await sandbox.world.forcePush("team/minutes", base);
    sandbox.world.commit("team/minutes", { "c.md": "c" });

    const changes = await github.readChanges("team/minutes", {
      before,
      commit: sandbox.world.head("team/minutes"),
    });

    expect(changes.files.map(({ path, status }) => [path, status])).toEqual([
      ["c.md", "added"],
      ["b.md", "removed"],
    ]);
  });

  test("compares trees where there are more files than the compare API lists", async () => {
    const before = sandbox.world.commit("team/minutes", { "a.md": "a" });
    const many = Object.fromEntries(Array.from({ length: 310 }, (_, index) => [`m/${index}.md`, `${index}`]));
    const head = sandbox.world.commit("team/minutes", many);

    const { files } = await github.readChanges("team/minutes", { before, commit: head });

    expect(files).toHaveLength(310);
  });

  test("says so where the commit before is gone, and takes all files for added", async () => {
    const head = sandbox.world.commit("team/minutes", { "a.md": "a" });

    const changes = await github.readChanges("team/minutes", { before: gone, commit: head });

    expect(changes).toEqual({
      before: "gone",
      files: [{ path: "a.md", previousPath: null, status: "added" }],
    });
  });
});

describe("readFiles", () => {
  test("reads files at several commits in one request", async () => {
    const first = sandbox.world.commit("team/minutes", { "a.md": "one\r\ntwo" });
    const second = sandbox.world.commit("team/minutes", { "a.md": "Grüße 🎉" });
    await github.readHead("team/minutes");
    sandbox.forgetRequests();

    const files = await github.readFiles("team/minutes", [
      { path: "a.md", commit: first },
      { path: "a.md", commit: second },
      { path: "b.md", commit: second },
    ]);

    expect(files.map(({ text, problem }) => [text, problem])).toEqual([
      ["one\r\ntwo", null],
      ["Grüße 🎉", null],
      [null, null],
    ]);
    expect(sandbox.requests).toHaveLength(1);
  });

  test.each([
    ["not UTF-8", Buffer.from([0x47, 0x72, 0xfc, 0xdf, 0x65]), "file-not-utf8"],
    ["binary", Buffer.from([0x89, 0x50, 0x00, 0x01, 0xff]), "file-binary"],
    ["over 1 MiB", Buffer.from("x".repeat(1024 * 1024 + 1)), "file-too-large"],
  ])("says what is wrong with a file that is %s", async (_kind, bytes, code) => {
    const commit = sandbox.world.commit("team/minutes", { "a.md": bytes });

    const [file] = await github.readFiles("team/minutes", [{ path: "a.md", commit }]);

    expect(file?.text).toBeNull();
    expect(file?.problem?.code).toBe(code);
  });

  test("reads by REST what is too long for GraphQL", async () => {
    const text = "Zeile für Zeile\n".repeat(60_000).slice(0, 900_000);
    const commit = sandbox.world.commit("team/minutes", { "a.md": text });

    const [file] = await github.readFiles("team/minutes", [{ path: "a.md", commit }]);

    expect(file?.text).toBe(text);
  });
});
