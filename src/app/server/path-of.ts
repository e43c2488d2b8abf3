import type { IncomingMessage } from "node:http";

/** The path that was asked for, as it was written, without its query. */
export function pathOf({ url }: IncomingMessage): string {
  return (url ?? "/").split("?")[0] ?? "/";
}
