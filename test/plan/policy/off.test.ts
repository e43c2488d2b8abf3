import { describe, expect, test } from "@jest/globals";
import type { PlanInput } from "../../../src/plan/input.ts";
import { config, fileOf, plan, repositoryOf, snapshotOf, TARGET } from "../builders.ts";

const off = {
  comments: { ...config, comments: { ...config.comments, enabled: false } },
  actions: { ...config, actions: { ...config.actions, enabled: false } },
  mode: { ...config, mode: "off" as const },
};

const LEFT = { repository: TARGET, comments: 12, issues: 1 };

function codes(difference: Partial<PlanInput>): readonly string[] {
  return plan([fileOf("# Crew\n\n- nothing\n")], difference).notices.map(({ code }) => code);
}

describe("what is switched off", () => {
  test.each(["comments", "actions", "mode"] as const)("is listed: %s", (what) => {
    expect(codes({ config: off[what] })).toEqual([`${what}-off`]);
  });

  test.each([
    [
      "comments",
      "Still there from earlier: 12 comments. To remove them: `minutebook undo --all --only comments`",
    ],
    [
      "actions",
      "Opened earlier: 1 issue. To close those that are open: `minutebook undo --all --only issues`",
    ],
    ["mode", "Still there from earlier: 12 comments, 1 issue. To remove them: `minutebook undo --all`"],
  ] as const)("is counted, with how it can be removed: %s", (what, text) => {
    const left = [
      { ...LEFT, ...(what === "mode" ? {} : { [what === "comments" ? "issues" : "comments"]: 0 }) },
    ];

    const [notice] = plan([fileOf("# Crew\n")], { config: off[what], left }).notices;

    expect(notice).toMatchObject({ code: `${what}-off-left`, text: expect.stringContaining(text) });
  });

  test("is counted where only a series has it so, and not listed else", () => {
    expect(codes({ left: [LEFT] })).toEqual(["comments-off-in-series", "actions-off-in-series"]);
  });

  test("is not counted where fewer people can read than the minutes", () => {
    const snapshot = snapshotOf(repositoryOf({ visibility: "private" }));

    expect(codes({ config: off.comments, left: [LEFT], snapshot })).toEqual(["comments-off"]);
  });

  test("is not counted where nobody asked who can read", () => {
    const left = [{ repository: "octo-org/secret", comments: 3, issues: 0 }];

    expect(codes({ config: off.comments, left })).toEqual(["comments-off"]);
  });

  test("is nothing where nothing is switched off", () => {
    expect(codes({ left: [] })).toEqual([]);
  });
});
