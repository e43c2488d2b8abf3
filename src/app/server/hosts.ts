import { isIP } from "node:net";

/** Names by which a machine calls itself. */
export const LOOPBACK_NAMES: readonly string[] = ["localhost"];

/**
 * The name under which a request came, where it is not ours: a page of another site, whose name was made to lead here
 * (DNS rebinding), would ask under that site's name. An address is no name, and nobody can give it away.
 */
export function findForeignHost(host: string | undefined, allowed: readonly string[] | "any"): string | null {
  if (allowed === "any") return null;
  const name = hostName(host ?? "");
  if (name === null) return host ?? "";
  return isIP(name) !== 0 || allowed.includes(name) ? null : name;
}

/** The name in a `Host` header, without its port; null: it has none. */
function hostName(host: string): string | null {
  const [, bracketed, plain] = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d{1,5})?$/i.exec(host) ?? [];
  return (bracketed ?? plain)?.toLowerCase() ?? null;
}

/** Reads `ALLOWED_HOSTS`: the names besides this machine's own. "any" where it is not set. */
export function readHosts(text: string | undefined): readonly string[] | "any" {
  const names = (text ?? "").split(/[\s,]+/).filter((name) => name !== "");
  return names.length === 0 ? "any" : [...LOOPBACK_NAMES, ...names.map((name) => name.toLowerCase())];
}
