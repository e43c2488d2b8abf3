import { jest } from "@jest/globals";
import { Probot } from "probot";
import { pino } from "pino";
import { makeOctokitClass } from "../../src/app/client-settings.ts";
import { AppClients } from "../../src/github/clients.ts";
import { connectGitHub } from "../../src/github/connect.ts";
import { fetchWithin, PATIENCE_MS } from "../../src/github/fetch-within.ts";
import type { GitHub } from "../../src/github/port.ts";
import { findMarker, renderMarker, type CommentMarker } from "../../src/plan/marker.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { issueMarker } from "../plan/issue-marker.ts";
import { APP_KEY } from "../sandbox/support.ts";

// The first look at GitHub's descriptions takes seconds on a busy machine.
jest.setTimeout(30_000);

/** GitHub as the app sees the sandbox: its own client settings, but for waits that are a thousandth as long. */
export async function connectTo(
  sandbox: Sandbox,
  patienceMs = PATIENCE_MS,
): Promise<{ github: GitHub; clients: AppClients }> {
  const probot = new Probot({
    appId: 7,
    privateKey: APP_KEY,
    secret: "s3cret",
    baseUrl: `${sandbox.url}/api/v3`,
    log: pino({ level: "silent" }),
    request: { fetch: fetchWithin(patienceMs) },
    Octokit: makeOctokitClass({ perMinute: 0, perHour: 0 }, 1),
  });
  const clients = new AppClients({
    asApp: () => probot.auth(),
    asInstallation: (id) => probot.auth(id),
    now: () => 0,
  });
  return { github: connectGitHub(clients), clients };
}

const common = {
  v: 1,
  repository: "team/minutes",
  repositoryId: null,
  path: "a.md",
  commit: "c0ffee",
  hash: "0",
} as const;

/** A comment's text with our marker in it. */
export function markedComment(key: string, text = "Spoken of."): string {
  const marker: CommentMarker = {
    ...common,
    kind: "comment",
    key,
    target: "team/app#1",
    date: null,
    gone: false,
  };
  return `${text}\n\n${renderMarker(marker)}`;
}

/** An issue's text with our marker in it. */
export function markedIssue(key: string, text = "To be done."): string {
  return `${text}\n\n${renderMarker(issueMarker(key, text))}`;
}

/** The key in a body. */
export function keyOf(body: string): string | undefined {
  return findMarker(body)?.key;
}
