import { afterEach, expect, test } from "@jest/globals";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { makeFolder } from "../cli/folder.ts";

let child: ChildProcess | undefined;

afterEach(async () => {
  if (child === undefined || child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill();
  await ended;
});

/** A folder with the sources and only those packages that `npm prune --omit=dev` leaves. */
function pruneInstall(): string {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const folder = makeFolder({ "package.json": readFileSync("package.json") });
  for (const path of ["src", "app.yml"]) symlinkSync(resolve(path), join(folder, path));
  for (const [path, entry] of Object.entries(packages)) {
    const isTop = path.lastIndexOf("node_modules/") === 0;
    if (!isTop || Object(entry).dev === true || !existsSync(path)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(resolve(path), join(folder, path));
  }
  return folder;
}

/** Starts what the container starts, and waits for the line of its log that tells the address. */
async function start(folder: string, env: Readonly<Record<string, string>>): Promise<string> {
  const { PATH = "" } = process.env;
  const flags = ["--preserve-symlinks", "--preserve-symlinks-main"];
  const started = spawn(process.execPath, [...flags, join(folder, "src/app/main.ts")], {
    cwd: folder,
    env: { PATH, NODE_ENV: "production", PORT: "0", ...env },
  });
  child = started;
  let log = "";
  return new Promise((found, failed) => {
    const read = (text: unknown): void => {
      log += String(text);
      const address = /http:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0):\d+/.exec(log)?.[0];
      if (address !== undefined) found(address.replace("0.0.0.0", "127.0.0.1"));
    };
    started.stdout.on("data", read);
    started.stderr.on("data", read);
    started.on("exit", () => failed(new Error(`The app ended:\n${log}`)));
  });
}

test("the app starts with production packages alone, and says that it is well", async () => {
  const { generateKeyPairSync } = await import("node:crypto");
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const PRIVATE_KEY = privateKey.export({ type: "pkcs8", format: "pem" }).toString();

  const address = await start(pruneInstall(), { APP_ID: "1", PRIVATE_KEY, WEBHOOK_SECRET: "secret" });

  expect((await fetch(`${address}/ping`)).status).toBe(200);
}, 60_000);
