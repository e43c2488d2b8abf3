import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** The folder of the package that a module belongs to. */
const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/;

/**
 * Lists the bundled libraries: most licenses have to be included with every copy. The first plugin is for workers,
 * which are bundled before the page, the second for the page; it writes the file.
 */
export function licensePlugins(fileName: string): { readonly worker: () => Plugin; readonly page: Plugin } {
  const folders = new Set<string>();
  const collect = (bundle: Readonly<Record<string, object>>): void => {
    for (const chunk of Object.values(bundle)) {
      if (!("moduleIds" in chunk)) continue;
      for (const id of chunk.moduleIds as readonly string[]) {
        const folder = PACKAGE.exec(id.replaceAll("\\", "/").replace(/^\0/, ""))?.[0];
        if (folder !== undefined) folders.add(folder);
      }
    }
  };
  return {
    worker: () => ({ name: "licenses-of-workers", generateBundle: (_options, bundle) => collect(bundle) }),
    page: {
      name: "licenses",
      generateBundle(_options, bundle) {
        collect(bundle);
        const source = [...folders].sort().map(describe).join("\n\n");
        this.emitFile({
          type: "asset",
          fileName,
          source: `# Licenses of the libraries in this page\n\n${source}\n`,
        });
      },
    },
  };
}

function describe(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? "" : `\n\n${readFileSync(join(folder, file), "utf8").trim()}`;
  return `## ${name} ${version} (${license})${text}`;
}
