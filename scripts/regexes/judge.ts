import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import type { Diagnostics, Parameters } from "recheck";
import type { Found } from "./written.ts";

/** A regular expression with all places where it is found, and why it must not stay; null where it may. */
export interface Judged {
  readonly source: string;
  readonly flags: string;
  readonly places: readonly string[];
  readonly fault: string | null;
}

/** What takes longer than this is as bad as what is slow: nobody knows. */
const TIMEOUT = 120_000;

/** The same answer on every machine, however busy: attacks are counted in characters read, not in seconds. */
const PARAMETERS: Parameters = {
  timeout: TIMEOUT,
  randomSeed: 0,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
};

/**
 * Asks recheck about each pattern once. Anything but "safe" is a fault. What it said is kept: the same version says the
 * same of the same pattern. "Unknown" is not kept.
 *
 * @param cache The file to keep it in. null: nothing is kept.
 */
export async function judge(found: readonly Found[], cache: string | null): Promise<readonly Judged[]> {
  // The native program where there is one for this machine, else the same in JavaScript, which is slower.
  process.env.RECHECK_BACKEND ??= hasNative() ? "native" : "pure";
  const { check } = await import("recheck");
  const patterns = [...Map.groupBy(found, ({ source, flags }) => `/${source}/${flags}`).values()];
  const known = readCache(cache);
  const judged: Judged[] = [];
  const next = async (): Promise<void> => {
    for (let same = patterns.pop(); same !== undefined; same = patterns.pop()) {
      const [{ source, flags } = { source: "", flags: "" }] = same;
      // recheck knows no `v`; what `d` adds costs nothing.
      const key = `/${source}/${flags}`;
      const asked = known.has(key)
        ? null
        : await check(
            source,
            flags.replace(/[vd]/g, (flag) => (flag === "v" ? "u" : "")),
            PARAMETERS,
          );
      const fault = asked === null ? (known.get(key) ?? null) : faultOf(asked);
      if (asked?.status !== "unknown") known.set(key, fault);
      const places = [...new Set(same.map(({ at }) => at))].toSorted();
      judged.push({ source, flags, places, fault });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, next));
  writeCache(cache, known);
  return judged.toSorted((a, b) => (a.places[0] ?? "").localeCompare(b.places[0] ?? ""));
}

/** recheck's version, which every kept answer is of. */
function version(): string {
  const { version } = createRequire(import.meta.url)("recheck/package.json") as { readonly version: string };
  return `${version} ${JSON.stringify(PARAMETERS)}`;
}

function readCache(file: string | null): Map<string, string | null> {
  if (file === null || !existsSync(file)) return new Map();
  const { of, faults } = JSON.parse(readFileSync(file, "utf8"));
  return new Map(of === version() ? faults : []);
}

function writeCache(file: string | null, faults: ReadonlyMap<string, string | null>): void {
  if (file === null) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ of: version(), faults: [...faults] }));
}

function hasNative(): boolean {
  const system = { darwin: "macos", linux: "linux", win32: "windows" }[process.platform as string];
  try {
    import.meta.resolve(`recheck-${system}-${process.arch}/package.json`);
    return true;
  } catch {
    return false;
  }
}

function faultOf(diagnostics: Diagnostics): string | null {
  if (diagnostics.status === "safe") return null;
  if (diagnostics.status === "unknown") return `unknown: ${diagnostics.error.kind}`;
  const { complexity, attack } = diagnostics;
  return `${complexity.summary}, for instance on ${attack.pattern.slice(0, 120)}`;
}
