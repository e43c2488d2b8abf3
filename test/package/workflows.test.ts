import { beforeAll, describe, expect, test } from "@jest/globals";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { loadWorkflowCheck, type WorkflowCheck } from "./workflow-parser.ts";

/** What each job writes besides reading the repository. Whatever is not here may only read. */
const writes: Readonly<Record<string, readonly string[]>> = {
  "codeql.yml analyze": ["security-events"],
  "release.yml npm": ["id-token"],
  "release.yml container": ["packages"],
  "release.yml release": ["contents"],
};

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly run?: string; readonly uses?: string }[];
}

const folder = ".github/workflows";
const files = readdirSync(folder).map((name) => join(folder, name));
const everything = [...files, "action.yml"].filter(existsSync);
let problemsOf: WorkflowCheck;

beforeAll(async () => {
  problemsOf = await loadWorkflowCheck();
}, 30_000);

describe.each(files)("%s", (file) => {
  const text = readFileSync(file, "utf8");

  test("is a workflow that GitHub understands", async () => {
    expect(await problemsOf(file, text)).toEqual([]);
  });

  test("may only read, but for the jobs that have to write", () => {
    const { permissions, jobs }: Workflow = parse(text);

    expect(permissions).toEqual({ contents: "read" });
    for (const [name, job] of Object.entries(jobs)) {
      const written = Object.entries(job.permissions ?? {}).filter(([, access]) => access !== "read");
      expect(written.map(([scope]) => scope)).toEqual(writes[`${basename(file)} ${name}`] ?? []);
    }
  });
});

describe.each(files)("%s", (file) => {
  const { jobs }: Workflow = parse(readFileSync(file, "utf8"));

  test("runs no package's scripts, and no build, where something can be published", () => {
    for (const { permissions, steps, ...job } of Object.values(jobs)) {
      const mayPublish =
        permissions?.["id-token"] === "write" ||
        /secrets\.(?!GITHUB_TOKEN)/.test(JSON.stringify({ steps, job }));
      const commands = steps.flatMap(({ run }) => run ?? []).join("\n");
      const installs = [...commands.matchAll(/^.*\bnpm (?:ci|install|i|publish|pack)\b.*$/gm)].map(
        ([line]) => line,
      );
      if (mayPublish) {
        for (const line of installs) expect(line).toContain("--ignore-scripts");
        expect(commands).not.toMatch(/\bnpm (?:run|test|exec)\b|\bnpx\b|\bnode \b/);
      }
    }
  });

  test("keeps no credentials in the checkout", () => {
    const text = readFileSync(file, "utf8");
    expect(text.match(/uses: actions\/checkout@/g)?.length ?? 0).toBe(
      text.match(/persist-credentials: false/g)?.length ?? 0,
    );
  });
});

test("the code is scanned on each push and pull request, and every week", () => {
  const { on, jobs } = parse(readFileSync(join(folder, "codeql.yml"), "utf8"));

  expect(Object.keys(on)).toEqual(["push", "pull_request", "schedule"]);
  expect(jobs.analyze.strategy.matrix.language).toEqual(["javascript-typescript", "actions"]);
});

test("the workflow to copy in docs/action.md is one that GitHub understands", async () => {
  const [, workflow = ""] =
    /^```yaml\n(name: [\s\S]*?)^```$/m.exec(readFileSync("docs/action.md", "utf8")) ?? [];

  expect(workflow).toContain("uses:");
  expect(await problemsOf("minutebook.yml", workflow)).toEqual([]);
});

test.each(everything)("%s pins every action by commit and names its version", (file) => {
  const uses = [...readFileSync(file, "utf8").matchAll(/\buses: (.+)$/gm)].map(([, name = ""]) => name);

  for (const name of uses.filter((one) => !one.startsWith("./")))
    expect(name).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test("a mistake in a workflow is found", async () => {
  const broken =
    "on: push\njobs:\n  one:\n    runs-on: ubuntu-24.04\n    steps:\n      - uze: actions/checkout@v6\n";

  expect(await problemsOf("broken.yml", broken)).not.toEqual([]);
});
