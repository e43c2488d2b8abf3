// Checks the npm package as those meet it who install it: packs it, looks at it with publint and "Are the types wrong?",
// installs it into an empty folder, runs the command with the oldest Node that it promises, and type-checks an import.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

const root = join(import.meta.dirname, "..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "minutebook-package-"));

/** Problems that say no more than that the package is ESM alone, and that TypeScript's "node10" knows no `exports`. */
const EXPECTED = new Set(["CJSResolvesToESM"]);

const minutes =
  "# Weekly, 2026-01-12\n\n- octo-org/app#12: Mona will fix it\n- TODO: Mona to tell the users\n";

const program = `import { defaultConfig, isMinutes, readConfig, readingOptions, readMinutes, type Meeting } from "minutebook";
import configuration from "minutebook/config.schema.json" with { type: "json" };
import reading from "minutebook/inspect.schema.json" with { type: "json" };
import plan from "minutebook/plan.schema.json" with { type: "json" };

const { config } = readConfig("repository: octo-org/app", ".github/minutebook.yml");
const options = readingOptions(config ?? defaultConfig, "meetings/weekly.md", { repository: null, milestones: null });
const meeting: Meeting = readMinutes("meetings/weekly.md", ${JSON.stringify(minutes)}, options);
const texts: string[] = [configuration.title, reading.title, plan.title];
if (!isMinutes(defaultConfig, "meetings/weekly.md")) throw new Error("meetings/weekly.md is no minutes");
console.log(JSON.stringify({ actions: meeting.actions.length, references: meeting.references.length, schemas: texts.length }));
`;

/** @param {string} command @param {readonly string[]} args */
function run(command, args, cwd = folder) {
  const shell = process.platform === "win32";
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8", shell });
  if (status !== 0) fail(`${command} ${args.join(" ")}`, `${stdout}${stderr}${error ?? ""}`);
  return stdout;
}

/** @param {string} what @param {string} how */
function fail(what, how) {
  process.stderr.write(`FAILED ${what}\n${how}\n`);
  rmSync(folder, { recursive: true, force: true });
  process.exit(1);
}

/** @param {string} what @param {string} text @param {string} expected */
function expectText(what, text, expected) {
  if (!text.includes(expected)) fail(what, `expected ${expected} in\n${text}`);
  process.stdout.write(`ok ${what}\n`);
}

function pack() {
  const [{ filename, files }] = JSON.parse(
    run("npm", ["pack", "--json", "--pack-destination", folder], root),
  );
  const strays = files
    .map(({ path }) => path)
    .filter((path) => /\.map$|^(?:src|test)\/|(?:^|\/)\.env/.test(path));
  if (strays.length > 0) fail("the package holds only what is of use", strays.join("\n"));
  return join(folder, filename);
}

/** @param {string} tarball */
async function lint(tarball) {
  const data = readFileSync(tarball);
  const bytes = data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball: bytes }, strict: true });
  if (messages.length > 0) fail("publint", messages.map((message) => formatMessage(message, pkg)).join("\n"));
  const { types, problems = [] } = await checkPackage(createPackageFromTarballData(data));
  const wrong = problems.filter(
    ({ kind, resolutionKind }) => resolutionKind !== "node10" && !EXPECTED.has(kind),
  );
  if (types === false || wrong.length > 0) fail("are the types wrong", JSON.stringify(wrong, null, 2));
  process.stdout.write("ok publint, ok types for every resolution\n");
}

/** @param {string} tarball */
function install(tarball) {
  const oldest = manifest.engines.node.replace(">=", "");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", private: true }));
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  run("npm", ["install", ...quiet, tarball, `node@${oldest}`]);
}

function use() {
  writeFileSync(join(folder, "weekly.md"), minutes);
  writeFileSync(join(folder, "program.ts"), program);
  const npx = (/** @type {string[]} */ ...args) => run("npx", ["--no", "--", ...args]);
  expectText("npx minutebook --version", npx("minutebook", "--version"), manifest.version);
  expectText("npx minutebook inspect", npx("minutebook", "inspect", "weekly.md"), "octo-org/app#12");
  expectText(
    "npx minutebook plan",
    npx("minutebook", "plan", "weekly.md", "--repository", "octo-org/app"),
    "create",
  );
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  for (const [module, resolution] of [
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ]) {
    const flags = ["--strict", "--target", "es2024", "--module", module, "--moduleResolution", resolution];
    run(process.execPath, [tsc, "--noEmit", "--resolveJsonModule", ...flags, "program.ts"]);
  }
  run(process.execPath, [
    tsc,
    "--strict",
    "--target",
    "es2024",
    "--module",
    "nodenext",
    "--resolveJsonModule",
    "program.ts",
  ]);
  expectText("import from minutebook", run("npx", ["--no", "--", "node", "program.js"]), '"actions":');
}

const tarball = pack();
await lint(tarball);
install(tarball);
use();
rmSync(folder, { recursive: true, force: true });
