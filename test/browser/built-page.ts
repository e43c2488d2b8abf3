import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";

export interface BuiltPage {
  readonly url: string;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, "../..");
const vite = join(root, "node_modules/vite/bin/vite.js");
const node = join(root, "node_modules/.bin/node");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** Builds the page as it is published and serves it on any free port. Its bundler does not run inside jest. */
export async function serveBuiltPage(): Promise<BuiltPage> {
  const folder = await mkdtemp(join(tmpdir(), "minutebook-page-"));
  const args = [
    vite,
    "build",
    "--config",
    "src/web/vite.config.ts",
    "--outDir",
    folder,
    "--emptyOutDir",
    "--logLevel",
    "error",
  ];
  await promisify(execFile)(node, args, { cwd: root });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = normalize(pathname === "/" ? "/index.html" : pathname);
    readFile(join(folder, path)).then(
      (content) =>
        response
          .writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" })
          .end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The page is served at no port.");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}
