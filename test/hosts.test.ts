import { expect, test } from "@jest/globals";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SOURCES = join(import.meta.dirname, "../src");

/** Where GitHub's own host may be written: what holds where nobody has said which GitHub it is. */
const KNOWN = [
  "app/set-up/web-address.ts",
  "cli/backfill/state.ts",
  // The address of Minutebook itself.
  "cli/inspect/formats/sarif.ts",
  "cli/program.ts",
  "cli/replay/run.ts",
  "config/reading-options.ts",
  "github/token-octokit.ts",
  "minutes/options.ts",
  "minutes/references/scan-urls.ts",
  "plan/assumed-snapshot.ts",
  // The redirecting host, which GitHub alone has.
  "plan/quote/urls.ts",
];

/** The code without its comments. */
function codeOf(file: string): string {
  return readFileSync(join(SOURCES, file), "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "");
}

test("no host of GitHub's is written down but where nothing else is known: links are made of GitHub's own answers", () => {
  const files = globSync("**/*.ts", { cwd: SOURCES }).filter((file) => !file.startsWith("sandbox/"));

  const naming = files.filter((file) => /github(?:usercontent)?\.com/.test(codeOf(file)));

  expect(naming.toSorted()).toEqual(KNOWN);
});
