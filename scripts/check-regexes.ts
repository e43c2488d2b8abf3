/**
 * Checks every regular expression in `src/` of this repository, or of the folder that is named: none may backtrack,
 * that is, take more than linear time. Those written as literals are read from the syntax tree; those built with
 * `RegExp` are collected while the files that build them are loaded and work on samples, and none may be left out.
 *
 *     node scripts/check-regexes.ts [FOLDER] [--json]
 */
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { recordBuilt } from "./regexes/built.ts";
import { judge } from "./regexes/judge.ts";
import { findWritten } from "./regexes/written.ts";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean" } } });
const own = resolve(import.meta.dirname, "..");
const root = resolve(positionals[0] ?? own);

const cache = root === own ? join(own, "node_modules", ".cache", "minutebook", "regexes.json") : null;

const files = globSync("src/**/*.{ts,tsx,js,mjs}", { cwd: root })
  .map((file) => file.replaceAll("\\", "/"))
  .toSorted();
const written = files.map((file) => ({ file, ...findWritten(file, readFileSync(join(root, file), "utf8")) }));

const { built, stop } = recordBuilt(root);
for (const { file, calls } of written) {
  if (calls.length > 0) await import(pathToFileURL(join(root, file)).href);
}
if (root === own) (await import("./regexes/samples.ts")).runSamples();
stop();

const seen = new Set(built.map(({ at }) => at));
const unseen = written.flatMap(({ calls }) => calls).filter((at) => !seen.has(at));
const judged = await judge([...written.flatMap(({ literals }) => literals), ...built], cache);
const faults = [
  ...written.flatMap(({ hidden }) => hidden),
  ...unseen.map(
    (at) => `${at} builds a regular expression that no sample reaches: add one to scripts/regexes/samples.ts`,
  ),
  ...judged.flatMap(({ source, flags, places, fault }) =>
    fault === null ? [] : [`${places.join(", ")} ${fault}\n    /${source}/${flags}`],
  ),
];
if (values.json === true) process.stdout.write(`${JSON.stringify({ judged, unseen }, null, 2)}\n`);
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(`${judged.length} regular expressions, ${faults.length} faults\n`);
process.exit(faults.length > 0 || judged.length === 0 ? 1 : 0);
