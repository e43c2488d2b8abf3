import { readFileSync } from "node:fs";
import type { Environment } from "./environment.ts";

/**
 * What may stand in a file instead, as secrets of Docker and Kubernetes do: `WEBHOOK_SECRET_FILE=/run/secrets/webhook`.
 */
export const FILE_SETTINGS = [
  "PRIVATE_KEY",
  "WEBHOOK_SECRET",
  "WEBHOOK_SECRET_PREVIOUS",
  "DATABASE_URL",
  "METRICS_TOKEN",
] as const;

/**
 * The environment with what stands in files (`NAME_FILE`) put in its place, without the line's end.
 *
 * @throws Error that names the setting, never what it holds
 */
export function readSecretFiles(env: Environment): Environment {
  const read = FILE_SETTINGS.flatMap((name): [string, string][] => {
    const path = env[`${name}_FILE`];
    if (!path) return [];
    if (env[name]) throw new Error(`${name} and ${name}_FILE are both set; take one of them out.`);
    return [[name, readSecret(name, path)]];
  });
  return { ...env, ...Object.fromEntries(read) };
}

function readSecret(name: string, path: string): string {
  try {
    const text = readFileSync(path, "utf8").trimEnd();
    if (text !== "") return text;
  } catch (error) {
    const code = String(Reflect.get(Object(error), "code") ?? "it cannot be read");
    throw new Error(
      `${name}_FILE names ${path}, which cannot be read (${code}). Mount it, or correct the path.`,
    );
  }
  throw new Error(`${name}_FILE names ${path}, which is empty.`);
}
