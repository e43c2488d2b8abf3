import { expect, test } from "@jest/globals";
import { snapshotRequest } from "../../../src/plan/snapshot-request.ts";
import { MOST_FINDINGS } from "../../../src/plan/policy/excess.ts";
import { applied, config, fileOf, MINUTES, plan, repositoryOf, snapshotOf } from "../builders.ts";

const lines = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join("\n");

test.each([
  ["mentions of issues", (index: number) => `- #${index + 10}`],
  ["actions", (index: number) => `- TODO: Mona to fix lid ${index}`],
  ["decisions", (index: number) => `- DECISION: lid ${index} is round`],
  ["mentions of milestones", () => "- 1.1 is late"],
])("a file with more %s than people write changes nothing, and says so", (kind, make) => {
  const made = plan([fileOf(lines(MOST_FINDINGS + 1, make))]);

  expect(made.steps).toEqual([]);
  expect(made.notices).toEqual([
    expect.objectContaining({
      level: "error",
      code: "file-excessive",
      values: { count: 1001, findings: kind, limit: 1000 },
      text: expect.stringMatching(new RegExp(`^The file has 1001 ${kind}; .* 1000\\. .* Split it\\.$`)),
    }),
  ]);
});

test("what was posted for a file stays when it grows beyond the limit", () => {
  const few = lines(3, (index) => `- TODO: Mona to fix lid ${index}, see #1`);
  const first = plan([fileOf(few)]);
  const snapshot = snapshotOf(applied(repositoryOf(), first));

  const then = plan(
    [
      fileOf(
        lines(MOST_FINDINGS + 1, (index) => `- TODO: Hubot to ${index}`),
        few,
      ),
    ],
    { snapshot },
  );

  expect(then.steps).toEqual([]);
});

test("other files of the same push are planned", () => {
  const tooMuch = fileOf(lines(MOST_FINDINGS + 1, (index) => `- #${index + 10}`));
  const usual = fileOf("- #1 is slow", null, { path: "meetings/2021-03-05.md" });

  expect(plan([tooMuch, usual]).steps.map(({ origin }) => origin?.path)).toEqual(["meetings/2021-03-05.md"]);
});

test("GitHub is not asked about what a file has too much of", () => {
  const file = fileOf(lines(MOST_FINDINGS + 1, (index) => `- #${index + 10}`));

  const { repositories } = snapshotRequest({ repository: MINUTES, config, files: [file] });

  expect(Object.values(repositories).flatMap(({ threads }) => threads)).toEqual([]);
});
