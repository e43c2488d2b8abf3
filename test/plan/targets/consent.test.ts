import { consentReason } from "../../../src/messages/reasons/consent-reasons.ts";
import { describe, expect, test } from "@jest/globals";
import { closedReason, findConsent, isReadableByReaders } from "../../../src/plan/targets/consent.ts";
import type { RepositoryState } from "../../../src/plan/snapshot.ts";
import {
  commentsOf,
  config,
  fileOf,
  issuesOf,
  MINUTES,
  opened,
  plan,
  repositoryOf,
  snapshotOf,
  TARGET,
  threadOf,
} from "../builders.ts";

interface World {
  readonly minutes?: string;
  readonly visibility?: "public" | "internal" | "private";
  readonly quotePrivate?: boolean;
  readonly state?: RepositoryState;
}

function consent({
  minutes = MINUTES,
  visibility = "public",
  quotePrivate = false,
  state = repositoryOf(),
}: World) {
  return findConsent(TARGET, {
    repository: { name: minutes, visibility, defaultBranch: "main" },
    config: { ...config, quotePrivate },
    snapshot: snapshotOf(state),
  });
}

describe("posting to a repository", () => {
  test("is allowed where it is configured and has the same owner", () => {
    expect(consent({}).allowed).toBe(true);
    expect(consent({ minutes: "OCTO-ORG/minutes" }).allowed).toBe(true);
  });

  test("is refused where the minutes' configuration does not name it", () => {
    const input = {
      repository: { name: MINUTES, visibility: "public" as const, defaultBranch: "main" },
      config,
      snapshot: snapshotOf(),
    };

    expect(findConsent("octo-org/other", input)).toEqual({
      allowed: false,
      reason: consentReason("not-configured", { repository: "octo-org/other" }),
    });
  });

  test("is refused for the time being where GitHub did not answer", () => {
    const refused = consent({ state: { known: false, reason: "unavailable", message: "" } });

    expect(refused).toMatchObject({
      allowed: false,
      reason: consentReason("no-answer", { repository: "octo-org/app" }),
    });
  });

  test("is refused in the same words whether there is none, nobody installed the app, or it has not agreed", () => {
    const reasons = ["not-installed", "not-found", "blocked", "closed"] as const;
    const refused = reasons.map((reason) =>
      consent({ minutes: "elsewhere/minutes", state: { known: false, reason, message: `It is ${reason}.` } }),
    );

    const all = new Set(
      [...refused, consent({ minutes: "elsewhere/minutes" })].map((one) => JSON.stringify(one)),
    );
    expect([...all]).toEqual([
      JSON.stringify({ allowed: false, reason: closedReason("octo-org/app", "elsewhere/minutes") }),
    ]);
  });

  test("of another owner needs that repository's word, in whatever case", () => {
    const state = repositoryOf({ accept: ["Elsewhere/Minutes"] });

    expect(consent({ minutes: "elsewhere/minutes" })).toMatchObject({
      allowed: false,
      reason: consentReason("not-open", { repository: "octo-org/app", minutes: "elsewhere/minutes" }),
    });
    expect(consent({ minutes: "elsewhere/minutes", state }).allowed).toBe(true);
  });

  test("needs that word too where a repository was transferred to another owner", () => {
    const snapshot = { ...snapshotOf(), repositories: { [TARGET]: repositoryOf({ name: "elsewhere/app" }) } };
    const repository = { name: MINUTES, visibility: "public" as const, defaultBranch: "main" };

    expect(findConsent(TARGET, { repository, config, snapshot }).allowed).toBe(false);
  });

  test("is refused where it is archived", () => {
    expect(consent({ state: repositoryOf({ archived: true }) })).toEqual({
      allowed: false,
      reason: consentReason("archived", { repository: "octo-org/app" }),
    });
  });

  test.each([
    ["private", "public", false, [], false],
    ["private", "public", true, [], false],
    ["private", "public", false, [MINUTES], false],
    ["private", "public", true, [MINUTES], true],
    ["internal", "public", true, [], false],
    ["private", "internal", true, [], false],
    ["private", "private", false, [], true],
    ["public", "private", false, [], true],
  ] as const)(
    "of %s minutes to a %s repository, quote-private %s and accept %j: %s",
    (visibility, target, quotePrivate, accept, allowed) => {
      const state = repositoryOf({ visibility: target, accept });

      expect(consent({ visibility, quotePrivate, state }).allowed).toBe(allowed);
    },
  );
});

describe("private minutes and a repository of another owner", () => {
  test.each([
    ["private", false, [], false],
    ["private", false, ["elsewhere/minutes"], false],
    ["private", true, ["elsewhere/minutes"], true],
    ["internal", false, ["elsewhere/minutes"], false],
    ["public", false, ["elsewhere/minutes"], true],
  ] as const)(
    "%s minutes, quote-private %s and accept %j: %s, though it is private too",
    (visibility, quotePrivate, accept, allowed) => {
      const state = repositoryOf({ visibility: "private", accept });

      expect(consent({ minutes: "elsewhere/minutes", visibility, quotePrivate, state }).allowed).toBe(
        allowed,
      );
    },
  );
});

describe("everybody who can read the minutes", () => {
  test.each([
    ["public", "octo-org/app", "public", true],
    ["public", "elsewhere/app", "public", true],
    ["private", "octo-org/app", "public", false],
    ["private", "octo-org/app", "private", true],
    ["private", "elsewhere/app", "private", false],
    ["private", "octo-org/app", "internal", false],
    ["internal", "octo-org/app", "private", true],
    ["internal", "elsewhere/app", "private", false],
  ] as const)("can read the %s %s, where these are %s: %s", (visibility, name, of, readable) => {
    expect(isReadableByReaders({ name, visibility }, { name: MINUTES, visibility: of })).toBe(readable);
  });
});

describe("a bare number", () => {
  test("never leads to a repository that was not configured", () => {
    const settings = { ...config, repository: null, repositories: {} };
    const file = fileOf(
      "# Sync 2021-03-04\n\n- elsewhere/tool#404 and https://github.com/octo-org/other/issues/3\n",
    );

    const steps = commentsOf(plan([file], { config: settings }));

    expect(steps.map(({ action }) => action)).toEqual(["skip", "skip"]);
    expect(steps[0]?.reason).toMatchObject({ code: "not-configured" });
  });
});

test("private parts of the minutes never leave", () => {
  const source = "# Sync 2021-03-04\n\n- #1 is slow\n\n## Private\n\n- #2 was reported by a customer\n";

  const { steps } = plan([fileOf(source)]);

  expect(JSON.stringify(steps)).not.toContain("customer");
  expect(commentsOf({ steps }).map(({ target }) => target.number)).toEqual([1]);
});

describe("what fewer people can read", () => {
  const SECRET = "octo-org/secret";
  const source =
    "# Sync 2021-03-04\n\n- https://github.com/octo-org/secret/issues/1 is open\n  - TODO: Mona to review\n- #1 too\n";
  const settings = { ...config, repositories: { secret: SECRET } };
  const secret = repositoryOf({
    name: SECRET,
    visibility: "private",
    threads: { "1": threadOf(1, { repository: SECRET, title: "Takeover of Acme" }) },
  });

  test("does not come into the title of an issue by way of another issue's title", () => {
    const made = plan([fileOf(source)], { config: settings, snapshot: snapshotOf(repositoryOf(), secret) });

    expect(JSON.stringify(issuesOf(made))).not.toContain("Takeover");
  });

  test("does not come into a comment by way of an action's issue", () => {
    const about = "# Sync 2021-03-04\n\n- #1 is slow\n  - TODO: Mona to bisect the crash of #1\n";
    const hidden = { ...settings, actions: { ...config.actions, repository: SECRET } };
    const first = plan([fileOf(about)], { config: hidden, snapshot: snapshotOf(repositoryOf(), secret) });
    const issue = opened(issuesOf(first)[0], {
      title: "Prepare the takeover",
      url: "https://github.com/octo-org/secret/issues/9",
    });
    const states = snapshotOf(repositoryOf(), { ...secret, actionIssues: [issue] });

    const [comment] = commentsOf(plan([fileOf(about)], { config: hidden, snapshot: states }));

    expect(comment?.body).toContain("Bisect the crash");
    expect(comment?.body).not.toMatch(/takeover|octo-org\/secret|minutebook-issue/i);
  });
});
