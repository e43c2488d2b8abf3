import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import * as z from "zod";
import { appError } from "../../messages/app-errors.ts";
import { CodedError } from "../../messages/coded-error.ts";
import { makePrivate } from "../../ledger/database/private-folder.ts";
import type { Environment } from "../environment.ts";

const schema = z.strictObject({
  APP_ID: z.string().regex(/^\d+$/),
  PRIVATE_KEY: z.string().includes("PRIVATE KEY"),
  WEBHOOK_SECRET: z.string().min(1),
});

/** What the set-up page keeps: the settings of the same names. */
export type KeptCredentials = z.infer<typeof schema>;

/** The folder of the environment's app. Absolute. */
export function dataFolderOf(env: Environment, cwd: string = process.cwd()): string {
  return resolve(cwd, env.DATA_FOLDER || "data");
}

/** Where they are kept in a data folder. */
export function credentialsFile(dataFolder: string): string {
  return join(dataFolder, "credentials.json");
}

/**
 * The environment with the credentials that the set-up page kept in the data folder, where it has no `APP_ID` itself.
 *
 * @throws CodedError with the remedy where they cannot be read
 */
export function withKeptCredentials(env: Environment, cwd?: string): Environment {
  if (env.APP_ID) return env;
  const file = credentialsFile(dataFolderOf(env, cwd));
  const text = readIfThere(file);
  if (text === null) return env;
  return { ...env, ...parse(text, file) };
}

/** Writes them where only the app's own user reads them, whole or not at all. */
export async function keepCredentials(dataFolder: string, credentials: KeptCredentials): Promise<void> {
  await makePrivate(dataFolder);
  const file = credentialsFile(dataFolder);
  const draft = `${file}.${randomUUID()}`;
  try {
    const handle = await open(draft, "wx", 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(credentials, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const code = String(Reflect.get(Object(error), "code") ?? error);
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw new CodedError(appError("credentials-not-read", { file, reason: code }), { cause: error });
  }
}

/** The error has no details: they would include the key. */
function parse(text: string, file: string): KeptCredentials {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new CodedError(appError("credentials-damaged", { file }));
  }
}
