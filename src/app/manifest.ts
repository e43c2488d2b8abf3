import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** How the app is registered: what `app.yml` asks for. */
export interface AppManifest {
  readonly default_permissions: Readonly<Record<string, string>>;
  readonly default_events: readonly string[];
}

/** Reads `app.yml`, which is published with the code. */
export function readManifest(): AppManifest {
  return parse(readFileSync(new URL("../../app.yml", import.meta.url), "utf8"));
}
