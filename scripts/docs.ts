// Writes what docs/ takes from the code, JSON Schemas, tables and readings: `npm run docs`.
// A test checks that they are up to date.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { inspectSchema } from "../src/cli/inspect/schema.ts";
import { CONFIG_SCHEMA_URL } from "../src/config/schema-url.ts";
import { defaultConfig } from "../src/config/defaults.ts";
import { configSchema } from "../src/config/schema.ts";
import { planSchema } from "../src/plan/schema.ts";
import { configReference } from "./config-reference.ts";
import { habitTables } from "./habits.ts";
import { catalogue, codeTable, doctorTable, messageTable, reasonTable } from "./messages/catalogue.ts";
import { collectFindings } from "./messages/doctor.ts";
import { messageRows, reasonRows } from "./messages/reasons.ts";
import { makeManPage } from "./man-page.ts";
import { readingExample } from "./reading-example.ts";
import { fillGuide } from "./writing-guide.ts";

const root = join(import.meta.dirname, "..");

/** The texts by their file. In schemas, what is `input` describes what people write, where defaults may be left out. */
export function makeDocs(): ReadonlyMap<string, string> {
  return new Map([
    ["man/minutebook.1", makeManPage()],
    ["docs/config.schema.json", print(configSchema, "Minutebook configuration", "input", CONFIG_SCHEMA_URL)],
    [
      "docs/inspect.schema.json",
      print(inspectSchema, "One line of minutebook inspect --format json", "output"),
    ],
    ["docs/plan.schema.json", print(planSchema, "A plan of Minutebook", "output")],
    [
      "docs/configuration.md",
      fill("docs/configuration.md", { globs: defaultGlobs(), keys: configReference() }),
    ],
    [
      "docs/errors.md",
      fill("docs/errors.md", {
        ...tables(catalogue, messageTable),
        doctor: doctorTable(collectFindings(root)),
      }),
    ],
    ["docs/habits.md", fill("docs/habits.md", { habits: habitTables(root) })],
    ["docs/messages.md", fill("docs/messages.md", tables(messageRows, codeTable))],
    ["docs/posting.md", fill("docs/posting.md", tables(reasonRows, reasonTable))],
    ["docs/reading.md", fill("docs/reading.md", { example: readingExample() })],
    ["docs/writing-minutes.md", fillGuide(readDoc("docs/writing-minutes.md"))],
  ]);
}

function readDoc(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function defaultGlobs(): string {
  return [
    "```yaml",
    "minutes:",
    ...defaultConfig.minutes.map((glob) => `  - ${JSON.stringify(glob)}`),
    "```",
  ].join("\n");
}

function tables<Row>(
  parts: Readonly<Record<string, readonly Row[]>>,
  table: (rows: readonly Row[]) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(parts).map(([name, rows]) => [name, table(rows)]));
}

/** The file with new text between the marks `<!-- name -->` and `<!-- /name -->`. */
function fill(file: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, part]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [before, after] = [text.indexOf(start), text.indexOf(end)];
    if (before < 0 || after < before) throw new Error(`${file} has no place for ${name}.`);
    return `${text.slice(0, before)}${start}\n${part}\n${text.slice(after)}`;
  }, readDoc(file));
}

function print(schema: z.ZodType, title: string, io: "input" | "output", $id?: string): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io });
  return `${JSON.stringify({ $schema, $id, title, ...rest }, null, 2)}\n`;
}

if (import.meta.main) {
  for (const [file, text] of makeDocs()) writeFileSync(join(root, file), text);
}
