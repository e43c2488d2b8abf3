// Writes the JSON Schemas in docs/ from the code: `node scripts/schemas.ts`. A test checks that they are up to date.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { inspectSchema } from "../src/cli/inspect/schema.ts";
import { configSchema } from "../src/config/schema.ts";

const root = join(import.meta.dirname, "..");

/** The schemas by their file. What is `input` describes what people write, where defaults may be left out. */
export function makeSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ["docs/config.schema.json", print(configSchema, "Minutebook configuration", "input")],
    [
      "docs/inspect.schema.json",
      print(inspectSchema, "One line of minutebook inspect --format json", "output"),
    ],
  ]);
}

function print(schema: z.ZodType, title: string, io: "input" | "output"): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}

if (import.meta.main) {
  for (const [file, text] of makeSchemas()) writeFileSync(join(root, file), text);
}
