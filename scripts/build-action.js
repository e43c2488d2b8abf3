// Bundles src/action/ to action/dist/index.js, which action.yml runs: `npm run build:action`. With --check it writes
// nothing and fails where the committed file is not what the sources give.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const file = join(root, "action", "dist", "index.js");

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

/** One file with all its libraries, for people to read: the same sources and versions give the same text anywhere. */
async function bundle() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["src/action/main.ts"],
    outfile: "action/dist/index.js",
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
      ].join("\n"),
    },
    legalComments: "eof",
    logLevel: "warning",
    plugins: [dropUnused],
  });
  return outputFiles[0]?.text ?? "";
}

const text = await bundle();
if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf8") !== text) {
    console.error(
      "action/dist/index.js is not what the sources give. Run npm run build:action and commit it.",
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, text);
}
