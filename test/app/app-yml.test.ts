import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { WEBHOOK_EVENTS } from "../../src/app/webhook-events.ts";
import { readRegistration } from "./registration.ts";

const source = join(import.meta.dirname, "..", "..", "src");

/** All code that speaks to GitHub as the app. The set-up pages only answer requests. */
const code = ["github", "app"]
  .flatMap((folder) => filesIn(join(source, folder)))
  .filter((file) => !file.includes("set-up"))
  .map((file) => readFileSync(file, "utf8"));

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
}

type Need = Readonly<Record<string, "read" | "write">>;

/**
 * What each request needs, from GitHub's "Permissions required for GitHub Apps". Comments and reactions on pull
 * requests go through the issues' addresses and need `pull_requests` there. The app itself may always ask who it is.
 */
const NEEDS: Readonly<Record<string, Need>> = {
  "GET /app": {},
  "GET /app/hook/deliveries": {},
  "GET /app/installations": {},
  "GET /app/installations/{installation_id}": {},
  "POST /app/installations/{installation_id}/access_tokens": {},
  "POST /app/hook/deliveries/{delivery_id}/attempts": {},
  "GET /repos/{owner}/{repo}/installation": {},
  "GET /repos/{owner}/{repo}/compare/{basehead}": { contents: "read" },
  "GET /repos/{owner}/{repo}/git/trees/{tree_sha}": { contents: "read" },
  "GET /repos/{owner}/{repo}/git/blobs/{file_sha}": { contents: "read" },
  "GET /repos/{owner}/{repo}/issues": { issues: "read" },
  "GET /repos/{owner}/{repo}/issues/{issue_number}": { issues: "read" },
  "GET /repos/{owner}/{repo}/issues/comments/{comment_id}": { issues: "read", pull_requests: "read" },
  "GET /repos/{owner}/{repo}/pulls/{pull_number}": { pull_requests: "read" },
  "GET /repos/{owner}/{repo}/collaborators/{username}/permission": { metadata: "read" },
  "GET /repos/{owner}/{repo}/pulls": { pull_requests: "read" },
  "GET /repos/{owner}/{repo}/commits/{ref}": { contents: "read" },
  "GET /repos/{owner}/{repo}/git/commits/{commit_sha}": { contents: "read" },
  "POST /repos/{owner}/{repo}/git/trees": { contents: "write" },
  "POST /repos/{owner}/{repo}/git/commits": { contents: "write" },
  "POST /repos/{owner}/{repo}/git/refs": { contents: "write" },
  "PATCH /repos/{owner}/{repo}/git/refs/{ref}": { contents: "write" },
  "POST /repos/{owner}/{repo}/pulls": { pull_requests: "write" },
  "PATCH /repos/{owner}/{repo}/pulls/{pull_number}": { pull_requests: "write" },
  "POST /repos/{owner}/{repo}/issues/{issue_number}/comments": { issues: "write", pull_requests: "write" },
  "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}": { issues: "write", pull_requests: "write" },
  "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}": { issues: "write", pull_requests: "write" },
  "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions": {
    issues: "write",
    pull_requests: "write",
  },
  "POST /repos/{owner}/{repo}/issues": { issues: "write" },
  "PATCH /repos/{owner}/{repo}/issues/{issue_number}": { issues: "write" },
  "POST /repos/{owner}/{repo}/issues/{issue_number}/labels": { issues: "write" },
  "POST /repos/{owner}/{repo}/issues/{issue_number}/assignees": { issues: "write" },
  "DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees": { issues: "write" },
  "POST /repos/{owner}/{repo}/labels": { issues: "write" },
  "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}": { issues: "write" },
  "POST /repos/{owner}/{repo}/milestones": { issues: "write" },
  "PATCH /repos/{owner}/{repo}/milestones/{milestone_number}": { issues: "write" },
  "GET /repos/{owner}/{repo}/commits/{ref}/check-runs": { checks: "write" },
  "POST /repos/{owner}/{repo}/check-runs": { checks: "write" },
  addDiscussionComment: { discussions: "write" },
  updateDiscussionComment: { discussions: "write" },
  deleteDiscussionComment: { discussions: "write" },
  minimizeComment: { issues: "write", pull_requests: "write", discussions: "write" },
};

/** Events that every app receives without asking. */
const GIVEN = new Set(["installation", "installation_repositories"]);

function found(pattern: RegExp): ReadonlySet<string> {
  return new Set(code.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? "")));
}

const requests = new Set([
  ...found(/"((?:GET|POST|PATCH|PUT|DELETE) \/[^"]*)"/g),
  ...found(/mutation\([^)]*\) \{\s*(\w+)\(/g),
]);

describe("app.yml", () => {
  test("is compared with every request that the code makes", () => {
    expect([...requests].sort()).toEqual(Object.keys(NEEDS).sort());
  });

  test("asks for exactly the permissions that these need", () => {
    const needed: Record<string, string> = { metadata: "read" };
    for (const need of Object.values(NEEDS)) {
      for (const [name, level] of Object.entries(need)) {
        if (needed[name] !== "write") needed[name] = level;
      }
    }

    expect(readRegistration().permissions).toEqual(needed);
  });

  test("asks for exactly the events that the code listens to", () => {
    const listeners = code.flatMap((text) => [...text.matchAll(/probot\.on\(\s*(.*)/g)]);
    // All listeners are in the one table.
    for (const [, argument = ""] of listeners) expect(argument).toMatch(/^\[\.\.\.WEBHOOK_EVENTS\./);
    expect(listeners).toHaveLength(Object.keys(WEBHOOK_EVENTS).length);
    const names = Object.values(WEBHOOK_EVENTS).flatMap((group) =>
      group.map((name) => name.split(".")[0] ?? ""),
    );

    const expected = [...new Set(names)].filter((name) => !GIVEN.has(name)).sort();

    expect(readRegistration().events).toEqual(expected);
  });
});
