import { defineConfig } from "vite";
import { licensePlugins } from "../../scripts/licenses.ts";
import { policyElement } from "../page-server/policy.ts";

const licenses = licensePlugins("licenses.md");

/**
 * The static page: `npm run build:page` writes it to `dist/page`, with addresses that work in any folder of a web
 * host.
 */
// Vite asks for a default export.
// biome-ignore lint/style/noDefaultExport: see above
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [
    licenses.page,
    { name: "policy", transformIndexHtml: (html) => html.replace("<!-- policy -->", policyElement) },
  ],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // Some packages have a variant for browsers that needs a document, which the worker has not.
  resolve: { conditions: ["worker", "module", "browser"] },
  worker: { format: "es", plugins: () => [licenses.worker()] },
  build: {
    outDir: "../../dist/page",
    emptyOutDir: true,
    target: "es2022",
    chunkSizeWarningLimit: 1500,
    // How long the bundler took is nothing to warn people about who only want to see their minutes.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
});
