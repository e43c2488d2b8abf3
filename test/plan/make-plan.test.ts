import { approvalReason } from "../../src/messages/reasons/approval-reasons.ts";
import { describe, expect, test } from "@jest/globals";
import { resolveTokens } from "../../src/plan/tokens.ts";
import { planSchema } from "../../src/plan/schema.ts";
import {
  applied,
  commentsOf,
  config,
  FIRST,
  fileOf,
  issuesOf,
  milestoneOf,
  plan,
  repositoryOf,
  SECOND,
  snapshotOf,
  summaryOf,
  threadOf,
} from "./builders.ts";

const SOURCE = `# Team meeting 2021-03-04

## Crash

- #1 will go in 1.1
  - TODO: Mona to bisect the crash of #1
- #2 is done
`;

const world = repositoryOf({ milestones: [milestoneOf("1.1")], labels: [] });

describe("a plan", () => {
  const made = plan([fileOf(SOURCE)], { snapshot: snapshotOf(world) });

  test("has labels before issues, issues before comments, and milestones after them", () => {
    expect(summaryOf(made)).toEqual([
      "create label meeting-action",
      "create issue Bisect the crash of #1",
      "create comment octo-org/app#1",
      "create comment octo-org/app#2",
      "update milestone 1.1",
    ]);
  });

  test("is plain data that its schema describes", () => {
    expect(planSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
  });

  test("is the same for the same input", () => {
    expect(plan([fileOf(SOURCE)], { snapshot: snapshotOf(world) })).toEqual(made);
  });

  test("has a key of its own for each step, with the minutes' repository in it", () => {
    const keys = made.steps.map(({ key }) => key);

    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((key) => key.includes(":octo-org/minutes:"))).toBe(true);
  });

  test("has the same keys under another case of the names", () => {
    const repository = { name: "Octo-Org/Minutes", visibility: "public", defaultBranch: "main" } as const;
    const other = plan([fileOf(SOURCE)], { snapshot: snapshotOf(world), repository });

    expect(other.steps.map(({ key }) => key)).toEqual(made.steps.map(({ key }) => key));
  });

  test("links comments to the issues that it opens", () => {
    const [issue] = issuesOf(made);
    const [comment] = commentsOf(made);

    const body = resolveTokens(comment?.body ?? "", (key) =>
      key === issue?.key
        ? { target: "octo-org/app#9", url: "https://github.com/octo-org/app/issues/9" }
        : undefined,
    );

    expect(body).toContain(" – https://github.com/octo-org/app/issues/9");
  });

  test("does nothing to minutes that mention nothing", () => {
    expect(plan([fileOf("# Team meeting 2021-03-04\n\n- Hello.\n")]).steps).toEqual([]);
    expect(plan([fileOf("")]).steps).toEqual([]);
    expect(plan([]).steps).toEqual([]);
  });

  test("tells the warnings of the minutes with their lines", () => {
    const { notices } = plan([fileOf("# Team meeting Monday 2021-03-04\n\n- Hello.\n")]);

    expect(notices).toMatchObject([{ level: "warning", path: "meetings/2021-03-04.md", line: 1 }]);
  });
});

describe("the configuration", () => {
  test("in mode off plans nothing and says so", () => {
    const made = plan([fileOf(SOURCE)], { config: { ...config, mode: "off" } });

    expect(made.steps).toEqual([]);
    expect(made.notices.map(({ code }) => code)).toContain("mode-off");
  });

  test("in mode review lets the plan wait for a person", () => {
    expect(plan([fileOf(SOURCE)]).approval).toEqual({ needed: false, reason: null });
    expect(plan([fileOf(SOURCE)], { config: { ...config, mode: "review" } }).approval.needed).toBe(true);
    expect(plan([], { config: { ...config, mode: "review" } }).approval.needed).toBe(false);
  });

  test("lets a plan above its limits wait for a person", () => {
    const limits = { comments: 1, issues: 0 };

    expect(plan([fileOf(SOURCE)], { config: { ...config, limits } }).approval).toEqual({
      needed: true,
      reason: approvalReason("over-limits", { excess: "2 new comments (limit 1), 1 new issue (limit 0)" }),
    });
  });

  test("lets a plan that would delete or close much wait for a person too", () => {
    const standing = applied(world, plan([fileOf(SOURCE)], { snapshot: snapshotOf(world) }));
    const limits = { comments: 1, issues: 0 };

    const made = plan([fileOf(null, SOURCE)], {
      snapshot: snapshotOf(standing),
      config: { ...config, limits },
    });

    expect(made.approval.reason?.values.excess).toContain("2 comments to delete");
    expect(made.approval.reason?.values.excess).toContain("1 issue to close");
  });

  test("may switch comments off, and issues", () => {
    const noComments = { ...config, comments: { ...config.comments, enabled: false } };
    const noIssues = { ...config, actions: { ...config.actions, enabled: false } };

    expect(commentsOf(plan([fileOf(SOURCE)], { config: noComments }))).toEqual([]);
    const made = plan([fileOf(SOURCE)], { config: noIssues });
    expect(issuesOf(made)).toEqual([]);
    expect(commentsOf(made)[0]?.body).toContain("Bisect the crash");
  });

  test("may have a text of the team's own for comments and issues", () => {
    const made = plan([fileOf(SOURCE)], {
      config: {
        ...config,
        comments: {
          ...config.comments,
          template: "Said on {{date}} ({{meeting}}):\n\n{{decisions}}\n\n{{excerpt}}",
        },
        actions: { ...config.actions, template: "{{facts}}\n\nSee {{link}}." },
      },
    });

    expect(commentsOf(made)[0]?.body).toMatch(/^Said on 4 March 2021 \(Team meeting\):\n/);
    expect(commentsOf(made)[0]?.body).not.toContain("Delete this comment");
    expect(issuesOf(made)[0]?.body).toMatch(/-->\n\n- \*\*What:\*\*/);
  });

  test("with an unknown token in such a text posts nothing", () => {
    const made = plan([fileOf(SOURCE)], {
      config: { ...config, comments: { ...config.comments, template: "{{intro}} {{decision}}" } },
    });

    expect(made.steps).toEqual([]);
    expect(made.notices[0]).toMatchObject({ level: "error", code: "unknown-token" });
    expect(made.notices[0]?.text).toContain("Unknown token {{decision}} in comments.template.");
  });
});

describe("the agenda's label", () => {
  const settings = { ...config, labels: { ...config.labels, removeWhenDiscussed: ["Agenda"] } };
  const labeled = repositoryOf({
    threads: { "1": threadOf(1, { labels: ["agenda", "bug"] }), "2": threadOf(2) },
  });
  const unlabels = (state: typeof labeled, commit: string) =>
    plan([fileOf(SOURCE, SOURCE)], { snapshot: snapshotOf(state), config: settings, commit }).steps.filter(
      ({ kind }) => kind === "unlabel",
    );

  test("goes once the comment is posted", () => {
    const made = plan([fileOf(SOURCE)], { snapshot: snapshotOf(labeled), config: settings });
    const comment = commentsOf(made)[0];

    expect(made.steps.filter(({ kind }) => kind === "unlabel")).toMatchObject([
      { action: "delete", number: 1, label: "agenda", after: comment?.key },
    ]);
  });

  test("stays where somebody put it on again for the next meeting", () => {
    const first = plan([fileOf(SOURCE)], { snapshot: snapshotOf(labeled), config: settings });

    expect(unlabels(applied(labeled, first), SECOND)).toEqual([]);
  });

  test("goes when the same commit is planned again after a failure", () => {
    const first = plan([fileOf(SOURCE)], { snapshot: snapshotOf(labeled), config: settings });

    expect(unlabels(applied(labeled, first), FIRST)).toHaveLength(1);
  });

  test("stays where no comment can be posted", () => {
    const locked = repositoryOf({ threads: { "1": threadOf(1, { labels: ["agenda"], locked: true }) } });

    expect(unlabels(locked, FIRST)).toEqual([]);
  });
});

test("a body stays below what GitHub takes, and says that it was cut", () => {
  const file = fileOf("# Team meeting 2021-03-04\n\n- #1 is slow\n");
  const words = "A very long story about the crash. ".repeat(40);
  const markdown = `- #1 is slow\n${`  - ${words}\n`.repeat(120)}`;
  const references = file.meeting?.references.map((reference) => ({
    ...reference,
    excerpt: { ...reference.excerpt, markdown, endLine: 123 },
  }));
  const meeting = file.meeting === null ? null : { ...file.meeting, references: references ?? [] };

  const [comment] = commentsOf(plan([{ ...file, meeting }]));

  expect(comment?.body?.length).toBeGreaterThan(40_000);
  expect(comment?.body?.length).toBeLessThan(62_000);
  expect(comment?.body).toContain("Shortened here. Read all of it in [the minutes](");
  expect(comment?.body).toMatch(/<\/details>\n\n<sub>/);
});

test("a plan that did not change anything on GitHub in between is stable through many pushes", () => {
  let state = world;
  for (const commit of [FIRST, SECOND, "3".repeat(40)]) {
    const made = plan([fileOf(SOURCE, SOURCE)], { snapshot: snapshotOf(state), commit });
    state = applied(state, made);
  }
  const last = plan([fileOf(SOURCE, SOURCE)], {
    snapshot: snapshotOf({ ...state, labels: ["meeting-action"] }),
  });

  expect(new Set(last.steps.map(({ action }) => action))).toEqual(new Set(["keep"]));
});
