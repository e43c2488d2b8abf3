import { describe, expect, test } from "@jest/globals";
import { readConfig } from "../../../src/config/read-config.ts";
import { workInPlace } from "../../../src/pipeline/workers/in-place.ts";
import { replay, type ReplayInput } from "../../../src/pipeline/replay/replay.ts";
import { describeSummary, summarize } from "../../../src/pipeline/replay/summary.ts";

const CONFIG = `
minutes: ["calls/*.md"]
repository: orchard/apple
milestones: ["2.0"]
people: {Ada: ada-l}
`;

const FILES = {
  "calls/2026-03-09.md": `# Call 2026-03-09

## Press

- #7: Bo measured the press, and the screw is too short by a hand
- [x] TODO: Ada to order a longer screw for the press
`,
  "calls/2026-03-02.md": `# Call 2026-03-02

## Press

- #7: the press drips, and nobody knows where from
  - DECISION: the press of #7 is repaired before the harvest
- TODO: Ada to order a longer screw for the press by 2026-03-06
- The cellar door goes into 2.0
`,
};

async function run(
  files: Readonly<Record<string, string>>,
  more: Partial<ReplayInput> = {},
  config = CONFIG,
) {
  const read = readConfig(config, ".github/minutebook.yml");
  if (read.config === null) throw new Error("The test's configuration is wrong.");
  return replay(
    { workers: workInPlace(), signal: new AbortController().signal },
    {
      head: {
        name: "orchard/team",
        id: null,
        url: "https://github.com/orchard/team",
        visibility: "public",
        isFork: false,
        defaultBranch: "main",
        commit: "0123456789abcdef0123456789abcdef01234567",
        configuration: null,
      },
      config: read.config,
      files: new Map(Object.entries(files)),
      since: null,
      until: null,
      now: Date.parse("2030-01-01"),
      ...more,
    },
  );
}

describe("a replay", () => {
  test("pushes the minutes one by one, in the order of their meetings, and says what each posted", async () => {
    const { pushes, posts, left, failures } = await run(FILES);

    expect({ left, failures }).toEqual({ left: [], failures: [] });
    expect(pushes.map(({ date }) => date)).toEqual(["2026-03-02", "2026-03-09"]);
    expect(posts.map(({ push, do: what, target, notifies }) => [push, what, target, notifies])).toEqual([
      [1, "label", "orchard/apple", false],
      [1, "issue", "orchard/apple", true],
      [1, "comment", "orchard/apple#7", true],
      [1, "milestone", "orchard/apple", false],
      [2, "close-issue", "orchard/apple#1000001", true],
      [2, "edit-comment", "orchard/apple#7", false],
    ]);
  });

  test("says of a comment what it says, without marks, links and footer", async () => {
    const [comment] = (await run(FILES)).posts.filter((post) => post.do === "comment");

    expect(comment?.decisions).toEqual(["the press of #​7 is repaired before the harvest"]);
    expect(comment?.quote).toContain("the press drips, and nobody knows where from");
    expect(comment?.body).toContain("<!--");
    expect(`${comment?.quote}${comment?.actions?.join("")}`).not.toMatch(/<!--|https:|\*\*/);
  });

  test("says of an issue who is to do it by when, as the minutes and as GitHub name them", async () => {
    const [issue] = (await run(FILES)).posts.filter((post) => post.do === "issue");

    expect(issue).toMatchObject({
      title: expect.stringMatching(/^Order a longer screw for the press/),
      owners: ["Ada"],
      assignees: ["ada-l"],
      due: "2026-03-06",
    });
  });

  test("takes the meetings of some days alone", async () => {
    expect((await run(FILES, { since: "2026-03-03" })).pushes.map(({ path }) => path)).toEqual([
      "calls/2026-03-09.md",
    ]);
    expect((await run(FILES, { until: "2026-03-03" })).pushes.map(({ path }) => path)).toEqual([
      "calls/2026-03-02.md",
    ]);
  });

  test("carries nothing from one replay to the next", async () => {
    expect(await run(FILES)).toEqual(await run(FILES));
  });

  test("reports how far it is", async () => {
    const seen: unknown[] = [];
    await run(FILES, { onProgress: (done, all, path) => seen.push([done, all, path]) });
    expect(seen).toEqual([
      [0, 2, "calls/2026-03-02.md"],
      [1, 2, "calls/2026-03-09.md"],
    ]);
  });

  test("posts nothing where the configuration is switched off", async () => {
    expect((await run(FILES, {}, `${CONFIG}mode: "off"\n`)).posts).toEqual([]);
  });

  test("leaves out minutes without a day where days are asked for, and says so", async () => {
    const files = { ...FILES, "calls/notes.md": "# Call\n\n- #8 is ripe and has to be picked soon\n" };
    const { pushes, left } = await run(files, { since: "2026-01-01" });
    expect(pushes).toHaveLength(2);
    expect(left).toMatchObject([{ path: "calls/notes.md" }]);
  });
});

describe("the figures of a replay", () => {
  test("count meetings, comments, threads, silent updates, issues and notes", async () => {
    const result = await run(FILES);
    expect(summarize(result)).toEqual({
      meetings: 2,
      first: "2026-03-02",
      last: "2026-03-09",
      comments: 1,
      threads: 1,
      silent: 1,
      issues: 1,
      milestoneNotes: 1,
      busiest: 1,
    });
    expect(describeSummary(summarize(result))).toBe(
      "In 2 meetings from 2026-03-02 to 2026-03-09: 1 comment on 1 issue, 1 silent update, 1 action issue, " +
        "1 milestone note. Busiest thread: 1 comment.",
    );
  });

  test("say that there are no comments", () => {
    expect(describeSummary(summarize({ pushes: [], posts: [] }))).toBe(
      "In 0 meetings: no comments, 0 silent updates, 0 action issues, 0 milestone notes.",
    );
  });
});
