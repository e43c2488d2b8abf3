import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { renderMarker } from "../../src/plan/marker.ts";
import { createSandbox, type Sandbox } from "../../sandbox/sandbox.ts";
import type { Work } from "./peers.ts";

export const MINUTES = "orchard/minutes";
const APP = "orchard/apple";

const config = `minutes: ["meetings/*.md"]
repository: ${APP}
limits: {comments: 1000, issues: 1000}
`;

/**
 * A simulated GitHub with a repository of minutes and a target that already has posts.
 *
 * @param earlierIssues - Action issues of earlier minutes; half of them are closed.
 */
export function buildBenchWorld(publicKey: string, work: Work, earlierIssues: number): Sandbox {
  // What was there before is older than the first meeting.
  let now = new Date("2026-02-01T09:00:00Z");
  const sandbox = createSandbox({
    now: () => now,
    app: { id: 1, publicKey, webhookSecret: "bench", ...registration() },
  });
  const { world } = sandbox;
  world.addRepository(MINUTES);
  world.addRepository(APP);
  world.addUser("ada");
  for (let number = 1; number <= work.comments; number++) {
    const issue = world.addIssue(APP, { number });
    for (let count = 0; count < work.earlierComments; count++)
      world.addComment(issue, "I agree.", { author: "ada" });
  }
  for (let count = 1; count <= earlierIssues; count++) {
    const body = markedBody(count);
    world.addIssue(APP, { author: "minutebook[bot]", body, state: count % 2 === 0 ? "open" : "closed" });
  }
  world.addMilestone(APP, { title: "2.0" });
  world.commit(MINUTES, { ".github/minutebook.yml": config });
  world.addInstallation("orchard");
  now = new Date("2026-03-02T09:00:00Z");
  return sandbox;
}

/** Minutes with so many references and actions; `word` is an edit. */
export function minutesOf(date: string, { comments, issues }: Work, word: string): string {
  const references = Array.from({ length: comments }, (_, index) => `- #${index + 1} is looked at${word}`);
  const todos = Array.from(
    { length: issues },
    (_, index) => `- TODO: pick row ${index + 1} of the north field${word}`,
  );
  return [`# Orchard call ${date}`, "", ...references, "", "## Work", "", ...todos, ""].join("\n");
}

function markedBody(count: number): string {
  const text = `prune tree ${count} behind the barn`;
  const marker = renderMarker({
    v: 1,
    kind: "issue",
    key: `issue:${MINUTES}:meetings/earlier.md:${count}`,
    repository: MINUTES,
    repositoryId: null,
    path: "meetings/earlier.md",
    commit: "c0ffee",
    hash: "0",
    text,
    owners: [],
    topic: ["Work"],
    date: "2026-01-05",
    done: false,
    titleHash: "0",
    labels: [],
    assignees: [],
    milestone: null,
    also: [],
    gone: false,
  });
  return `${marker}\n\n- **What:** ${text}\n\n<!-- minutebook:end -->`;
}

function registration() {
  const file = join(import.meta.dirname, "../..", "app.yml");
  const { default_permissions, default_events } = parse(readFileSync(file, "utf8"));
  return { permissions: default_permissions, events: default_events };
}
