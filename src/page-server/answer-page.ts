import type { IncomingMessage, ServerResponse } from "node:http";
import type { Encoding, PageFiles } from "./page-files.ts";
import { pageHeaders, type Reach } from "./policy.ts";

/** Answers requests for the page. Resolves to whether the request was for a part of it. */
export type AnswerPage = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * Serves the page at `/`, with its files in `/assets/`.
 *
 * @param reach - The servers that the page may request.
 */
export function makePageHandler(files: PageFiles, reach: Reach): AnswerPage {
  const headers = pageHeaders(reach);
  return async (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const file = files.get((request.url ?? "/").split("?")[0] ?? "/");
    if (file === undefined) return false;
    const cache = file.isImmutable ? "public, max-age=31536000, immutable" : "no-cache";
    const common = { ...headers, etag: file.etag, "cache-control": cache, vary: "accept-encoding" };
    if (request.headers["if-none-match"]?.includes(file.etag)) {
      response.writeHead(304, common).end();
      return true;
    }
    const encoding = encodingFor(request.headers["accept-encoding"] ?? "");
    const content = await file.read(encoding);
    response.writeHead(200, {
      ...common,
      "content-type": file.type,
      "content-length": content.length,
      ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    });
    response.end(request.method === "HEAD" ? undefined : content);
    return true;
  };
}

function encodingFor(accepted: string): Encoding {
  const names = accepted.split(",").map((part) => part.trim());
  return (["br", "gzip"] as const).find((name) => names.includes(name)) ?? "identity";
}
