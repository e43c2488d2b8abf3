import { describe, expect, test } from "@jest/globals";
import { newStoredJob, readStoredJob, UnreadableJobError } from "../../src/queue/stored-job.ts";
import { buildJob } from "./build-job.ts";

const place = { installationId: 7, repository: "acme/minutes", repositoryId: "42", deliveryId: "d-1" };
const commandData = { name: "apply", number: 3, isPull: false, commentId: 9, by: "ada", plan: null };

/** What a job of an earlier version was, and what it is now. */
const EARLIER = [
  [
    "a push",
    { cause: "push", data: { before: "a", head: "b", forcedFrom: "c" } },
    { cause: "push", data: { before: "a", commit: "b", forcedFrom: "c" } },
  ],
  [
    "a push to a repository that was renamed",
    { cause: "push", data: { before: null, head: "b", askedAs: "acme/notes" } },
    { cause: "push", formerName: "acme/notes", data: { before: null, commit: "b" } },
  ],
  [
    "a preview that is for nobody in particular",
    { cause: "pull_request", data: { number: 4, head: "b" } },
    { cause: "pull_request", data: { number: 4, commit: "b", for: [] } },
  ],
  [
    "a command",
    { cause: "retry", data: { command: commandData } },
    { cause: "command", data: { command: commandData } },
  ],
  [
    "the button that tries again",
    { cause: "retry", data: { before: "a", head: "b", by: "ada", button: "retry" } },
    { cause: "retry", data: { before: "a", commit: "b", by: "ada", button: "retry" } },
  ],
  [
    "the button for implied actions",
    { cause: "retry", data: { head: "b", by: "ada", button: "implied", plan: "f00" } },
    { cause: "retry", data: { commit: "b", by: "ada", button: "implied", plan: "f00" } },
  ],
  [
    "an approval of a version that kept no hash",
    { cause: "approval", data: { before: "a", head: "b", by: "ada" } },
    { cause: "approval", data: { before: "a", commit: "b", by: "ada", button: "apply", plan: null } },
  ],
  [
    "an approval that is half applied",
    {
      cause: "approval",
      data: { button: "apply", plan: "f00", approved: { commit: "b", configuration: "c", keys: ["k"] } },
    },
    {
      cause: "approval",
      data: { button: "apply", plan: "f00", approved: { commit: "b", configuration: "c", keys: ["k"] } },
    },
  ],
  ["a look", { cause: "catch-up", data: { before: "a" } }, { cause: "catch-up", data: { before: "a" } }],
  ["an installation", { cause: "installation", data: {} }, { cause: "installation", data: {} }],
  ["an issue", { cause: "issue", data: { path: "a.md" } }, { cause: "issue", data: { path: "a.md" } }],
] as const;

describe("a job in the database", () => {
  test.each(EARLIER)("of an earlier version is read: %s", (_what, earlier, now) => {
    const failed = { failures: 2, failingSince: 5, error: "503" };

    expect(readStoredJob({ job: { ...place, ...earlier }, ...failed })).toEqual({
      job: { ...place, ...now },
      ...failed,
    });
  });

  test.each(["push", "pull_request", "approval", "retry", "command", "backfill", "issue"] as const)(
    "is read as it was written: %s",
    (cause) => {
      const stored = newStoredJob(buildJob({ cause, formerName: "acme/notes" }));

      expect(readStoredJob(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
    },
  );

  test.each([
    ["job.cause", { ...place, cause: "dance", data: {} }],
    ["job.data.commit", { ...place, cause: "push", data: { before: null } }],
    [
      "job.data.command.name",
      { ...place, cause: "command", data: { command: { ...commandData, name: "sing" } } },
    ],
    ["job.repository", { cause: "installation", installationId: 1, deliveryId: null, data: {} }],
    ["job", null],
  ])("that does not fit is named with what is wrong: %s", (path, job) => {
    const read = readStoredJob({ ...newStoredJob(buildJob()), job });

    expect(read).toBeInstanceOf(UnreadableJobError);
    expect(String(read)).toContain(`This version cannot read the job: ${path}: `);
  });
});
