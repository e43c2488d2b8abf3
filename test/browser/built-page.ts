import { createServer } from "node:http";
import { makePageHandler } from "../../src/page-server/answer-page.ts";
import { findPageFolder, loadPage } from "../../src/page-server/page-files.ts";

export interface BuiltPage {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Serves the page at any free port as the app does. `npm run test:browser` builds it before.
 *
 * @param prefix - The page's folder, as on a web host.
 */
export async function serveBuiltPage(prefix = ""): Promise<BuiltPage> {
  const folder = findPageFolder();
  if (folder === null) throw new Error("The page is not built: npm run build:page");
  const answer = makePageHandler(loadPage(folder), "none");
  const server = createServer((request, response) => {
    if (request.url?.startsWith(prefix)) request.url = request.url.slice(prefix.length);
    answer(request, response).then(
      (isAnswered) => void (isAnswered || response.writeHead(404).end()),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The page is served at no port.");
  return {
    url: `http://127.0.0.1:${address.port}${prefix}/`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
