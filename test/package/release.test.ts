import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { loadOperations } from "../../sandbox/http/openapi.ts";
import { findUnknownKeys, readBody } from "../../sandbox/http/validate.ts";

interface Job {
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly {
    readonly name?: string;
    readonly run?: string;
    readonly uses?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}

const { on, jobs }: { readonly on: unknown; readonly jobs: Readonly<Record<string, Job>> } = parse(
  readFileSync(".github/workflows/release.yml", "utf8"),
);

/** The step that refuses tags of other branches. */
const guard = jobs.check?.steps.find(({ run }) => run?.includes("merge-base"));

describe("a release", () => {
  let folder: string;
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", ...args], {
      cwd: folder,
      encoding: "utf8",
      stdio: "pipe",
    }).trim();
  const commit = (message: string): string => {
    git("commit", "--quiet", "--allow-empty", `--message=${message}`);
    return git("rev-parse", "HEAD");
  };
  /** Runs the step for a tag of this commit, as Actions does. */
  const isLetThrough = (sha: string): boolean =>
    spawnSync("bash", ["-e", "-c", guard?.run ?? "false"], {
      cwd: folder,
      env: { ...process.env, GITHUB_SHA: sha, DEFAULT_BRANCH: "trunk" },
    }).status === 0;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "release-"));
    git("init", "--quiet", "--initial-branch=trunk");
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  test("is refused for a tag whose commit is not on the default branch", () => {
    const older = commit("One");
    const head = commit("Two");
    git("update-ref", "refs/remotes/origin/trunk", head);
    git("checkout", "--quiet", "-b", "other", older);
    const elsewhere = commit("Three");

    expect(isLetThrough(head)).toBe(true);
    expect(isLetThrough(older)).toBe(true);
    expect(isLetThrough(elsewhere)).toBe(false);
    expect(isLetThrough("0".repeat(40))).toBe(false);
  });

  test("knows the default branch from GitHub, and has the whole history to look at", () => {
    const checkout = jobs.check?.steps.find(({ uses }) => uses?.startsWith("actions/checkout@"));

    expect(guard?.env?.DEFAULT_BRANCH).toMatch(/^\$\{\{ github\.event\.repository\.default_branch \}\}$/);
    expect(checkout?.with?.["fetch-depth"]).toBe(0);
  });

  test("writes nothing before its tag was checked", () => {
    const needed = (name: string): readonly string[] => {
      const needs = [jobs[name]?.needs ?? []].flat();
      return [...needs, ...needs.flatMap(needed)];
    };
    const writing = Object.entries(jobs).filter(([, { permissions = {} }]) =>
      Object.values(permissions).includes("write"),
    );

    expect(writing.map(([name]) => name)).toEqual(["npm", "container", "release"]);
    for (const [name] of writing) expect(needed(name)).toContain("check");
  });

  test("starts with tags that the rulesets cover, which GitHub takes as they are", () => {
    const create = loadOperations().find(({ id }) => id === "repos/create-repo-ruleset");
    if (create === undefined) throw new Error("GitHub has no such operation.");
    const texts = readdirSync(".github/rulesets").map((name) =>
      readFileSync(join(".github/rulesets", name), "utf8"),
    );
    for (const text of texts) expect(findUnknownKeys(create, readBody(create, text))).toEqual([]);
    const rulesets = texts.map((text) => JSON.parse(text));
    const rules = (bypass: number) =>
      rulesets
        .filter(({ bypass_actors: actors }) => actors.length === bypass)
        .flatMap((ruleset) => ruleset.rules.map(({ type }: { readonly type: string }) => type));

    expect(on).toEqual({ push: { tags: ["v*.*.*"] } });
    for (const { target, enforcement, conditions } of rulesets) {
      expect([target, enforcement]).toEqual(["tag", "active"]);
      expect(conditions.ref_name).toEqual({ include: ["refs/tags/v*"], exclude: [] });
    }
    expect(rules(1)).toEqual(["creation"]);
    // Nobody may do these.
    expect(rules(0)).toEqual(["update", "deletion", "non_fast_forward"]);
  });
});
