import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Permissions } from "../../sandbox/world/entities.ts";

/** The app as GitHub and its operator know it. */
export interface Registration {
  readonly id: number;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly permissions: Permissions;
  readonly events: readonly string[];
}

const keys = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

/** A registration with what `app.yml` asks for. */
export function buildRegistration(): Registration {
  const file = join(import.meta.dirname, "..", "..", "app.yml");
  const manifest = parse(readFileSync(file, "utf8"));
  return {
    id: 1,
    ...keys,
    webhookSecret: "a secret of the test",
    permissions: manifest.default_permissions,
    events: manifest.default_events,
  };
}
