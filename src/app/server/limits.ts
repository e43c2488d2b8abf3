/** What one body may hold. GitHub sends up to 25 MB; a push of 2,048 commits with ten files each has 3 MB. In bytes. */
export const MAX_BODY = 5 * 1024 * 1024;

/** What all bodies that are not whole yet may hold together. In bytes. */
export const MAX_BODIES = 16 * 1024 * 1024;

/** So much of a body that is refused is read and thrown away, so that its sender gets to read why. In bytes. */
export const MAX_THROWN_AWAY = 32 * 1024 * 1024;

/** The same in milliseconds. */
export const THROW_AWAY_MS = 5000;

/** Connections at a time. Beyond them the oldest that waits for its request is closed. */
export const MAX_CONNECTIONS = 512;

/** For `node:http`. In milliseconds, sizes in bytes. */
export const HTTP_LIMITS = {
  maxHeaderSize: 8 * 1024,
  headersTimeout: 10_000,
  /** With its body. */
  requestTimeout: 20_000,
  keepAliveTimeout: 15_000,
  /** How often the ones above are looked at. */
  connectionsCheckingInterval: 2000,
} as const;

/** How long a stop waits for answers that are under way. In milliseconds. */
export const CLOSE_MS = 3000;
