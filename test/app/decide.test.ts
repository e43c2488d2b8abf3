import { describe, expect, test } from "@jest/globals";
import { decideButton } from "../../src/app/button.ts";
import { readCommand } from "../../src/app/command.ts";
import { decideIssueState } from "../../src/app/issue-state.ts";
import { decidePreview } from "../../src/app/preview.ts";
import { decidePush } from "../../src/app/push.ts";
import { parseExternalId, renderExternalId } from "../../src/pipeline/report/external-id.ts";
import { renderMarker } from "../../src/plan/marker.ts";
import { EVERYTHING } from "../../src/plan/undo/scope.ts";

const NONE = "0".repeat(40);

const push = {
  ref: "refs/heads/main",
  before: "a".repeat(40),
  after: "b".repeat(40),
  deleted: false,
  repository: { full_name: "harbour/minutes", default_branch: "main" },
  sender: { login: "ada" },
  installation: { id: 5 },
};

describe("decidePush", () => {
  test("queues a push to the default branch", () => {
    expect(decidePush(push, "delivery", null)).toEqual({
      job: {
        installationId: 5,
        repository: "harbour/minutes",
        cause: "push",
        deliveryId: "delivery",
        data: { before: push.before, commit: push.after },
      },
    });
  });

  test("knows the first push to a repository", () => {
    expect(decidePush({ ...push, before: NONE }, "delivery", null)).toMatchObject({
      job: { data: { before: null } },
    });
  });

  test.each([
    ["a tag", { ref: "refs/tags/main" }],
    ["another branch", { ref: "refs/heads/main2" }],
    ["a branch whose name ends alike", { ref: "refs/heads/draft/main" }],
    ["a deleted branch", { deleted: true }],
    ["no commit", { after: NONE }],
    ["a fork", { repository: { ...push.repository, fork: true } }],
    ["no installation", { installation: undefined }],
    ["a push of our own", { sender: { login: "Minutebook[bot]" } }],
  ])("leaves alone %s", (_what, difference) => {
    expect(decidePush({ ...push, ...difference }, "delivery", "minutebook[bot]")).toHaveProperty("ignored");
  });

  test("heeds the pushes of other bots", () => {
    expect(decidePush({ ...push, sender: { login: "notes[bot]" } }, "d", "minutebook[bot]")).toHaveProperty(
      "job",
    );
  });
});

describe("decidePreview", () => {
  const pull = { number: 3, head: { sha: "c".repeat(40) }, base: { ref: "main" } };

  test("previews what is to be merged into the default branch only", () => {
    const other = { ...pull, base: { ref: "release" } };

    expect(decidePreview({ ...push, pull_request: pull }, "d")).toMatchObject({
      cause: "pull_request",
      data: { number: 3 },
    });
    expect(decidePreview({ ...push, pull_request: other }, "d")).toBeNull();
  });

  test("is made again where its base was edited, and not where its words were", () => {
    const edit = (changes: object) =>
      decidePreview({ ...push, pull_request: pull, action: "edited", changes }, "d");

    expect(edit({ base: { ref: { from: "release" } } })).toMatchObject({ cause: "pull_request" });
    expect(edit({ title: { from: "Minutes" } })).toBeNull();
    expect(edit({ body: { from: "" } })).toBeNull();
  });

  test.each([
    ["who opened it and who pushed to it", push.repository.full_name, "ada", ["ada", "grace"]],
    ["one person who did both", push.repository.full_name, "grace", ["grace"]],
    ["nobody where it comes from a fork", "grace/minutes", "grace", []],
  ])("is for %s", (_what, full_name, login, people) => {
    const pull_request = { ...pull, user: { login }, head: { ...pull.head, repo: { full_name } } };

    const job = decidePreview({ ...push, pull_request, sender: { login: "grace" } }, "d");

    expect(job?.data.for).toEqual(people);
  });
});

describe("decideButton", () => {
  const pressed = {
    action: "requested_action",
    requested_action: { identifier: "apply" },
    check_run: { head_sha: push.after, external_id: renderExternalId({ before: push.before }) },
    repository: push.repository,
    sender: push.sender,
    installation: push.installation,
  };

  test("remembers who pressed it and where the plan began", () => {
    expect(decideButton(pressed, "d")).toMatchObject({
      cause: "approval",
      data: { before: push.before, commit: push.after, by: "ada", button: "apply" },
    });
  });

  test("takes GitHub's own re-run for trying again", () => {
    const rerun = { ...pressed, action: "rerequested", requested_action: undefined };

    expect(decideButton(rerun, "d")).toMatchObject({ cause: "retry", data: { button: "retry" } });
  });

  test.each([
    ["another button", { requested_action: { identifier: "toString" } }],
    ["a check run of somebody else", { check_run: { head_sha: push.after, external_id: "theirs" } }],
    [
      "a check run that is about no push",
      { check_run: { head_sha: push.after, external_id: "configuration" } },
    ],
  ])("leaves alone %s", (_what, difference) => {
    expect(decideButton({ ...pressed, ...difference }, "d")).toBeNull();
  });

  test("shows the plan of a pull request again, and never posts what its check run says", () => {
    const check_run = { head_sha: push.after, external_id: renderExternalId({ pull: 12 }) };
    const again = decideButton({ ...pressed, action: "rerequested", check_run }, "d");

    expect(again).toMatchObject({ cause: "pull_request", data: { number: 12, commit: push.after } });
    expect(again?.data).not.toHaveProperty("button");
  });

  test("takes back what was first posted for the commit of its check run", () => {
    expect(decideButton({ ...pressed, requested_action: { identifier: "undo" } }, "d")).toMatchObject({
      cause: "undo",
      data: {
        before: push.before,
        commit: push.after,
        by: "ada",
        undo: { ...EVERYTHING, commit: push.after },
      },
    });
  });

  describe("on a plan to take something back", () => {
    const undo = { ...EVERYTHING, paths: ["calls/1.md"], only: ["comments" as const] };
    const check_run = { head_sha: push.after, external_id: renderExternalId({ undo }) };

    test("does what the check run is about", () => {
      const job = decideButton({ ...pressed, check_run, requested_action: { identifier: "undo" } }, "d");

      expect(job).toMatchObject({ cause: "undo", data: { by: "ada", undo } });
      expect(job?.data).not.toHaveProperty("isPlan");
      expect(job?.data).not.toHaveProperty("commit");
    });

    test.each(["apply", "retry"])("only plans again by any other button: %s", (identifier) => {
      const job = decideButton({ ...pressed, check_run, requested_action: { identifier } }, "d");

      expect(job).toMatchObject({ cause: "undo", data: { by: "ada", undo, isPlan: true } });
    });

    test("is nothing where the check run's words are none", () => {
      const other = { ...check_run, external_id: "minutebook:1:undo:%7B%22all%22%3Atrue%7D" };

      expect(decideButton({ ...pressed, check_run: other }, "d")).toBeNull();
    });
  });

  test.each([{}, { before: null }, { before: push.before }, { pull: 12 }, { undo: EVERYTHING }])(
    "finds again in a check run what it kept there: %j",
    (origin) => {
      expect(parseExternalId(renderExternalId(origin))).toEqual(origin);
    },
  );
});

describe("readCommand", () => {
  const comment = (body: string, login = "ada") =>
    readCommand({ ...push, issue: { number: 7 }, comment: { id: 1, body, user: { login } } });

  test.each(["plan", "ignore", "retry"])("reads /minutebook %s on a line of its own", (name) => {
    expect(comment(`Please\r\n/minutebook ${name}\r\n`)).toMatchObject({ name, number: 7, by: "ada" });
  });

  test.each(["/minutebook", "/minutebook dance", "/minutebook constructor"])(
    "knows no command in %j",
    (body) => {
      expect(comment(body)).toMatchObject({ name: null });
    },
  );

  test.each(["> /minutebook ignore", "see /minutebook ignore", "/minutebooks ignore"])(
    "finds no command in %j",
    (body) => {
      expect(comment(body)).toBeNull();
    },
  );

  test.each([
    ["all", EVERYTHING],
    ["since 2026-01-05", { ...EVERYTHING, since: "2026-01-05" }],
    ["push 1F3C9AB", { ...EVERYTHING, commit: "1f3c9ab" }],
    ["calls/1.md calls/2.md", { ...EVERYTHING, paths: ["calls/1.md", "calls/2.md"] }],
    ["only issues all only comments", { ...EVERYTHING, only: ["issues", "comments"] }],
  ])("reads what to take back: %s", (words, undo) => {
    expect(comment(`/minutebook undo ${words}`)).toMatchObject({ name: "undo", undo });
  });

  test.each([
    "",
    "everything",
    "only comments",
    "since 1f3c9ab",
    "push 2026-01-05",
    "all only labels",
    "since",
  ])("does not guess what to take back: %j", (words) => {
    expect(comment(`/minutebook undo ${words}`)).toMatchObject({ name: null });
  });

  test("takes no command from bots", () => {
    expect(comment("/minutebook ignore", "minutebook[bot]")).toBeNull();
  });
});

describe("decideIssueState", () => {
  const marker = renderMarker({
    v: 1,
    kind: "issue",
    key: "issue:harbour/minutes:meetings/a.md:1",
    repository: "harbour/minutes",
    repositoryId: null,
    path: "meetings/a.md",
    commit: "a".repeat(40),
    hash: "1",
    text: "paint the hull",
    owners: [],
    topic: [],
    date: null,
    done: false,
    titleHash: "2",
    labels: [],
    assignees: [],
    milestone: null,
    also: [],
    gone: false,
  });
  const payload = { issue: { body: marker, user: { login: "minutebook[bot]" } }, sender: { login: "ada" } };
  const decide = (difference: object) =>
    decideIssueState({ ...payload, ...difference }, "delivery", "Minutebook[bot]");

  test("queues the minutes of one of Minutebook's issues that a person closed or reopened", () => {
    expect(decide({})).toMatchObject({
      repository: "harbour/minutes",
      installationId: null,
      data: { path: "meetings/a.md" },
    });
  });

  test.each([
    ["somebody else opened with a copied marker", { issue: { body: marker, user: { login: "mallory" } } }],
    ["has no marker", { issue: { body: "ours?", user: { login: "minutebook[bot]" } } }],
    ["we changed ourselves", { sender: { login: "minutebook[bot]" } }],
  ])("leaves alone an issue that %s", (_name, difference) => {
    expect(decide(difference)).toBeNull();
  });
});
