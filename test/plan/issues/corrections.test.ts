import { describe, expect, test } from "@jest/globals";
import { findMarker } from "../../../src/plan/marker.ts";
import {
  applied,
  FIRST,
  fileOf,
  issuesOf,
  PATH,
  plan,
  repositoryOf,
  SECOND,
  snapshotOf,
} from "../builders.ts";

const minutes = (day: string, ...tasks: readonly string[]): string =>
  [
    `# Call ${day}`,
    "",
    "Present: Mona, Hubot",
    "",
    ...tasks.map((task) => `- TODO: Mona to ${task}`),
    "",
  ].join("\n");

const DAY = "2021-03-04";

/** What becomes of the issues of a file that is edited: `update 1: …` for the issue of the first action. */
function edit(before: string, after: string, knowsBefore = true, path = PATH): readonly string[] {
  const first = plan([fileOf(before, null, { path })]);
  const state = applied(repositoryOf(), first);
  const order = issuesOf(first).map(({ key }) => key);
  const change = fileOf(after, knowsBefore ? before : null, { path });
  const made = plan([change], { snapshot: snapshotOf(state), commit: SECOND, before: FIRST });
  return issuesOf(made).map(({ action, key, title }) => {
    const number = order.indexOf(key) + 1;
    return `${action}${number === 0 ? "" : ` ${number}`}: ${title}`;
  });
}

describe("within one file, an action that was", () => {
  test.each([
    ["given another number", "merge #30", "merge #31"],
    ["given another name", "ask the shop in Emden about string", "ask the shop in Essen about string"],
    ["turned into its contrary", "enable the lights in the hall", "disable the lights in the hall"],
    ["spelled right", "transalte the landing page", "translate the landing page"],
    ["given a word", "translate the landing page", "translate the whole landing page"],
  ])("%s at its place is the same issue, known before or not", (_, one, other) => {
    const before = minutes(DAY, one, "paint the fence");
    const after = minutes(DAY, other, "paint the fence");

    for (const knowsBefore of [true, false]) {
      expect(edit(before, after, knowsBefore).map((step) => step.split(":")[0])).toEqual([
        "update 1",
        "keep 2",
      ]);
    }
  });

  test("corrected among its like is the one at its place", () => {
    const before = minutes(DAY, "merge #30", "merge #40", "paint the fence", "merge #50");
    const after = minutes(DAY, "merge #31", "merge #41", "paint the fence", "merge #51");

    expect(edit(before, after)).toEqual([
      "update 1: Merge #31",
      "update 2: Merge #41",
      "keep 3: Paint the fence",
      "update 4: Merge #51",
    ]);
  });

  test("kept is itself, and what was added beside it another issue", () => {
    expect(edit(minutes(DAY, "merge #30"), minutes(DAY, "merge #31", "merge #30"))).toEqual([
      "create: Merge #31",
      "keep 1: Merge #30",
    ]);
  });

  test("given a word keeps its issue, although another number is at its place", () => {
    expect(edit(minutes(DAY, "merge #30"), minutes(DAY, "merge #31", "merge #30 carefully"))).toEqual([
      "create: Merge #31",
      "update 1: Merge #30 carefully",
    ]);
  });

  test("one of several that may have been it is none of them", () => {
    const steps = edit(minutes(DAY, "merge #30", "merge #40"), minutes(DAY, "merge #31"));

    expect(steps).toEqual(["create: Merge #31", "close 1: Merge #30", "close 2: Merge #40"]);
  });

  test("moved elsewhere between sure ones is another issue", () => {
    const steps = edit(
      minutes(DAY, "merge #30", "paint the fence"),
      minutes(DAY, "paint the fence", "merge #31"),
    );

    expect(steps).toEqual(["keep 2: Paint the fence", "create: Merge #31", "close 1: Merge #30"]);
  });

  test("replaced with the next meeting's in the same file is another issue", () => {
    const next = minutes("2021-03-11", "merge #31");

    expect(edit(minutes(DAY, "merge #30"), next, true, "minutes/call.md")).toEqual([
      "create: Merge #31",
      "close 1: Merge #30",
    ]);
  });

  test("corrected, with the link to its issue behind it, is the same issue", () => {
    const before = minutes(DAY, "merge #30", "merge #40");
    const state = applied(repositoryOf(), plan([fileOf(before)]));
    const number = state.actionIssues.find(({ title }) => title === "Merge #40")?.number;
    const linked = minutes(DAY, "merge #30", `merge #40 (#${number})`);
    const change = fileOf(minutes(DAY, "merge #31", "merge #41"), linked);

    const steps = issuesOf(plan([change], { snapshot: snapshotOf(state), commit: SECOND, before: FIRST }));

    expect(steps.map(({ action, title }) => `${action} ${title}`)).toEqual([
      "update Merge #31",
      "update Merge #41",
    ]);
  });
});

test("a correction to what another meeting has already is that one's issue", () => {
  const other = fileOf(minutes("2021-03-11", "merge #31"), null, { path: "meetings/2021-03-11.md" });
  const before = minutes(DAY, "merge #30");
  const state = applied(repositoryOf(), plan([fileOf(before), other]));

  const made = plan([fileOf(minutes(DAY, "merge #31"), before)], {
    snapshot: snapshotOf(state),
    commit: SECOND,
    before: FIRST,
  });

  expect(issuesOf(made).map(({ action, title }) => `${action} ${title}`)).toEqual([
    "update Merge #31",
    "close Merge #30",
  ]);
});

test("a marker keeps neither who does it nor by when, and no target in words", () => {
  const source = `# Call ${DAY}\n\nPresent: Mona\n\n## #1 Crash\n\n- TODO: Mona to find who wrote the parser by Friday\n`;

  const marker = findMarker(issuesOf(plan([fileOf(source, null, { path: PATH })]))[0]?.body ?? "");

  expect(marker).toMatchObject({ text: "find who wrote the parser", owners: ["Mona"] });
  expect(marker?.kind === "issue" ? marker.about : []).toHaveLength(1);
  expect(JSON.stringify(marker)).not.toContain("octo-org/app#1");
});
