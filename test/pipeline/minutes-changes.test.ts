import { fileProblem } from "../../src/messages/reasons/file-problems.ts";
import { expect, test } from "@jest/globals";
import { defaultConfig } from "../../src/config/defaults.ts";
import { readMinutesChanges } from "../../src/pipeline/minutes-changes.ts";
import { DEFAULT_BUDGET, WorkError } from "../../src/pipeline/workers/work-error.ts";
import type { Workers } from "../../src/pipeline/workers/workers.ts";

test("after ten files that went over their budget the others of a push are not read, and say so", async () => {
  let tried = 0;
  const workers: Workers = {
    run: async () => {
      tried += 1;
      throw new WorkError("time", DEFAULT_BUDGET);
    },
  };
  const paths = Array.from({ length: 15 }, (_, index) => `${index}.md`);
  const readings = paths.map((path) => ({ path, commit: "c0ffee", text: "# Call", problem: null }));

  const changes = await readMinutesChanges(workers, readings, {
    config: defaultConfig,
    range: { before: null, commit: "c0ffee" },
    moves: paths.map((path) => ({ now: path, before: null })),
    context: { repository: "acme/minutes", milestones: {} },
  });

  expect(tried).toBe(10);
  expect(changes.map(({ meeting }) => meeting)).toEqual(paths.map(() => null));
  for (const { problem } of changes.slice(0, 10))
    expect(problem?.text).toContain("took longer than 10 s to read");
  for (const { problem } of changes.slice(10))
    expect(problem).toEqual(fileProblem("file-not-tried", { count: 10 }));
});
