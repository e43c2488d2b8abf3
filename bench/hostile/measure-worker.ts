import { parentPort } from "node:worker_threads";
import { measure } from "./measure.ts";

/** Says when it is ready; asked with a path and a text; answers with the phases as they begin, and the times or what was thrown. */
parentPort?.on("message", ({ path, text }: { readonly path: string; readonly text: string }) => {
  try {
    const times = measure(path, text, (phase) => parentPort?.postMessage({ phase }));
    parentPort?.postMessage({ times });
  } catch (error) {
    parentPort?.postMessage({
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});
parentPort?.postMessage({ ready: true });
