// Runs the benchmarks: `npm run bench`, or those named: `npm run bench -- cold-start --json`.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Benchmark } from "./figure.ts";

const { values: options, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false } },
  allowPositionals: true,
});
const known = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isFile() && /^(?!main\.|figure\.).*\.ts$/.test(entry.name))
  .map((entry) => entry.name.replace(/\.ts$/, ""))
  .sort();
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}. Known: ${known.join(", ")}.`);
  process.exit(2);
}
for (const name of positionals.length > 0 ? positionals : known) {
  try {
    const benchmark: Benchmark = await import(join(import.meta.dirname, `${name}.ts`));
    for (const figure of await benchmark.run()) {
      const text = `${figure.name.padEnd(44)} ${figure.value.toFixed(2).padStart(12)} ${figure.unit}`;
      const note = figure.note === undefined ? "" : ` (${figure.note})`;
      console.log(options.json ? JSON.stringify(figure) : text + note);
    }
  } catch (error) {
    console.error(`${name} failed:`, error);
    process.exitCode = 1;
  }
}
