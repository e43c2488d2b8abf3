import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";

/** What each folder of the source may import of the others, as CONTRIBUTING.md says. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  messages: [],
  language: [],
  minutes: ["messages", "language"],
  config: ["messages", "language", "minutes"],
  plan: ["messages", "language", "minutes", "config"],
  ledger: ["messages", "language", "minutes", "config", "plan"],
  github: ["messages", "language", "minutes", "config", "plan", "ledger"],
  queue: ["messages", "language", "minutes", "config", "plan", "ledger"],
  pipeline: ["messages", "language", "minutes", "config", "plan", "ledger", "github"],
  "page-server": [],
  app: [
    "messages",
    "language",
    "minutes",
    "config",
    "plan",
    "ledger",
    "github",
    "queue",
    "pipeline",
    "page-server",
  ],
  cli: [
    "messages",
    "language",
    "minutes",
    "config",
    "plan",
    "ledger",
    "github",
    "queue",
    "pipeline",
    "page-server",
    "app",
  ],
  web: ["messages", "language", "minutes", "config", "plan"],
  action: ["messages", "language", "minutes", "config", "plan", "ledger", "github", "pipeline"],
  sandbox: [],
};
const FOLDERS = Object.keys(MAY_IMPORT);

/** Where a folder is: the sandbox is beside the source. */
const placeOf = (folder: string): string => (folder === "sandbox" ? folder : `src/${folder}`);

const ROOT = join(import.meta.dirname, "../..");

/** Ways to import what is in a folder. */
const WAYS: readonly ((to: string) => string)[] = [
  (to) => `import { x } from "${to}/x.ts";\nexport const y = x;\n`,
  (to) => `import type { X } from "${to}/x.ts";\nexport type Y = X;\n`,
  (to) => `export { x } from "${to}/deep/er/x.ts";\n`,
  (to) => `export const y = () => import("${to}/x.ts");\n`,
];

interface Planted {
  readonly from: string;
  readonly to: string;
  readonly file: string;
}

let folder = "";
let reported: ReadonlySet<string> = new Set();
const planted: Planted[] = [];

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function plantAll(): void {
  for (const from of FOLDERS) {
    write(`${placeOf(from)}/x.ts`, "export const x = 1;\nexport type X = number;\n");
    write(`${placeOf(from)}/deep/er/x.ts`, "export const x = 1;\n");
    for (const to of FOLDERS) {
      if (to === from) continue;
      for (const [way, text] of WAYS.entries()) {
        for (const inner of ["", "deep/", "deep/er/"]) {
          const home = `${placeOf(from)}/${inner}`;
          const file = `${home}${to}-${way}.ts`;
          write(file, text(posix.relative(home, placeOf(to))));
          planted.push({ from, to, file });
        }
      }
    }
  }
  write("src/plan/one.ts", 'import type { Two } from "./two.ts";\nexport type One = Two;\n');
  write("src/plan/two.ts", 'import type { One } from "./one.ts";\nexport type Two = One;\n');
}

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string | { readonly file: string } };
}

function lint(): ReadonlySet<string> {
  const rules = ["style/noRestrictedImports", "suspicious/noImportCycles"];
  const biome = join(ROOT, "node_modules/.bin/biome");
  const command = [
    "lint",
    ...rules.map((rule) => `--only=${rule}`),
    "--reporter=json",
    "--max-diagnostics=none",
    "src",
    "sandbox",
  ];
  let output: string;
  try {
    output = execFileSync(biome, command, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch (error) {
    // It ends with 1 where it found something.
    output = (error as { stdout: string }).stdout;
  }
  const { diagnostics } = JSON.parse(output) as { diagnostics: readonly Diagnostic[] };
  return new Set(
    diagnostics.map(({ location: { path } }) =>
      (typeof path === "string" ? path : path.file).replaceAll("\\", "/"),
    ),
  );
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "minutebook-imports-"));
  const config = JSON.parse(readFileSync(join(ROOT, "biome.json"), "utf8"));
  writeFileSync(join(folder, "biome.json"), JSON.stringify({ ...config, vcs: { enabled: false } }));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(join(ROOT, "node_modules/@biomejs"), join(folder, "node_modules/@biomejs"));
  plantAll();
  reported = lint();
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const wrongly = (isLetThrough: boolean): readonly string[] =>
  planted
    .filter(({ from, to, file }) => {
      const isAllowed = MAY_IMPORT[from]?.includes(to) === true;
      return isLetThrough ? !isAllowed && !reported.has(file) : isAllowed && reported.has(file);
    })
    .map(({ file }) => file);

describe("the linter", () => {
  test("reports each import that goes up, from every folder to every other, however it is written", () => {
    expect(planted.length).toBe(FOLDERS.length * (FOLDERS.length - 1) * WAYS.length * 3);
    expect(wrongly(true)).toEqual([]);
  });

  test("lets each import pass that goes down", () => {
    expect(wrongly(false)).toEqual([]);
  });

  test("reports a cycle between files, of types too", () => {
    expect([...reported].filter((file) => /\/(?:one|two)\.ts$/.test(file)).toSorted()).toEqual([
      "src/plan/one.ts",
      "src/plan/two.ts",
    ]);
  });
});

test("CONTRIBUTING.md lists the folders in this order, each below what it may import", () => {
  const guide = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");
  const listed = [...guide.matchAll(/^\| `(?:src\/)?([\w-]+)\/`/gm)].map(([, name = ""]) => name);

  expect(listed).toEqual(FOLDERS);
  for (const [from, below] of Object.entries(MAY_IMPORT)) {
    for (const to of below) expect(listed.indexOf(to)).toBeLessThan(listed.indexOf(from));
  }
});
