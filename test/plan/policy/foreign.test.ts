import { describe, expect, test } from "@jest/globals";
import { snapshotRequest } from "../../../src/plan/make-plan.ts";
import { MAX_FOREIGN_THREADS } from "../../../src/plan/policy/foreign.ts";
import { config, fileOf, MINUTES, plan, repositoryOf, snapshotOf, TARGET, threadOf } from "../builders.ts";

const ELSEWHERE = "elsewhere/minutes";

/** Minutes that mention so many issues of the target. */
function mentioning(count: number) {
  const lines = Array.from({ length: count }, (_, index) => `- #${count - index} is done\n`);
  return fileOf(`# Team meeting 2021-03-04\n\n${lines.join("")}`);
}

describe("minutes that mention very many issues", () => {
  test.each([
    ["of another owner's repository ask for the lowest two hundred", ELSEWHERE, MAX_FOREIGN_THREADS],
    ["of their own owner ask for all", MINUTES, 230],
  ])("%s", (_what, repository, asked) => {
    const request = snapshotRequest({ repository, config, files: [mentioning(230)] });

    expect(request.repositories[TARGET]?.threads).toEqual(
      Array.from({ length: asked }, (_, index) => index + 1),
    );
  });

  test.each([
    ["of another owner's repository, more than it is asked about", ELSEWHERE, 230, 1],
    ["of another owner's repository, as many as it is asked about", ELSEWHERE, MAX_FOREIGN_THREADS, 0],
    ["of their own owner", MINUTES, 230, 0],
  ])("%s: so many warnings say how many are left alone", (_what, name, count, warnings) => {
    const threads = Object.fromEntries(
      Array.from({ length: MAX_FOREIGN_THREADS }, (_, index) => [String(index + 1), threadOf(index + 1)]),
    );
    const { notices } = plan([mentioning(count)], {
      repository: { name, visibility: "public", defaultBranch: "main" },
      snapshot: snapshotOf(repositoryOf({ threads, accept: [ELSEWHERE] })),
    });

    const said = notices.filter(({ code }) => code === "many-references");
    expect(said).toHaveLength(warnings);
    for (const { level, path, line, text } of said) {
      expect({ level, path, line }).toEqual({ level: "warning", path: "meetings/2021-03-04.md", line: 3 });
      expect(text).toContain("mention 30 more issues of octo-org/app than the 200");
    }
  });
});
