import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { manifest } from "./runner.ts";

const documents = ["README.md", "docs/action.md"].map((file) => [file, readFileSync(file, "utf8")] as const);
const guide = readFileSync("docs/action.md", "utf8");

interface Step {
  readonly uses: string;
  readonly with?: Readonly<Record<string, string>>;
}

function workflows(text: string): string[] {
  return [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
    .map(([, yaml = ""]) => yaml)
    .filter((yaml) => yaml.includes("uses:"));
}

/** All steps in a workflow or a part of one. */
function stepsOf(value: unknown): Step[] {
  if (Array.isArray(value)) return value.flatMap(stepsOf);
  if (typeof value !== "object" || value === null) return [];
  return "uses" in value ? [value as Step] : Object.values(value).flatMap(stepsOf);
}

describe.each(documents)("%s", (_file, text) => {
  test("has workflows that parse and name only inputs that the Action has", () => {
    for (const yaml of workflows(text)) {
      const own = stepsOf(parse(yaml)).filter(({ uses }) => uses.startsWith("minutebook/"));
      expect(own.length).toBeGreaterThan(0);
      const named = own.flatMap((step) => Object.keys(step.with ?? {}));
      expect(Object.keys(manifest.inputs)).toEqual(expect.arrayContaining(named));
    }
  });
});

test("the workflow to copy may write only where it posts, one run at a time", () => {
  const { jobs, permissions } = parse(workflows(guide)[0] ?? "");

  expect(permissions).toEqual({});
  expect(new Set(Object.values(jobs.preview.permissions))).toEqual(new Set(["read"]));
  expect(jobs.post.permissions).toMatchObject({ contents: "read", issues: "write" });
  expect(jobs.post.concurrency).toEqual({ group: "minutebook", queue: "max" });
});

test("every input and output is explained", () => {
  for (const name of [...Object.keys(manifest.inputs), ...Object.keys(manifest.outputs)])
    expect(guide).toMatch(new RegExp(`^\\| .*\`${name}\``, "m"));
});

test("every output that is declared is set, and the other way round", () => {
  const source = readFileSync("src/action/tell.ts", "utf8");
  const bundle = readFileSync(manifest.runs.main, "utf8");

  for (const name of Object.keys(manifest.outputs)) expect(source).toContain(`"${name}"`);
  expect(manifest.runs).toMatchObject({ using: "node24" });
  expect(bundle).toContain("Made by `npm run build:action`");
  expect(bundle).not.toContain(process.cwd());
});
