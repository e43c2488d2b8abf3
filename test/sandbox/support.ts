import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { Octokit } from "@octokit/rest";
import { SignJWT } from "jose";
import { createSandbox, type Sandbox, type SandboxOptions } from "../../sandbox/sandbox.ts";
import type { Permissions } from "../../sandbox/world/entities.ts";

const { publicKey, privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

export const APP_KEY = privateKey;

/** A JWT of the app's, as GitHub wants it. */
export function appToken(claims: { issuer?: string; lifetimeS?: number } = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000) - 30;
  return new SignJWT()
    .setProtectedHeader({ alg: "RS256" })
    .setIssuedAt(now)
    .setExpirationTime(now + (claims.lifetimeS ?? 600))
    .setIssuer(claims.issuer ?? "7")
    .sign(createPrivateKey(privateKey));
}

export const ALL: Permissions = {
  checks: "write",
  contents: "write",
  discussions: "write",
  issues: "write",
  metadata: "read",
  pull_requests: "write",
};

export const EVENTS = [
  "push",
  "pull_request",
  "issue_comment",
  "issues",
  "check_run",
  "check_suite",
  "repository",
];

/** A sandbox that listens, whose clock advances only by a second each time it is read. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  let seconds = 0;
  const now = (): Date => {
    seconds += 1;
    return new Date(Date.UTC(2026, 0, 5, 9, 0, seconds));
  };
  const app = { id: 7, publicKey, permissions: ALL, events: EVENTS, webhookSecret: "s3cret", ...options.app };
  const sandbox = createSandbox({ now, ...options, app });
  await sandbox.start();
  return sandbox;
}

/** A client that answers at once, with no retries of its own. */
export function clientFor(sandbox: Sandbox, token: string): Octokit {
  return new Octokit({
    auth: token,
    baseUrl: `${sandbox.url}/api/v3`,
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
}

/** A client with a token of the installation on the account. */
export async function installedClient(sandbox: Sandbox, login: string): Promise<Octokit> {
  const { createInstallationToken } = await import("../../sandbox/world/installations.ts");
  const installation = [...sandbox.state.installations.values()].find((one) => one.account.login === login);
  if (installation === undefined) throw new Error(`The app is not installed on ${login}.`);
  return clientFor(sandbox, createInstallationToken(sandbox.state, installation).value);
}
