import { describe, expect, test } from "@jest/globals";
import type { Draft } from "../../src/web/model/draft.ts";
import { findHighlights } from "../../src/web/model/highlights.ts";
import { planDraft, readDraft } from "../../src/web/model/understand.ts";

const CONFIG = "repository: orchard/apple\nmilestones: ['1.2']\npeople: {Ada: ada-l}\n";

function highlightsOf(minutes: string) {
  const draft: Draft = {
    path: "meetings/2026-03-02.md",
    minutes,
    config: CONFIG,
    repository: "orchard/team",
  };
  const reading = readDraft(draft);
  return findHighlights(minutes, reading.meeting, planDraft(draft, reading, Date.parse("2030-01-01"))).map(
    (one) => ({
      ...one,
      text: minutes.slice(one.from, one.to),
    }),
  );
}

function find(minutes: string, kind: string) {
  return highlightsOf(minutes).filter((one) => one.kind === kind);
}

describe("what is underlined", () => {
  test.each([
    ["reference", "- Worms, see #7.", "#7"],
    ["reference", "- Worms, see orchard/apple#7.", "orchard/apple#7"],
    [
      "reference",
      "- Worms, see https://github.com/orchard/apple/issues/7 again",
      "https://github.com/orchard/apple/issues/7",
    ],
    ["milestone", "- We release 1.2 on Friday.", "1.2"],
    ["action", "- [ ] TODO: Ada to pick the apples", "TODO: Ada to pick the apples"],
    ["decision", "* DECISION: pick #7 first", "DECISION: pick #7 first"],
  ])("of a %s in %s is %s", (kind, line, text) => {
    expect(find(`# Call\n\n${line}\n`, kind).map((one) => one.text)).toContain(text);
  });

  test("is at the same place whatever ends the lines", () => {
    for (const end of ["\n", "\r\n"]) {
      const minutes = ["# Call", "", "- One", "- Worms, see #7.", ""].join(end);
      expect(find(minutes, "reference").map(({ text }) => text)).toEqual(["#7"]);
    }
  });

  test("of a part that is private covers it and leads nowhere", () => {
    const [found] = find("# Call\n\n## Pay (private)\n\nAda gets #7.\n", "private");

    expect(found?.text).toContain("Ada gets #7.");
    expect(found?.steps).toEqual([]);
  });
});

describe("what is underlined leads to what comes of it", () => {
  const minutes = "# Call\n\n- Worms, see #7.\n  - DECISION: ship it in 1.2\n  - TODO: Ada to pick them\n";

  test.each([
    ["reference", "comment:"],
    ["decision", "comment:"],
    ["action", "issue:"],
    ["milestone", "milestone:"],
  ])("a %s to a step whose key begins with %s", (kind, key) => {
    const found = find(minutes, kind).flatMap(({ steps }) => steps);

    expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${key}`)));
  });

  test("not before there is a plan", () => {
    const draft = { path: "meetings/2026-03-02.md", minutes, config: CONFIG, repository: "orchard/team" };

    expect(readDraft(draft).highlights.flatMap(({ steps }) => steps)).toEqual([]);
  });
});
