/**
 * Finds the words that CONTRIBUTING.md says to avoid, in all files that git lists in this repository or in a folder.
 * Prints `file:line: "word": say "other word"` for each, and exits with 1 if there are any.
 *
 *     node scripts/check-words.ts [FOLDER]
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { countedText, isChecked } from "./words/counted.ts";
import { makeFinder, readWordList } from "./words/word-list.ts";

const root = resolve(process.argv[2] ?? join(import.meta.dirname, ".."));
const list = readWordList(readFileSync(join(root, "CONTRIBUTING.md"), "utf8"));
if (list.length === 0) throw new Error('CONTRIBUTING.md has no table of words to avoid below "## Words".');
const find = makeFinder(list);

const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
});
const files = listed
  .split("\0")
  .filter((file) => file !== "" && isChecked(file) && existsSync(join(root, file)));

const lines = files.flatMap((file) => [
  ...find(file).map(({ found, use }) => `${file}: "${found}": say "${use}"`),
  ...find(countedText(file, readFileSync(join(root, file), "utf8"))).map(
    ({ line, found, use }) => `${file}:${line}: "${found}": say "${use}"`,
  ),
]);
for (const line of lines) process.stdout.write(`${line}\n`);
process.stderr.write(`${files.length} files, ${lines.length} words to avoid\n`);
process.exitCode = lines.length > 0 ? 1 : 0;
