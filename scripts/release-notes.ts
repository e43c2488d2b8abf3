// Prints the changelog entry of a version: `node scripts/release-notes.ts v1.2.3`. Fails if package.json has another
// version, or if there is no entry.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The entry of a version, without its heading; undefined where there is none or it says nothing.
 *
 * @param changelog - In the form of Keep a Changelog.
 * @param version - Without "v".
 */
export function findNotes(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.startsWith(`[${version}]`));
  const notes = section?.slice(section.indexOf("\n")).trim() ?? "";
  return notes === "" ? undefined : notes;
}

function read(file: string): string {
  return readFileSync(join(import.meta.dirname, "..", file), "utf8");
}

function main(tag = ""): string {
  const { version } = JSON.parse(read("package.json"));
  if (tag !== `v${version}`)
    throw new Error(
      `The tag is ${tag || "missing"} and package.json says ${version}: they have to be the same.`,
    );
  const notes = findNotes(read("CHANGELOG.md"), version);
  if (notes === undefined)
    throw new Error(
      `CHANGELOG.md has no entry "## [${version}] - date": move the entries under Unreleased there.`,
    );
  return notes;
}

if (import.meta.main) {
  try {
    process.stdout.write(`${main(process.argv[2])}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
