import { beforeAll, describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse, parseAllDocuments } from "yaml";
import { readConfig } from "../../src/config/read-config.ts";
import { loadWorkflowCheck, type WorkflowCheck } from "../package/workflow-parser.ts";
import { blocksOf, documents } from "./documents.ts";

const root = process.cwd();
let problemsOfWorkflow: WorkflowCheck;

beforeAll(async () => {
  problemsOfWorkflow = await loadWorkflowCheck();
}, 30_000);

test.each(documents)("$file says of each block of code what it is", ({ codes }) => {
  const checked = ["sh", "yaml", "json", "ts", "markdown"];
  const unchecked = ["text", "html", "sql", "caddyfile", "nginx", "ini", "dockerfile"];

  for (const { lang, value } of codes) {
    // An indented block is a drawing.
    if (lang == null) expect(value).toMatch(/──|^\s*minutebook \w+ \[/);
    else expect([...checked, ...unchecked]).toContain(lang);
  }
});

const yaml = blocksOf("yaml").map(({ place, code }) => ({ place, code, kind: kindOf(code) }));

/** Steps are part of a workflow, services of a Compose file; everything else is a configuration. */
function kindOf(code: string): string {
  if (/^(?:jobs|steps):/m.test(code)) return "workflow";
  if (/^(?:services|apiVersion|groups|scrape_configs):/m.test(code)) return "other";
  return "configuration";
}

describe("YAML", () => {
  test.each(yaml.filter(({ kind }) => kind === "configuration"))(
    "the configuration at $place is valid",
    ({ place, code }) => {
      expect(readConfig(code, place).problems).toEqual([]);
    },
  );

  test.each(yaml.filter(({ kind }) => kind === "workflow"))(
    "the workflow at $place is one",
    async ({ place, code }) => {
      const steps = `on: push\njobs:\n  one:\n    runs-on: ubuntu-latest\n${code.replaceAll(/^/gm, "    ")}`;
      const whole = /^jobs:/m.test(code) ? code : steps;

      expect(await problemsOfWorkflow(place, whole)).toEqual([]);
      expect(unknownInputs(parse(whole))).toEqual([]);
    },
  );

  test("every other file can be read", () => {
    for (const { code } of yaml.filter(({ kind }) => kind === "other"))
      expect(parseAllDocuments(code).flatMap(({ errors }) => errors)).toEqual([]);
  });
});

/** What a workflow gives to our Action and the Action does not take. */
function unknownInputs(workflow: {
  jobs: Record<string, { steps?: { uses?: string; with?: object }[] }>;
}): string[] {
  const known = existsSync("action.yml") ? parse(readFileSync("action.yml", "utf8")).inputs : {};
  return Object.values(workflow.jobs)
    .flatMap(({ steps = [] }) => steps)
    .filter(({ uses = "" }) => uses.startsWith("minutebook/minutebook@"))
    .flatMap((step) => Object.keys(step.with ?? {}))
    .filter((input) => !Object.hasOwn(known, input));
}

describe("JSON", () => {
  const schemaOf = (name: string) =>
    new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(name, "utf8")));

  test.each([...blocksOf("json"), { place: "nowhere", code: "{}" }])(
    "the example at $place is what its schema says",
    ({ code }) => {
      for (const value of [JSON.parse(code)]) {
        if (!("path" in value || "steps" in value)) continue;
        const isValid = schemaOf(`docs/${"steps" in value ? "plan" : "inspect"}.schema.json`);
        expect([isValid(value), isValid.errors]).toEqual([true, null]);
      }
    },
  );
});

test("the TypeScript is right for the types of the package", () => {
  const folder = mkdtempSync(join(tmpdir(), "docs-code-"));
  const blocks = blocksOf("ts");
  for (const [index, { place, code }] of blocks.entries()) {
    const beside = join(root, dirname(place));
    const found = code.replaceAll(/ from "\.\//g, ` from "${beside}/`);
    writeFileSync(join(folder, `block-${index}.ts`), `${found}\nexport {};\n`);
  }
  writeFileSync(join(folder, "package.json"), '{"type": "module"}');
  const compilerOptions = {
    paths: { minutebook: [join(root, "src", "index.ts")], "minutebook/*": [join(root, "docs", "*")] },
    typeRoots: [join(root, "node_modules", "@types")],
    rewriteRelativeImportExtensions: false,
    noUnusedLocals: false,
    noUnusedParameters: false,
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: join(root, "tsconfig.json"), compilerOptions, include: ["."], exclude: [] }),
  );
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");

  const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });

  rmSync(folder, { recursive: true });
  const located = stdout.replaceAll(
    /^.*block-(\d+)\.ts/gm,
    (_all, index) => blocks[Number(index)]?.place ?? "",
  );
  expect(located).toBe("");
}, 60_000);
