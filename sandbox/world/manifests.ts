import { createHash, generateKeyPairSync } from "node:crypto";
import type { Manifest } from "./manifest.ts";
import { registerApp } from "./installations.ts";
import { notFound, Refusal } from "./refusal.ts";
import { type AppRegistration, identify, type World } from "./world.ts";

/** An app that was just registered, with what only its owner gets to see, once. */
export interface Credentials {
  readonly app: AppRegistration;
  readonly pem: string;
  readonly webhookSecret: string;
  readonly clientSecret: string;
}

/** Hosts to which GitHub sends nothing. */
const UNREACHABLE = /^https?:\/\/(?:localhost|127\.\d|10\.\d|192\.168\.|\[::1\])/i;

/** Reads a manifest as GitHub's page does. Throws where what GitHub demands is missing. */
export function readManifest(text: string): Manifest & { readonly name: string } {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(text) as Manifest;
  } catch {
    throw new Refusal(422, "The manifest is no JSON.");
  }
  const { name, url } = manifest;
  if (!name || !url) throw new Refusal(422, `The manifest has no ${name ? "url" : "name"}.`);
  if (name.length > 34) throw new Refusal(422, "The name is too long (maximum is 34 characters).");
  const webhook = manifest.hook_attributes?.url;
  if (webhook !== undefined && UNREACHABLE.test(webhook))
    throw new Refusal(422, "Hook url is not supported because it isn't reachable over the public Internet.");
  return { ...manifest, name };
}

/** Keeps a manifest that was agreed to until its code is turned into an app, as it can be once. */
export function keepManifest(world: World, manifest: Manifest): string {
  const code = createHash("sha256")
    .update(`manifest ${identify(world, "M").id}`)
    .digest("hex")
    .slice(0, 40);
  world.manifests.set(code, manifest);
  return code;
}

/** Registers the app of a code. Throws 404 where the code is unknown or was used. */
export function convertManifest(world: World, code: string): Credentials {
  const manifest = world.manifests.get(code);
  if (manifest?.name === undefined) throw notFound();
  world.manifests.delete(code);
  const { publicKey, privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  });
  const { id } = identify(world, "A");
  const secret = (what: string) => createHash("sha256").update(`${what} ${id}`).digest("hex").slice(0, 40);
  const { url: webhookUrl, active = true } = manifest.hook_attributes ?? {};
  const webhookSecret = secret("webhook");
  const app = registerApp(world, {
    id,
    name: manifest.name,
    slug: manifest.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, ""),
    publicKey,
    permissions: manifest.default_permissions ?? {},
    events: manifest.default_events ?? [],
    webhookSecret,
    ...(webhookUrl === undefined || !active ? {} : { webhookUrl }),
  });
  return { app, pem: privateKey, webhookSecret, clientSecret: secret("client") };
}
