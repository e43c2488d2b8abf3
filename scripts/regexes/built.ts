import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { getCallSites } from "node:util";
import type { Found } from "./written.ts";

/** Collects what is built with `RegExp` in the files under a folder, until it is stopped. */
export function recordBuilt(root: string): { readonly built: readonly Found[]; readonly stop: () => void } {
  const built: Found[] = [];
  const original = globalThis.RegExp;
  const source = join(root, "src");
  const add = ({ source: pattern, flags }: RegExp): void => {
    // The callers of the trap: the first outside this file has written it.
    const site = getCallSites(4).find(({ scriptName }) => scriptName !== import.meta.url);
    if (!site?.scriptName.startsWith("file:")) return;
    const file = fileURLToPath(site.scriptName);
    if (!file.startsWith(source)) return;
    const at = `${relative(root, file).replaceAll("\\", "/")}:${site.lineNumber}:${site.columnNumber}`;
    built.push({ source: pattern, flags, at });
  };
  globalThis.RegExp = new Proxy(original, {
    construct(target, args: [string, string?]) {
      const made = new target(...args);
      add(made);
      return made;
    },
    apply(target, _, args: [string, string?]) {
      const made = target(...args);
      add(made);
      return made;
    },
  });
  return {
    built,
    stop: () => {
      globalThis.RegExp = original;
    },
  };
}
