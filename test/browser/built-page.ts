import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, preview } from "vite";

export interface BuiltPage {
  readonly url: string;
  stop(): Promise<void>;
}

const configFile = join(import.meta.dirname, "../../src/web/vite.config.ts");

/** Builds the page as it is published and serves it on any free port. */
export async function serveBuiltPage(): Promise<BuiltPage> {
  const outDir = await mkdtemp(join(tmpdir(), "minutebook-page-"));
  await build({ configFile, build: { outDir, emptyOutDir: true }, logLevel: "error" });
  const server = await preview({
    configFile,
    build: { outDir },
    preview: { port: 0, host: "127.0.0.1" },
    logLevel: "error",
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Error("The page is served at no port.");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async stop() {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
