import { issueReason } from "../../../src/messages/reasons/issue-reasons.ts";
import { stepReason } from "../../../src/messages/reasons/step-reasons.ts";
import { describe, expect, test } from "@jest/globals";
import { findMarker } from "../../../src/plan/marker.ts";
import type { ActionIssueState } from "../../../src/plan/snapshot.ts";
import {
  applied,
  commentsOf,
  config,
  FIRST,
  fileOf,
  issuesOf,
  milestoneOf,
  opened,
  PATH,
  plan,
  repositoryOf,
  SECOND,
  snapshotOf,
  summaryOf,
  threadOf,
} from "../builders.ts";

function minutes(...lines: readonly string[]): string {
  return ["# Team meeting 2021-03-04", "", "## Website", "", ...lines, ""].join("\n");
}

const withoutMarkers = (body: string | null | undefined): string =>
  (body ?? "").replaceAll(/<!--.*?-->/g, "");

const SOURCE = minutes(
  "- TODO: Mona to translate the landing page",
  "- TODO: Hubot to measure how fast pages load",
);

/** The issues after the first push, each with what people did meanwhile. */
function issuesAfter(source: string, difference: Partial<ActionIssueState> = {}) {
  return issuesOf(plan([fileOf(source)])).map((step) => opened(step, difference));
}

function secondPush(
  source: string | null,
  issues: readonly ActionIssueState[],
  previous = SOURCE,
  settings = config,
) {
  const snapshot = snapshotOf(repositoryOf({ actionIssues: issues }));
  return issuesOf(
    plan([fileOf(source, previous)], { snapshot, commit: SECOND, before: FIRST, config: settings }),
  );
}

describe("a new action", () => {
  const [first, second] = issuesOf(plan([fileOf(SOURCE)]));

  test("becomes an issue with a title, labels and assignees", () => {
    expect(first).toMatchObject({
      action: "create",
      repository: "octo-org/app",
      number: null,
      title: "Translate the landing page",
      labels: ["meeting-action"],
      assignees: ["mona"],
      reason: { code: "new-action" },
    });
    expect(second).toMatchObject({ title: "Measure how fast pages load", assignees: ["hubot"] });
  });

  test("has a body with owner, meeting, topic and its words, once", () => {
    expect(first?.body).toMatch(/^<!-- minutebook:issue \{[^<>-]*\} -->\n/);
    expect(first?.body).toContain("From [Team meeting](");
    expect(first?.body).toContain("on **4 March 2021**, under “Website”.");
    expect(first?.body).toContain("- **Who:** Mona");
    expect(withoutMarkers(first?.body).match(/translate the landing page/g)).toHaveLength(1);
    expect(first?.body).toMatch(/<!-- minutebook:end -->$/);
  });

  describe("quotes its words", () => {
    const bodyFor = (source: string, template: string | null = null): string => {
      const asked = { ...config, actions: { ...config.actions, template } };
      return withoutMarkers(issuesOf(plan([fileOf(source)], { config: asked }))[0]?.body);
    };

    test.each([
      ["what hangs below them", ["- TODO: Mona to measure the pages", "  - with the slow network"]],
      ["an address", ["- TODO: Mona to measure [the pages](https://example.org/pages)"]],
      ["what is said before them", ["- Pages load slowly again, says Ada. TODO: Mona to measure them"]],
    ])("where the facts do not say %s", (_what, lines) => {
      expect(bodyFor(minutes(...lines))).toMatch(/^> - .*TODO: Mona to measure/m);
    });

    test("below what they need to be understood", () => {
      const body = bodyFor(minutes("- the speed of the landing page", "- TODO: Mona to follow up"));

      expect(body).toMatch(/^> the speed of the landing page\n>\n> - TODO: Mona to follow up/m);
    });

    test("where a template has no facts", () => {
      const source = minutes("- TODO: Mona to translate the landing page");

      expect(bodyFor(source, "{{intro}}\n\n{{excerpt}}")).toContain("> - TODO: Mona to translate");
    });
  });

  test("is not quoted below what it is under where that is its topic, an image behind it or not", () => {
    const source = minutes("- Speed of the maps ![slow](slow.png)", "  - TODO: Mona to measure it");
    const [issue] = issuesOf(plan([fileOf(source)]));

    expect(issue?.body).toContain("under “Website › Speed of the maps”.");
    expect(issue?.body).not.toContain("> Speed of the maps");
  });

  test("names neither the meeting nor itself among what it is under, and no line that says nothing", () => {
    const source = `# Garden weekly 2021-03-04

* Garden weekly, 2021-03-04
  * Pumps
    * TODO:
      * TODO: Mona to glue the pump on the roof
        * with the strong glue
`;

    const [step] = issuesOf(plan([fileOf(source)]));

    expect(step?.body).toContain("on **4 March 2021**, under “Pumps”.");
    expect(step?.body).not.toContain("> TODO:\n");
    expect(step?.body).toContain("with the strong glue");
  });

  test("says when it is due", () => {
    const [step] = issuesOf(
      plan([fileOf(minutes("- TODO: Mona to translate the landing page by tomorrow"))]),
    );

    expect(step?.body).toContain("- **Due:** Friday, 5 March 2021");
    expect(step?.title).toBe("Translate the landing page");
  });

  test("knows by whose word each login is that it is assigned to", () => {
    const source =
      "# Team meeting 2021-03-04\n\nPresent: Zoe Ash (@zoe-a)\n\n- TODO: Mona and Zoe to paint\n";
    const snapshot = snapshotOf(repositoryOf({ assignable: ["mona", "zoe-a"] }));

    const [step] = issuesOf(plan([fileOf(source)], { snapshot }));

    expect(step?.known).toEqual([
      { login: "mona", name: "Mona", from: "configuration" },
      { login: "zoe-a", name: "Zoe Ash", from: "attendees" },
    ]);
  });

  test("says that who does it cannot be assigned, and mentions no login of a stranger", () => {
    const snapshot = snapshotOf(repositoryOf({ assignable: [] }));

    const [step] = issuesOf(plan([fileOf(SOURCE)], { snapshot }));

    expect(step?.assignees).toEqual([]);
    expect(step?.body).toContain(
      "- **Not assigned:** the owner's login can't be assigned in this repository",
    );
    expect(step?.body?.replace(/<!--[\s\S]*?-->/g, "")).not.toMatch(/\bmona\b/);
  });

  test("is recognized where its text is longer than a title", () => {
    const source = minutes(
      `- TODO: Mona to translate ${Array.from({ length: 40 }, (_, index) => `page${index}`).join(" and ")}`,
    );

    const [step] = issuesOf(plan([fileOf(source)]));

    expect(step?.title.length).toBeLessThanOrEqual(120);
    expect(secondPush(source, issuesAfter(source), source).map(({ action }) => action)).toEqual(["keep"]);
  });

  describe("has a milestone", () => {
    const milestones = [milestoneOf("1.0", "", 6), milestoneOf("v1.1", "", 7)];
    const issueFor = (...lines: string[]) =>
      issuesOf(plan([fileOf(minutes(...lines))], { snapshot: snapshotOf(repositoryOf({ milestones })) }))[0];

    test.each([
      ["its own words name", ["- TODO: Mona to translate the landing page for 1.1"]],
      [
        "a decision sends its issue to",
        ["- RESOLVED: #1 will go in 1.1", "", "- TODO: Mona to bisect the crash of #1"],
      ],
      [
        "its own words name, and not the one above",
        ["- release 1.0", "  - TODO: Mona to translate the landing page for 1.1"],
      ],
    ])("that %s", (_what, lines) => {
      const step = issueFor(...lines);

      expect(step?.milestone).toEqual({ number: 7, title: "v1.1" });
      expect(step?.body).toMatch(/\*\*Milestone:\*\* \[v1\.1\]\(https:\S+\/milestone\/7\)/);
    });

    test.each([
      ["a neighbor line", ["- slipped to 1.1", "- TODO: Mona to translate the landing page"]],
      ["a topic", ["- The 1.1 party", "  - TODO: Mona to order cakes for everybody"]],
      ["its own words that keep it out", ["- TODO: Mona to translate the landing page, but not for 1.1"]],
      ["its own words about later", ["- TODO: Mona to translate the landing page after 1.1"]],
      [
        "a decision that keeps its issue out",
        ["- RESOLVED: #1 won't make 1.1", "", "- TODO: Mona to bisect the crash of #1"],
      ],
      [
        "a decision about another issue",
        ["- RESOLVED: #2 will go in 1.1", "", "- TODO: Mona to bisect the crash of #1"],
      ],
    ])("not by %s", (_what, lines) => {
      const step = issueFor(...lines);

      expect(step?.action).toBe("create");
      expect(step?.milestone).toBeNull();
      expect(step?.body).not.toContain("**Milestone");
    });
  });

  test.each(["TODO: Mona to fix it", "TODO: Ping them", "TODO: Mona", "TODO: Hubot to look into this"])(
    "that nobody else can understand opens nothing, and says why: %s",
    (line) => {
      const [step] = issuesOf(plan([fileOf(`# Team meeting 2021-03-04\n\n- ${line}\n`)]));

      expect(step).toMatchObject({
        action: "skip",
        reason: { code: "title-unclear" },
        body: null,
        labels: [],
      });
    },
  );

  test("that nobody else can understand keeps the issue that it has, and its title", () => {
    const words = "Mona to fix the leak of the sprinklers";
    const clear = `# Team meeting 2021-03-04\n\n- TODO: ${words}\n`;
    const vague = clear.replace(words, "Mona to fix it");
    const issues = issuesOf(plan([fileOf(clear)])).map((step) =>
      opened({
        ...step,
        body: (step.body ?? "")
          .replaceAll(words, "Mona to fix it")
          .replaceAll("fix the leak of the sprinklers", "fix it"),
      }),
    );

    const steps = secondPush(vague, issues, vague);

    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({ number: issues[0]?.number, title: "Fix the leak of the sprinklers" });
    expect(["keep", "update"]).toContain(steps[0]?.action);
  });

  test("needs a label created where the repository has it not", () => {
    const snapshot = snapshotOf(repositoryOf({ labels: [] }));

    expect(summaryOf(plan([fileOf(SOURCE)], { snapshot }))[0]).toBe("create label meeting-action");
  });

  test("that a file says twice is one issue", () => {
    const twice = minutes(
      "- TODO: Mona to translate the landing page",
      "",
      "## Actions",
      "",
      "- TODO: Mona to translate the landing page",
    );

    expect(issuesOf(plan([fileOf(twice)]))).toMatchObject([{ title: "Translate the landing page" }]);
  });

  test("that is done already opens nothing", () => {
    const [step] = issuesOf(
      plan([fileOf(minutes("- [x] TODO: Mona to translate the landing page -- DONE"))]),
    );

    expect(step).toMatchObject({ action: "skip", reason: { code: "already-done" } });
  });

  test("that no marker names opens nothing and is mentioned", () => {
    const { steps, notices } = plan([fileOf(minutes("- Mona will translate the landing page"))]);

    expect(steps).toEqual([]);
    expect(notices.filter(({ code }) => code === "implied-action")).toHaveLength(1);
  });

  test("that no marker names keeps the issue that somebody had opened for it", () => {
    const source = minutes("- Mona will translate the landing page");
    const asked = { ...config, actions: { ...config.actions, implied: true } };
    const issues = issuesOf(plan([fileOf(source)], { config: asked })).map((step) => opened(step));

    expect(secondPush(source, issues, source).map(({ action }) => action)).toEqual(["keep"]);
    expect(secondPush(minutes("- Nothing."), issues, source).map(({ action }) => action)).toEqual(["close"]);
  });

  test("opens nothing where issues are switched off", () => {
    const snapshot = snapshotOf(repositoryOf({ issuesEnabled: false }));

    const [step] = issuesOf(plan([fileOf(SOURCE)], { snapshot }));

    expect(step).toMatchObject({
      action: "skip",
      reason: { code: "issues-disabled", values: { repository: "octo-org/app" } },
    });
  });
});

describe("the same minutes again", () => {
  test("open nothing, with no ledger and at another commit", () => {
    expect(secondPush(SOURCE, issuesAfter(SOURCE)).map(({ action }) => action)).toEqual(["keep", "keep"]);
  });

  test("change nothing where people changed title, labels, assignees, milestone and the text around ours", () => {
    const issues = issuesAfter(SOURCE).map((issue) => ({
      ...issue,
      title: "Translate it all",
      labels: ["docs"],
      assignees: ["octocat"],
      milestone: { number: 3, title: "Someday" },
      body: `Before.\n\n${issue.body}\n\nAfter.`,
    }));

    expect(secondPush(SOURCE, issues).map(({ action }) => action)).toEqual(["keep", "keep"]);
  });
});

describe("an edited action", () => {
  const edited = SOURCE.replace("the landing page", "the landing page and the manual");

  test("is the same issue, with a new title and text", () => {
    const [step, other] = secondPush(edited, issuesAfter(SOURCE));

    expect(step).toMatchObject({ action: "update", title: "Translate the landing page and the manual" });
    expect(step?.number).toBe(issuesAfter(SOURCE)[0]?.number);
    expect(other?.action).toBe("keep");
  });

  test("keeps its key through edits", () => {
    const [first] = issuesOf(plan([fileOf(SOURCE)]));

    expect(secondPush(edited, issuesAfter(SOURCE))[0]?.key).toBe(first?.key);
  });

  test("rewrites our region alone, and leaves a person's title", () => {
    const issues = issuesAfter(SOURCE).map((issue) => ({
      ...issue,
      title: "All of it, please",
      body: `I can help. @octocat\n\n${issue.body}\n\n- [ ] first half`,
    }));

    const [step] = secondPush(edited, issues);

    expect(step?.title).toBe("All of it, please");
    expect(step?.body).toMatch(/^I can help\. @octocat\n\n<!-- minutebook:issue /);
    expect(step?.body).toMatch(/<!-- minutebook:end -->\n\n- \[ \] first half$/);
    expect(step?.body).toContain("landing page and the manual");
  });

  test("whose title a person changed keeps that title through further edits", () => {
    const issues = issuesAfter(SOURCE).map((issue) => ({ ...issue, title: "Mine" }));
    const [once] = secondPush(edited, issues);
    const again = edited.replace("the manual", "the whole manual");

    const [step] = secondPush(again, once === undefined ? [] : [opened(once)], edited);

    expect(step).toMatchObject({ action: "update", title: "Mine" });
  });

  test("whose owner changes is assigned again, while people's assignees stay", () => {
    const issues = issuesAfter(SOURCE).map((issue) => ({
      ...issue,
      assignees: [...issue.assignees, "octocat"],
    }));

    const [step] = secondPush(SOURCE.replace("TODO: Mona", "TODO: Hubot"), issues);

    expect(step).toMatchObject({ action: "update", assignees: ["octocat", "hubot"] });
  });

  test("is matched best pair first, whatever the order", () => {
    const source = minutes(
      "- TODO: Mona to draft the authors guide",
      "- TODO: Mona to draft the readers manual",
    );
    const issues = issuesAfter(source);
    const swapped = minutes(
      "- TODO: Mona to draft the readers manual",
      "- TODO: Mona to draft the short authors guide",
    );

    const steps = secondPush(swapped, issues, source);

    expect(steps.map(({ action, number, title }) => [action, number, title])).toEqual([
      ["keep", issues[1]?.number, "Draft the readers manual"],
      ["update", issues[0]?.number, "Draft the short authors guide"],
    ]);
  });

  test("that has nothing in common with the old one is another issue", () => {
    const steps = secondPush(minutes("- TODO: Hubot to book rooms for the summit"), issuesAfter(SOURCE));

    expect(steps.map(({ action, stateReason }) => [action, stateReason])).toEqual([
      ["create", null],
      ["close", "not_planned"],
      ["close", "not_planned"],
    ]);
  });

  test("moved to another topic or line is the same issue", () => {
    const moved = minutes(
      "- Talk.",
      "",
      "## Translation",
      "",
      "- TODO: Mona to translate the landing page",
      "- TODO: Hubot to measure how fast pages load",
    );

    const steps = secondPush(moved, issuesAfter(SOURCE));

    expect(steps.map(({ action }) => action)).toEqual(["update", "update"]);
  });

  test("in a renamed file is the same issue", () => {
    const snapshot = snapshotOf(repositoryOf({ actionIssues: issuesAfter(SOURCE) }));
    const renamed = fileOf(edited, SOURCE, { path: "notes/team.md", previousPath: PATH });

    const steps = issuesOf(plan([renamed], { snapshot, commit: SECOND }));

    expect(steps.map(({ action }) => action)).toEqual(["update", "update"]);
    expect(steps[0]?.body).toContain("/notes/team.md?plain=1");
  });

  test("two actions with the same first words keep two keys", () => {
    const [first] = secondPush(edited, issuesAfter(SOURCE));
    const both = edited.replace("- TODO: Hubot", "- TODO: Mona to translate the landing page\n- TODO: Hubot");
    const standing = first === undefined ? [] : [opened(first)];

    const steps = secondPush(both, standing, edited);

    expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
  });
});

describe("done, gone and back", () => {
  const done = SOURCE.replace("the landing page", "the landing page -- DONE");
  const without = minutes("- TODO: Hubot to measure how fast pages load");

  test("done in the minutes closes as completed", () => {
    const [step, other] = secondPush(done, issuesAfter(SOURCE));

    expect(step).toMatchObject({
      action: "close",
      stateReason: "completed",
      reason: { code: "done" },
    });
    expect(other?.action).toBe("keep");
  });

  test("dropped in the minutes closes as not planned, and says so", () => {
    const dropped = SOURCE.replace("the landing page", "the landing page (cancelled)");

    const [step] = secondPush(dropped, issuesAfter(SOURCE));

    expect(step).toMatchObject({
      action: "close",
      stateReason: "not_planned",
      reason: { code: "dropped" },
    });
    expect(step?.body).toContain("**Status:** dropped");
    expect(step?.body).not.toContain("Done,");
  });

  test("closed and still done stays as it is", () => {
    const closed = secondPush(done, issuesAfter(SOURCE)).map((step) => opened(step));

    expect(secondPush(done, closed, done)[0]).toMatchObject({ action: "keep" });
  });

  test("not done after all reopens what we closed", () => {
    const closed = secondPush(done, issuesAfter(SOURCE)).map((step) => opened(step));

    expect(secondPush(SOURCE, closed, done)[0]).toMatchObject({ action: "reopen", stateReason: null });
  });

  test("what a person closed stays closed, and no second issue is opened", () => {
    const issues = issuesAfter(SOURCE, { state: "closed", stateReason: "completed", closedBy: "person" });

    expect(secondPush(SOURCE, issues).map(({ action, reason }) => [action, reason.code])).toEqual([
      ["keep", "closed-by-someone"],
      ["keep", "closed-by-someone"],
    ]);
  });

  test("what a person opened again stays open", () => {
    const reopened = secondPush(done, issuesAfter(SOURCE)).map((step) =>
      opened(step, { state: "open", stateReason: "reopened" }),
    );

    expect(secondPush(done, reopened, done)[0]).toMatchObject({ action: "keep" });
  });

  test("taken out of the minutes closes as not planned", () => {
    expect(secondPush(without, issuesAfter(SOURCE))[1]).toMatchObject({
      action: "close",
      stateReason: "not_planned",
      reason: { code: "action-removed" },
    });
  });

  test("taken out of the minutes stays open where people worked on it, and says so once", () => {
    const [, step] = secondPush(without, issuesAfter(SOURCE, { activity: 2 }));
    const standing = step === undefined ? [] : [opened(step, { activity: 2 })];

    expect(step).toMatchObject({ action: "update" });
    expect(step?.body).toContain("*Removed from the minutes in [2222222]");
    expect(secondPush(without, standing, without).find(({ number }) => number === step?.number)?.action).toBe(
      "keep",
    );
  });

  describe("kept private from now on", () => {
    const hidden = minutes(
      "- [private] TODO: Mona to translate the landing page, for 950",
      "- TODO: Hubot to measure how fast pages load",
    );
    const stepOf = (difference: Partial<ActionIssueState>) =>
      secondPush(hidden, issuesAfter(SOURCE, difference)).find(({ number }) => number === first?.number);
    const [first] = issuesAfter(SOURCE);

    test.each([
      ["closes", "close", {}],
      ["stays open where people worked on it", "update", { activity: 2 }],
      ["stays closed where a person closed it", "update", { state: "closed", closedBy: "person" }],
    ] as const)("%s, without a word of it", (_what, action, difference) => {
      const step = stepOf(difference);

      expect(step).toMatchObject({ action, title: "Content removed" });
      expect(step?.body).toContain("This content was removed");
      expect(JSON.stringify(step)).not.toMatch(/landing|translate|950|mona to/i);
    });

    test("keeps the title that a person gave it", () => {
      expect(stepOf({ title: "Pages in Welsh" })?.title).toBe("Pages in Welsh");
    });

    test("is left alone at the next push", () => {
      const step = stepOf({ activity: 2 });
      const standing = step === undefined ? [] : [opened(step, { activity: 2 })];

      const next = secondPush(hidden, standing, hidden).find(({ number }) => number === step?.number);
      expect(next?.action).toBe("keep");
    });
  });

  test("back again reopens what we closed", () => {
    const closed = secondPush(without, issuesAfter(SOURCE)).map((step) => opened(step));

    const [step] = secondPush(SOURCE, closed, without);

    expect(step).toMatchObject({ action: "reopen", title: "Translate the landing page" });
    expect(step?.body).not.toContain("Removed from");
  });

  test("minutes that were deleted close it, unless the configuration keeps what was posted", () => {
    const keeping = { ...config, comments: { ...config.comments, unreferenced: "keep" as const } };

    expect(secondPush(null, issuesAfter(SOURCE))[0]).toMatchObject({
      action: "close",
      reason: { code: "minutes-deleted" },
    });
    expect(secondPush(null, issuesAfter(SOURCE), SOURCE, keeping)[0]).toMatchObject({ action: "keep" });
  });

  test("an issue whose region a person broke gets it below what is there", () => {
    const issues = issuesAfter(SOURCE).map((issue) => ({
      ...issue,
      body: issue.body.replace("<!-- minutebook:end -->", ""),
    }));

    const [step] = secondPush(done, issues);

    expect(step?.action).toBe("close");
    expect(step?.body?.match(/<!-- minutebook:issue /g)).toHaveLength(1);
    expect(step?.body).toMatch(/<!-- minutebook:end -->$/);
  });
});

describe("later minutes that carry an action over", () => {
  const LATER = "meetings/2021-03-11.md";
  const later = (line: string) => `# Team meeting 2021-03-11\n\n## Website\n\n- ${line}\n`;

  function laterPush(source: string, issues: readonly ActionIssueState[], previous: string | null = null) {
    const snapshot = snapshotOf(repositoryOf({ actionIssues: issues }));
    return issuesOf(plan([fileOf(source, previous, { path: LATER })], { snapshot, commit: SECOND }));
  }

  test("add a note of that meeting to the one issue", () => {
    const issues = issuesAfter(SOURCE);

    const steps = laterPush(later("TODO: Mona to translate the landing page"), issues);

    expect(steps).toMatchObject([{ action: "update", number: issues[0]?.number }]);
    expect(steps[0]?.body).toMatch(
      /\*\*Carried over in\*\*\n\n- \[Team meeting\]\(\S+2021-03-11\.md\?plain=1#L5\) on 11 March 2021: Mona\n/,
    );
    expect(steps[0]?.body).toContain("on **4 March 2021**");
  });

  test("change nothing when they come again", () => {
    const source = later("TODO: Mona to translate the landing page");
    const noted = laterPush(source, issuesAfter(SOURCE)).map((step) => opened(step));

    expect(laterPush(source, noted, source).map(({ action }) => action)).toEqual(["keep"]);
  });

  test("close it where they say that it is done", () => {
    const steps = laterPush(later("TODO: Mona to translate the landing page -- DONE"), issuesAfter(SOURCE));

    expect(steps).toMatchObject([{ action: "close", stateReason: "completed" }]);
  });

  test("keep it closed when the earlier minutes are pushed again", () => {
    const [closed] = laterPush(
      later("TODO: Mona to translate the landing page -- DONE"),
      issuesAfter(SOURCE),
    );
    const issues = closed === undefined ? [] : [opened(closed)];

    expect(secondPush(SOURCE, issues)[0]).toMatchObject({
      action: "keep",
      reason: { code: "done-and-closed" },
    });
  });

  test("keep it open where the first minutes drop it", () => {
    const noted = laterPush(later("TODO: Mona to translate the landing page"), issuesAfter(SOURCE)).map(
      (step) => opened(step),
    );

    const [step] = secondPush(minutes("- Nothing."), noted);

    // It mentions the later minutes from then on, which are its own now.
    expect(step?.action).toBe("update");
    expect(findMarker(step?.body ?? "")).toMatchObject({ path: LATER, also: [] });
  });

  test("open their own issue for another task that merely sounds alike", () => {
    const steps = laterPush(later("TODO: Mona to translate the download page"), issuesAfter(SOURCE));

    expect(steps).toMatchObject([{ action: "create", title: "Translate the download page" }]);
  });

  test("open their own issue for a task that says nothing by itself", () => {
    const vague = "# Team meeting 2021-03-04\n\n## Budget\n\n- TODO: Mona to follow up\n";
    const other = "# Team meeting 2021-03-11\n\n## Logo\n\n- TODO: Mona to follow up\n";

    const steps = laterPush(other, issuesAfter(vague));

    expect(steps).toMatchObject([{ action: "create", title: "Follow up: Logo" }]);
  });

  test("are one issue with the first even within one push", () => {
    const files = [
      fileOf(later("TODO: Mona to translate the landing page"), null, { path: LATER }),
      fileOf(minutes("- TODO: Mona to translate the landing page")),
    ];

    const steps = issuesOf(plan(files));

    expect(steps).toMatchObject([
      { action: "create", reason: { code: "new-action-carried-over", values: { paths: LATER } } },
    ]);
    expect(steps[0]?.body).toContain("Carried over in");
  });

  test("stay below what GitHub takes, however many they are", () => {
    let issues = issuesAfter(SOURCE).slice(0, 1);
    for (let week = 10; week < 60; week += 1) {
      const path = `meetings/2021-week-${week}.md`;
      const source = `# Weekly ${week}\n\n- TODO: Mona to translate the landing page\n`;
      const snapshot = snapshotOf(repositoryOf({ actionIssues: issues }));
      issues = issuesOf(plan([fileOf(source, null, { path })], { snapshot, commit: SECOND })).map((step) =>
        opened(step),
      );
    }

    expect(issues).toHaveLength(1);
    expect(issues[0]?.body.length).toBeLessThan(40_000);
    expect(issues[0]?.body).toContain("2021-week-59.md");
  });

  test("stay below it too where a marker has to escape most of what they say", () => {
    const action = `TODO: Mona, Hubot to compare ${"<-> ".repeat(60)} landing page ${"--- ".repeat(400)}`;
    let issues = issuesOf(plan([fileOf(minutes(`- ${action}`))])).map((step) => opened(step));
    for (let week = 10; week < 60; week += 1) {
      const path = `meetings/${"-".repeat(100)}week-${week}.md`;
      const snapshot = snapshotOf(repositoryOf({ actionIssues: issues }));
      const file = fileOf(`# Weekly ${week}\n\n- ${action}\n`, null, { path });
      issues = issuesOf(plan([file], { snapshot, commit: SECOND })).map((step) => opened(step));
    }

    expect(issues).toHaveLength(1);
    expect(issues[0]?.body.length).toBeLessThan(65_000);
    expect(issues[0]?.body).toContain("week-59.md");
  });

  test("become its home where a push moves it there", () => {
    const files = [
      fileOf(minutes("- Nothing."), SOURCE),
      fileOf(later("TODO: Mona to translate the landing page"), null, { path: LATER }),
    ];
    const snapshot = snapshotOf(repositoryOf({ actionIssues: issuesAfter(SOURCE).slice(0, 1) }));

    const steps = issuesOf(plan(files, { snapshot, commit: SECOND }));

    expect(steps).toMatchObject([{ action: "update" }]);
    expect(steps[0]?.body).toContain("on **11 March 2021**");
  });
});

describe("what should not be there", () => {
  test("an issue that was opened twice is closed, the oldest stays", () => {
    const [issue] = issuesAfter(SOURCE);
    const double = issue === undefined ? [] : [issue, { ...issue, number: issue.number + 1000 }];

    const steps = secondPush(minutes("- TODO: Mona to translate the landing page"), double, SOURCE);

    expect(steps.map(({ action, number, reason }) => [action, number, reason])).toEqual([
      ["keep", issue?.number, stepReason("unchanged")],
      ["close", (issue?.number ?? 0) + 1000, issueReason("duplicate-issue", { number: issue?.number ?? 0 })],
    ]);
    expect(new Set(steps.map(({ key }) => key)).size).toBe(2);
  });

  test("an issue that a person made their own is left alone, and no second one is opened", () => {
    const [first] = issuesOf(plan([fileOf(SOURCE)]));
    const own = issuesAfter(SOURCE).map((issue) => ({ ...issue, body: "Mine now." }));
    const known = own.slice(0, 1).map((issue) => ({ ...issue, ledgerKey: first?.key ?? null }));

    const [step] = secondPush(SOURCE, known);

    expect(step).toMatchObject({ action: "keep", body: "Mine now.", number: known[0]?.number });
  });

  test("an action that the minutes link with its issue is that issue, whatever its words, and gets no comment", () => {
    const [issue] = issuesAfter(SOURCE);
    const number = issue?.number ?? 0;
    const linked = minutes(`- TODO: Mona to bring everything into French and Spanish (#${number})`);
    const state = repositoryOf({
      actionIssues: issue === undefined ? [] : [issue],
      threads: { [number]: threadOf(number) },
    });

    const made = plan([fileOf(linked, SOURCE)], { snapshot: snapshotOf(state), commit: SECOND });

    expect(issuesOf(made)).toMatchObject([
      { action: "update", number, title: "Bring everything into French and Spanish" },
    ]);
    expect(commentsOf(made)).toMatchObject([{ action: "skip", reason: { code: "action-issue" } }]);
  });

  test("issues of other minutes' repositories in the same target are not looked at", () => {
    const others = issuesOf(
      plan([fileOf(SOURCE)], {
        repository: { name: "octo-org/other", visibility: "public", defaultBranch: "main" },
      }),
    );

    const steps = secondPush(
      SOURCE,
      others.map((step) => opened(step)),
      SOURCE,
    );

    expect(steps.map(({ action }) => action)).toEqual(["create", "create"]);
  });
});

test("a whole plan applied twice does nothing the second time", () => {
  const source = `${SOURCE}\n## Crash\n\n- #1 will go in 1.1\n  - TODO: Mona to bisect the crash of #1\n`;
  const before = repositoryOf({ milestones: [milestoneOf("1.1")] });
  const first = plan([fileOf(source)], { snapshot: snapshotOf(before) });

  const second = plan([fileOf(source)], { snapshot: snapshotOf(applied(before, first)), commit: SECOND });

  expect(first.steps.map(({ action }) => action)).toEqual(["create", "create", "create", "create", "update"]);
  expect(new Set(second.steps.map(({ action }) => action))).toEqual(new Set(["keep"]));
});
