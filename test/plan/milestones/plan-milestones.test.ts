import { describe, expect, test } from "@jest/globals";
import {
  applied,
  commentsOf,
  config,
  fileOf,
  milestoneOf,
  milestonesOf,
  plan,
  repositoryOf,
  SECOND,
  snapshotOf,
  standing,
  summaryOf,
  threadOf,
} from "../builders.ts";

const SOURCE = "# Team meeting 2021-03-04\n\n## Release\n\n- #1 is bad\n  - DECISION: #1 will go in 1.1\n";
const WITHOUT = "# Team meeting 2021-03-04\n\n- Nothing.\n";

const start = repositoryOf({ milestones: [milestoneOf("v1.1", "Spring release.")] });

function push(source: string | null, previous: string | null = null, state = start, settings = config) {
  const snapshot = snapshotOf(state);
  return plan([fileOf(source, previous)], { snapshot, commit: SECOND, config: settings });
}

describe("the note on a milestone", () => {
  test("lists the meeting with its decisions below people's own text", () => {
    const [step] = milestonesOf(push(SOURCE));

    expect(step).toMatchObject({
      action: "update",
      number: 7,
      title: "v1.1",
      reason: { code: "milestone-mentioned" },
    });
    expect(step?.description).toMatch(/^Spring release\.\n\n<!-- minutebook:milestone -->/);
    expect(step?.description).toMatch(
      /- \*\*4 March 2021\*\*: \[Team meeting\]\(\S+#L6\)\n {2}- \[#\u200b1 will go in 1\.1\]\(\S+#L6\) \(\[#1\]\(https:\/\/github\.com\/octo-org\/app\/issues\/1\)\)/,
    );
  });

  test("says what a decision is about that does not say so itself", () => {
    const source =
      "# Team meeting 2021-03-04\n\n- The tags of the new system need work\n  - this will go in 1.1\n";

    expect(milestonesOf(push(source))[0]?.description).toMatch(
      /\[this will go in 1\.1\]\(\S+\) \(on: “The tags of the new system need work”\)/,
    );
  });

  test("says so even where it names the issue", () => {
    const source =
      "# Team meeting 2021-03-04\n\n- The tags of the new system need work: #1\n  - this will go in 1.1\n";

    expect(milestonesOf(push(source))[0]?.description).toMatch(
      /\[this will go in 1\.1\]\(\S+\) \(on: “The tags of the new system need work: #\u200b1”\) \(\[#1\]\(\S+\)\)/,
    );
  });

  test("is kept when it says so already, at another commit too", () => {
    const state = applied(start, plan([fileOf(SOURCE)], { snapshot: snapshotOf(start) }));

    expect(milestonesOf(push(SOURCE, SOURCE, state))).toMatchObject([{ action: "keep" }]);
  });

  test("goes when the minutes no longer mention it", () => {
    const state = applied(start, push(SOURCE));

    expect(milestonesOf(push(WITHOUT, SOURCE, state))).toMatchObject([
      { action: "update", description: "Spring release.", reason: { code: "milestone-not-mentioned" } },
    ]);
  });

  test("stays when the minutes are deleted and the configuration keeps what was posted", () => {
    const state = applied(start, push(SOURCE));
    const keeping = { ...config, comments: { ...config.comments, unreferenced: "keep" as const } };

    expect(milestonesOf(push(null, SOURCE, state, keeping))).toEqual([]);
    expect(milestonesOf(push(null, SOURCE, state))).toMatchObject([{ description: "Spring release." }]);
  });

  test("leaves other meetings' entries to the letter", () => {
    const state = applied(start, push(SOURCE));
    const later = fileOf("# Sync 2021-03-11\n\n- 1.1 is late\n", null, { path: "meetings/2021-03-11.md" });

    const [step] = milestonesOf(plan([later], { snapshot: snapshotOf(state), commit: "3".repeat(40) }));

    const dates = [...(step?.description ?? "").matchAll(/\*\*(\d+ March 2021)\*\*/g)].map(
      (match) => match[1],
    );
    expect(dates).toEqual(["11 March 2021", "4 March 2021"]);
    expect(step?.description).toContain(`/blob/${SECOND}/meetings/2021-03-04.md`);
  });

  test("follows a renamed file", () => {
    const state = applied(start, push(SOURCE));
    const renamed = fileOf(SOURCE, SOURCE, { path: "notes/a.md", previousPath: "meetings/2021-03-04.md" });

    const [step] = milestonesOf(plan([renamed], { snapshot: snapshotOf(state) }));

    expect(step?.description?.match(/minutebook:meeting /g)).toHaveLength(1);
    expect(step?.description).toContain("notes/a.md");
  });

  test("is skipped for a milestone that is not there, unless it may be created", () => {
    const none = repositoryOf();
    const creating = { ...config, releases: { ...config.releases, createMilestone: true } };

    expect(milestonesOf(push(SOURCE, null, none))).toMatchObject([
      {
        action: "skip",
        reason: { code: "milestone-missing", values: { repository: "octo-org/app", title: "1.1" } },
      },
    ]);
    expect(milestonesOf(push(SOURCE, null, none, creating))).toMatchObject([
      { action: "create", number: null, title: "1.1" },
    ]);
  });
});

describe("the milestone of an issue that a decision sent to a release", () => {
  const assigning = { ...config, releases: { ...config.releases, assignMilestone: true } };

  function assignments(milestone: { number: number; title: string } | null) {
    const state = { ...start, threads: { "1": threadOf(1, { milestone }) } };
    return push(SOURCE, null, state, assigning).steps.filter(({ kind }) => kind === "assign-milestone");
  }

  test("is set where the configuration says so", () => {
    expect(summaryOf(push(SOURCE))).not.toContain("update assign-milestone #1 v1.1");
    expect(assignments(null)).toMatchObject([
      {
        action: "update",
        number: 1,
        milestone: { number: 7, title: "v1.1" },
        reason: { code: "milestone-decided", values: { title: "v1.1" } },
      },
    ]);
  });

  test("is kept where it is set", () => {
    expect(assignments({ number: 7, title: "v1.1" })).toMatchObject([{ action: "keep" }]);
  });

  describe("once we set it", () => {
    const slipped = "# Team meeting 2021-03-11\n\n## Release\n\n- #1 is bad\n  - DECISION: #1 slips to 2.0\n";
    const state = {
      ...start,
      milestones: [milestoneOf("v1.1"), milestoneOf("2.0", "", 8)],
      threads: {
        "1": threadOf(1, { milestone: { number: 7, title: "v1.1" }, milestonedBy: "us" as const }),
      },
    };
    const LATER = "meetings/2021-03-11.md";
    const assign = (file: ReturnType<typeof fileOf>, known = state) =>
      plan([file], { snapshot: snapshotOf(known), config: assigning }).steps.filter(
        ({ kind }) => kind === "assign-milestone",
      );

    test("follows a later decision", () => {
      expect(assign(fileOf(slipped, null, { path: LATER }))).toMatchObject([
        {
          action: "update",
          milestone: { number: 8, title: "2.0" },
          reason: { code: "milestone-moved", values: { from: "v1.1", title: "2.0" } },
        },
      ]);
    });

    test("follows a decision that is corrected", () => {
      const corrected = SOURCE.replace("1.1", "2.0");

      expect(assign(fileOf(corrected, SOURCE))).toMatchObject([{ action: "update" }]);
    });

    test("is not moved back by minutes of an earlier meeting", () => {
      const moved = { milestone: { number: 8, title: "2.0" }, milestonedBy: "us" as const };
      const [comment] = commentsOf(
        plan([fileOf(slipped, null, { path: LATER })], { snapshot: snapshotOf(state) }),
      );
      const later = { ...state, threads: { "1": threadOf(1, { ...moved, comments: [standing(comment)] }) } };
      const alone = { ...state, threads: { "1": threadOf(1, moved) } };

      expect(assign(fileOf(SOURCE), later)).toMatchObject([
        { action: "skip", reason: { code: "milestone-decided-later", values: { title: "2.0" } } },
      ]);
      expect(assign(fileOf(`${SOURCE}\nMore.\n`, SOURCE), alone)).toMatchObject([{ action: "skip" }]);
    });
  });

  test("is left where a person set another", () => {
    expect(assignments({ number: 8, title: "2.0" })).toMatchObject([
      { action: "skip", reason: { code: "milestone-set-by-someone", values: { title: "2.0" } } },
    ]);
  });
});
