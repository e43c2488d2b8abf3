// Compiles src/ to dist/: what is published, and what the container runs.
import { spawnSync } from "node:child_process";
import { chmodSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { build as buildPage } from "vite";

const root = join(import.meta.dirname, "..");

/** Every module on its own, with types. */
function compile() {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const args = [tsc, "-p", join(root, "tsconfig.build.json")];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

/** The command line in few files with its libraries in them: opening hundreds takes longer than reading minutes. */
async function bundleCli() {
  const folder = join(root, "dist", "cli");
  rmSync(folder, { recursive: true, force: true });
  await build({
    entryPoints: {
      main: join(root, "src", "cli", "main.ts"),
      // Started by its name, as a thread.
      thread: join(root, "src", "ledger", "database", "pglite", "thread.ts"),
      "reading-thread": join(root, "src", "pipeline", "workers", "reading-thread.ts"),
      // As a process.
      initdb: join(root, "src", "ledger", "database", "pglite", "initdb.ts"),
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node22.12",
    // PGlite and Piscina find their own files by their place, pg looks for a native part, and what probot needs is large.
    external: ["@octokit/*", "@electric-sql/pglite", "pg", "pg-boss", "pino", "piscina", "probot"],
    // Libraries in CommonJS ask for Node's own modules with `require`.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    legalComments: "eof",
    logLevel: "warning",
  });
  chmodSync(join(folder, "main.js"), 0o755);
}

compile();
await bundleCli();
await buildPage({ configFile: join(root, "src", "web", "vite.config.ts"), logLevel: "warn" });
