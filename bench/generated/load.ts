import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generateMinutes } from "./minutes.ts";

/** Real minutes where they lie beside the repository; generated ones elsewhere. */
const CORPUS = join(import.meta.dirname, "..", "..", "..", "shared", "corpus", "bulk");
const GENERATED = 700;

export function loadMinutes(): { path: string; source: string }[] {
  if (!existsSync(CORPUS)) return generateMinutes(GENERATED);
  const paths = globSync("**/*.md", { cwd: CORPUS }).sort();
  return paths.map((path) => ({ path, source: readFileSync(join(CORPUS, path), "utf8") }));
}
