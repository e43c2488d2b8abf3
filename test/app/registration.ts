import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Permissions } from "../../sandbox/world/entities.ts";

/** What `app.yml` asks GitHub for. */
export function readRegistration(): { permissions: Permissions; events: readonly string[] } {
  const file = join(import.meta.dirname, "..", "..", "app.yml");
  const { default_permissions, default_events } = parse(readFileSync(file, "utf8"));
  return { permissions: default_permissions, events: default_events };
}
