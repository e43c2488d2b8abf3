import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** The path of a data file of an npm package, whatever the package exports. Throws where it is not installed. */
export function packageFile(name: string, file: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const found = folders.map((folder) => join(folder, name, file)).find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error(
      `The sandbox needs ${file} of the npm package ${name}: install the development dependencies.`,
    );
  }
  return found;
}
