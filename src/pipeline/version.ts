import { readFileSync } from "node:fs";

const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

/** Minutebook's own version. */
export const version = String(Reflect.get(Object(manifest), "version"));
