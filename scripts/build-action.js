// Bundles src/action/ to action/dist/index.js, which action.yml runs, and beside it what its threads run:
// `npm run build:action`. With --check it writes nothing and fails where a committed file is not what the sources give.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");

/** The toolkit's parts that nothing calls (OIDC and what asks the machine) would bring an HTTP client along. */
const dropUnused = {
  name: "drop-unused",
  setup(build) {
    build.onResolve(
      { filter: /^(?:@actions\/|\.\/(?:oidc-utils|platform|path-utils)\.js$)/ },
      async (args) => {
        if (args.pluginData === "resolved") return undefined;
        const { path, errors } = await build.resolve(args.path, {
          importer: args.importer,
          kind: args.kind,
          resolveDir: args.resolveDir,
          pluginData: "resolved",
        });
        return { path, errors, sideEffects: false };
      },
    );
  },
};

/** Files with all their libraries, for people to read: the same sources and versions give the same text anywhere. */
async function bundle() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: {
      index: "src/action/main.ts",
      "reading-thread": "src/pipeline/workers/reading-thread.ts",
      // By this name Piscina starts a thread, which then loads the one above.
      worker: "./node_modules/piscina/dist/worker.js",
    },
    outdir: "action/dist",
    // A part in C, which threads do without.
    external: ["@napi-rs/nice"],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node24",
    charset: "utf8",
    banner: {
      js: [
        "// Made by `npm run build:action` from src/action/. Change that, not this.",
        'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
        "const __dirname = import.meta.dirname;",
      ].join("\n"),
    },
    legalComments: "eof",
    logLevel: "warning",
    plugins: [dropUnused],
  });
  return outputFiles;
}

for (const { path, text } of await bundle()) {
  if (!process.argv.includes("--check")) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
    const name = relative(root, path);
    console.error(`${name} is not what the sources give. Run npm run build:action and commit it.`);
    process.exitCode = 1;
  }
}
