import { readFileSync } from "node:fs";
import { appError } from "../messages/app-errors.ts";
import { CodedError, errorText } from "../messages/coded-error.ts";
import type { Environment } from "./environment.ts";

/**
 * What a file may hold instead, as with secrets of Docker and Kubernetes: `WEBHOOK_SECRET_FILE=/run/secrets/webhook`.
 */
export const FILE_SETTINGS = [
  "PRIVATE_KEY",
  "WEBHOOK_SECRET",
  "WEBHOOK_SECRET_PREVIOUS",
  "DATABASE_URL",
  "METRICS_TOKEN",
] as const;

/**
 * The environment, with the values of settings given as files (`NAME_FILE`), without the line's end.
 *
 * @throws CodedError that names the setting, never what it holds
 */
export function readSecretFiles(env: Environment): Environment {
  const read = FILE_SETTINGS.flatMap((name): [string, string][] => {
    const path = env[`${name}_FILE`];
    if (!path) return [];
    if (env[name]) throw new CodedError(appError("setting-twice", { name }));
    return [[name, readSecret(name, path)]];
  });
  return { ...env, ...Object.fromEntries(read) };
}

function readSecret(name: string, path: string): string {
  try {
    const text = readFileSync(path, "utf8").trimEnd();
    if (text !== "") return text;
  } catch (error) {
    const reason = String(Reflect.get(Object(error), "code") ?? errorText(error));
    throw new CodedError(appError("secret-not-read", { name, path, reason }));
  }
  throw new CodedError(appError("secret-empty", { name, path }));
}
