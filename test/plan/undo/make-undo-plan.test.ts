import { describe, expect, test } from "@jest/globals";
import type { KnownRepository } from "../../../src/plan/snapshot.ts";
import { makePlan } from "../../../src/plan/make-plan.ts";
import { findMarker } from "../../../src/plan/marker.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { EVERYTHING, type UndoScope } from "../../../src/plan/undo/scope.ts";
import {
  applied,
  commentsOf,
  config,
  fileOf,
  FIRST,
  inputOf,
  issuesOf,
  milestoneOf,
  milestonesOf,
  PATH,
  plan,
  repositoryOf,
  SECOND,
  snapshotOf,
  type standing,
  summaryOf,
  TARGET,
  threadOf,
} from "../builders.ts";

const LATER = "meetings/2021-03-11.md";
const MINUTES = `# Crew 2021-03-04

- #1 the mast is cracked near the top
- DECISION: #1 goes into 1.1
- TODO: Mona to order a new mast
`;
const NEXT = "# Crew 2021-03-11\n\n- #1 the mast has arrived in the harbor\n";

const thread = { ...config, comments: { ...config.comments, style: "thread" as const } };

/** GitHub after the minutes were posted. */
function posted(difference: Partial<KnownRepository> = {}): KnownRepository {
  const before = repositoryOf({ milestones: [milestoneOf("1.1", "Ours.")], ...difference });
  return applied(before, plan([fileOf(MINUTES)], { snapshot: snapshotOf(before) }));
}

function undo(state: KnownRepository, scope: Partial<UndoScope> = {}): Plan {
  return makePlan(inputOf([], { snapshot: snapshotOf(state), undo: { ...EVERYTHING, ...scope } }));
}

function withIssue(difference: Partial<KnownRepository["actionIssues"][number]>): KnownRepository {
  const state = posted();
  return { ...state, actionIssues: state.actionIssues.map((issue) => ({ ...issue, ...difference })) };
}

function withComment(difference: Partial<ReturnType<typeof standing>>): KnownRepository {
  const state = posted();
  const [comment] = state.threads["1"]?.known ? state.threads["1"].comments : [];
  if (comment === undefined) throw new Error("There is no comment.");
  return { ...state, threads: { "1": threadOf(1, { comments: [{ ...comment, ...difference }] }) } };
}

const reasons = (made: Plan) => made.steps.map(({ action, reason }) => `${action} ${reason.code}`);

describe("all that is posted", () => {
  test("is deleted, closed as not planned, and taken out of notes", () => {
    const made = undo(posted());

    expect(summaryOf(made)).toEqual([
      `delete comment ${TARGET}#1`,
      expect.stringMatching(/^close issue Order a new mast/),
      "update milestone 1.1",
    ]);
    expect(issuesOf(made)[0]).toMatchObject({ stateReason: "not_planned" });
    expect(milestonesOf(made)[0]?.description).toBe("Ours.");
    expect(made.steps.filter(({ action }) => action !== "close").map(({ remember }) => remember)).toEqual([
      "gone",
      "gone",
    ]);
  });

  test("needs no approval, whatever the configuration says by now", () => {
    const off = { ...config, mode: "off" as const, actions: { ...config.actions, enabled: false } };
    const made = makePlan(inputOf([], { config: off, snapshot: snapshotOf(posted()), undo: EVERYTHING }));

    expect(made.approval).toEqual({ needed: false, reason: null });
    expect(made.steps).toHaveLength(3);
  });

  test("is nothing the second time", () => {
    const state = posted();

    expect(undo(applied(state, undo(state))).steps).toEqual([]);
  });

  test("is nothing of other minutes", () => {
    const made = makePlan(
      inputOf([], {
        repository: { name: "octo-org/others", visibility: "public", defaultBranch: "main" },
        snapshot: snapshotOf(posted()),
        undo: EVERYTHING,
      }),
    );

    expect(made.steps).toEqual([]);
  });
});

describe("a part", () => {
  test.each<[string, Partial<UndoScope>, number]>([
    ["the commit that it was first posted for", { commit: FIRST }, 3],
    ["the beginning of that commit", { commit: FIRST.slice(0, 7) }, 3],
    ["another commit", { commit: SECOND }, 0],
    ["its file", { paths: [PATH] }, 3],
    ["its folder", { paths: ["meetings"] }, 3],
    ["another file", { paths: ["meetings/2021-03-0"] }, 0],
    ["the day of the meeting", { since: "2021-03-04" }, 3],
    ["a later day", { since: "2021-03-05" }, 0],
    ["comments", { only: ["comments"] }, 1],
    ["issues and milestones", { only: ["issues", "milestones"] }, 2],
    ["its file, since a later day", { paths: [PATH], since: "2021-03-05" }, 0],
  ])("is known by %s", (_what, scope, count) => {
    expect(undo(posted(), scope).steps).toHaveLength(count);
  });

  test("is what a commit brought, not what a later one changed", () => {
    const state = posted();
    const edited = MINUTES.replace("cracked near", "broken near")
      .replace("a new mast", "a new mast today")
      .replace("1.1\n", "1.1 then\n");
    const changed = plan([fileOf(edited, MINUTES)], {
      commit: SECOND,
      before: FIRST,
      snapshot: snapshotOf(state),
    });
    expect(summaryOf(changed)).toContain(`update comment ${TARGET}#1`);

    const now = applied(state, changed);

    expect(undo(now, { commit: SECOND }).steps).toEqual([]);
    expect(undo(now, { commit: FIRST }).steps).toHaveLength(3);
  });
});

describe("a comment", () => {
  test.each([{ answered: true }, { reactions: 1 }])("stays where people responded: %j", (difference) => {
    const made = undo(withComment(difference), { only: ["comments"] });

    expect(reasons(made)).toEqual(["skip undo-answered"]);
  });

  test("stays in an archived repository", () => {
    expect(new Set(reasons(undo({ ...posted(), archived: true })))).toEqual(new Set(["skip undo-archived"]));
  });

  test("is listed where nothing can be read any more", () => {
    const file = fileOf(null, null, {
      posted: { targets: [`${TARGET}#1`], issues: [], milestones: [], pending: [] },
    });
    const made = makePlan(
      inputOf([file], {
        snapshot: snapshotOf({ known: false, reason: "not-installed" }),
        undo: EVERYTHING,
      }),
    );

    expect(reasons(made)).toEqual(["skip undo-no-access"]);
  });
});

describe("a comment of two meetings", () => {
  const both = (): KnownRepository => {
    const before = repositoryOf();
    const start = applied(before, plan([fileOf("# Crew 2021-03-04\n\n- #1 the mast is cracked\n")]));
    const next = plan([fileOf(NEXT, null, { path: LATER })], {
      commit: SECOND,
      config: thread,
      snapshot: snapshotOf(start),
    });
    expect(summaryOf(next)).toEqual([`update comment ${TARGET}#1`]);
    return applied(start, next);
  };

  test.each([
    ["the later", LATER, PATH],
    ["the earlier", PATH, LATER],
  ])("loses %s one alone", (_which, path, left) => {
    const [step, ...others] = commentsOf(undo(both(), { paths: [path] }));

    expect(others).toEqual([]);
    expect(step).toMatchObject({ action: "update", remember: "gone" });
    expect(step?.leaves).toEqual([expect.stringContaining(path)]);
    const marker = findMarker(step?.body ?? "");
    expect(marker).toMatchObject({ path: left });
    expect(step?.body).not.toContain(path);
  });

  test("knows for which commit each was first posted", () => {
    expect(commentsOf(undo(both(), { commit: FIRST }))[0]?.leaves).toEqual([expect.stringContaining(PATH)]);
    expect(commentsOf(undo(both(), { commit: SECOND }))[0]?.leaves).toEqual([expect.stringContaining(LATER)]);
  });

  test("is deleted where both go, and both are remembered", () => {
    const [step] = commentsOf(undo(both()));

    expect(step).toMatchObject({ action: "delete", remember: "gone" });
    expect([step?.key, ...(step?.also ?? [])]).toEqual([
      expect.stringContaining(LATER),
      expect.stringContaining(PATH),
    ]);
  });
});

describe("an issue", () => {
  test.each<[string, Parameters<typeof withIssue>[0], string]>([
    ["people commented on it", { activity: 1 }, "undo-in-progress"],
    ["it is closed", { state: "closed", closedBy: "person" }, "undo-closed"],
    ["somebody gave it another title", { title: "Buy a mast" }, "undo-edited"],
    ["somebody assigned it to others", { assignees: ["mona", "hubot"] }, "undo-edited"],
    ["somebody labeled it", { labels: ["meeting-action", "urgent"] }, "undo-edited"],
    ["somebody set a milestone", { milestone: { number: 9, title: "9.0" } }, "undo-edited"],
  ])("stays where %s", (_why, difference, code) => {
    expect(reasons(undo(withIssue(difference), { only: ["issues"] }))).toEqual([`skip ${code}`]);
  });

  test("stays where somebody wrote into it", () => {
    const [issue] = posted().actionIssues;
    const body = `Ask Ada first.\n\n${issue?.body}`;

    expect(reasons(undo(withIssue({ body }), { only: ["issues"] }))).toEqual(["skip undo-edited"]);
  });

  test("goes where GitHub left somebody out", () => {
    expect(reasons(undo(withIssue({ assignees: [] }), { only: ["issues"] }))).toEqual(["close taken-back"]);
  });

  test("stays where other minutes carry it over, and goes with them", () => {
    const state = posted();
    const file = fileOf("# Crew 2021-03-11\n\n- TODO: Mona to order a new mast\n", null, { path: LATER });
    const carried = applied(state, plan([file], { commit: SECOND, snapshot: snapshotOf(state) }));

    expect(reasons(undo(carried, { only: ["issues"], paths: [PATH] }))).toEqual(["skip undo-carried-over"]);
    expect(reasons(undo(carried, { only: ["issues"] }))).toEqual(["close taken-back"]);
  });
});

describe("the milestone of an issue", () => {
  const assigned = (by: "us" | "person"): KnownRepository => {
    const state = posted();
    const [comment] = state.threads["1"]?.known ? state.threads["1"].comments : [];
    if (comment === undefined) throw new Error("There is no comment.");
    const milestone = { number: 7, title: "1.1" };
    return {
      ...state,
      threads: { "1": threadOf(1, { comments: [comment], milestone, milestonedBy: by }) },
    };
  };

  test.each([null, ["milestones" as const]])("is taken off where we set it: %j", (only) => {
    expect(summaryOf(undo(assigned("us"), { only }))).toContain("delete assign-milestone #1 1.1");
  });

  test("stays where a person set it", () => {
    expect(summaryOf(undo(assigned("person"))).join()).not.toContain("assign-milestone");
  });

  test("stays where our comment does", () => {
    const state = assigned("us");
    const [comment] = state.threads["1"]?.known ? state.threads["1"].comments : [];
    const answered = { ...comment!, answered: true };
    const known = { ...(state.threads["1"] as ReturnType<typeof threadOf>), comments: [answered] };

    const made = undo({ ...state, threads: { "1": known } });

    expect(reasons(made)).toContain("skip undo-milestone-shared");
  });
});

describe("the next push of the same minutes", () => {
  /** What the ledger remembers of a plan. */
  function again(state: KnownRepository, undone: Plan, source: string, path = PATH): Plan {
    const gone = commentsOf(undone).flatMap(({ key, also = [], leaves = [], remember }) =>
      remember === "gone" ? [key, ...also, ...leaves] : [],
    );
    const notes = milestonesOf(undone).flatMap(({ leaves = [] }) => leaves);
    const now = applied(state, undone);
    const threads = Object.fromEntries(
      Object.entries(now.threads).map(([number, one]) => [number, { ...one, deletedComments: gone }]),
    );
    const known = { targets: [], issues: [], milestones: [], pending: [], undone: notes };
    return plan([fileOf(source, path === PATH ? MINUTES : null, { path, posted: known })], {
      commit: SECOND,
      before: FIRST,
      snapshot: snapshotOf({ ...now, threads: threads as KnownRepository["threads"] }),
    });
  }

  test("brings nothing back", () => {
    const state = posted();
    const edited = MINUTES.replace("cracked", "broken").replace("a new mast", "a new mast soon");

    const made = again(state, undo(state), edited);

    expect(summaryOf(made)).toEqual([
      expect.stringMatching(/^keep issue /),
      `skip comment ${TARGET}#1`,
      "keep milestone 1.1",
      "skip milestone 1.1",
    ]);
    expect(issuesOf(made)[0]?.reason.code).toBe("issue-taken-back");
  });

  test("follows a person who reopens the issue", () => {
    const state = posted();
    const undone = applied(state, undo(state));
    const reopened = {
      ...undone,
      actionIssues: undone.actionIssues.map((issue) => ({ ...issue, state: "open" as const })),
    };

    const made = plan([fileOf(MINUTES, MINUTES)], { commit: SECOND, snapshot: snapshotOf(reopened) });

    expect(undone.actionIssues[0]?.body).toContain("Taken back");
    expect(issuesOf(made)[0]).toMatchObject({ action: "update", reason: { code: "minutes-changed" } });
    expect(issuesOf(made)[0]?.body).not.toContain("Taken back");
    expect(findMarker(issuesOf(made)[0]?.body ?? "")).not.toHaveProperty("undone");
  });

  test("of a further meeting posts as usual", () => {
    const state = posted();

    const made = again(
      state,
      undo(state),
      "# Crew 2021-03-11\n\n- #1 the mast is here, 1.1 can sail\n- TODO: Mona to order a new mast\n",
      LATER,
    );

    expect(summaryOf(made)).toEqual([
      expect.stringMatching(/^reopen issue /),
      `create comment ${TARGET}#1`,
      "update milestone 1.1",
    ]);
  });
});
